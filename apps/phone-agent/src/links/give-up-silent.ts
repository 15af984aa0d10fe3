import type { WebSocket } from 'ws'

/** Tunnel services ask every few seconds whether we are there. */
const silentMilliseconds = 60_000

/**
 * Give a WebSocket up that nothing is heard on. Who was suspended, or went to another network, is not told that the other
 * end is gone: without this they would listen for ever to nobody.
 *
 * @param webSocket to a service that sends pings
 */
export function giveUpSilent(webSocket: WebSocket, milliseconds = silentMilliseconds): void {
  let patience: NodeJS.Timeout | undefined
  const wait = () => {
    clearTimeout(patience)
    patience = setTimeout(() => webSocket.terminate(), milliseconds)
  }
  for (const heard of ['open', 'ping', 'message']) webSocket.on(heard, wait)
  webSocket.on('close', () => clearTimeout(patience))
}
