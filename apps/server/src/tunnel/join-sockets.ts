import { closeCode } from './close-code.ts'
import { mostBuffered, type TunnelLimits } from './tunnel-limits.ts'
import { type Guest, toBuffer, type Waiting } from './waiting-room.ts'

/**
 * Join two ends: what one says the other hears, as it is. When one leaves, the other is sent away.
 *
 * @param count told of every message
 */
export function joinSockets(
  { guest: first, takeEarly, signal }: Waiting,
  second: Guest,
  { limits, count }: { readonly limits: TunnelLimits; readonly count: (bytes: number) => void },
): void {
  let messages = 0
  const early = takeEarly()
  if (signal === 'byte') first.webSocket.send(Uint8Array.of(0))
  if (signal === 'text') first.webSocket.send('{"joined":true}')
  for (const message of early) pass(message, first, second)
  connect(first, second)
  connect(second, first)

  function connect(from: Guest, to: Guest): void {
    from.webSocket.on('message', (data, isBinary) => {
      const tooMuch = ++messages > limits.messages || to.webSocket.bufferedAmount > mostBuffered
      from.alive = true
      if (!isBinary) from.webSocket.close(closeCode.unsupported)
      else if (tooMuch) from.webSocket.close(closeCode.tooMuch)
      else pass(toBuffer(data), from, to)
    })
    from.webSocket.on('close', () => to.webSocket.close(closeCode.done))
  }

  // Whoever says it pays for it until the other has taken it, however slow he is.
  function pass(message: Buffer, { webSocket, purse }: Guest, to: Guest): void {
    const { length } = message
    if (!purse.take(length)) {
      webSocket.close(closeCode.full)
      return
    }
    count(length)
    to.webSocket.send(message, () => purse.give(length))
  }
  if (first.webSocket.readyState !== first.webSocket.OPEN) second.webSocket.close(closeCode.done)
}
