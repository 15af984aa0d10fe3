import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { closeCode } from './close-code.ts'
import { type Guest, toBuffer } from './waiting-room.ts'

const goodbyeMilliseconds = 1_000

/**
 * Charge a guest for what has come of a message that is not whole yet: it is kept until it is. Who does not fit in is
 * sent away, and heard no more.
 */
export function holdIncoming(socket: Duplex, { webSocket, purse }: Guest): void {
  let pending = 0
  let refused = false
  const settle = (bytes: number) => {
    const settled = Math.min(pending, bytes)
    pending -= settled
    purse.give(settled)
  }
  // Before the one who reads frames: what he makes of it is settled at once.
  socket.prependListener('data', (chunk: Buffer) => {
    if (refused) return webSocket.terminate()
    refused = !purse.take(chunk.length)
    if (refused) dismiss(webSocket)
    else pending += chunk.length
  })
  webSocket.on('message', (data) => settle(frameBytes(toBuffer(data).length)))
  webSocket.on('ping', (data) => settle(frameBytes(data.length)))
  webSocket.on('pong', (data) => settle(frameBytes(data.length)))
  socket.once('close', () => settle(pending))
}

/** Say why, and do not wait long for an answer: what he sent is kept until he is gone. */
function dismiss(webSocket: WebSocket): void {
  webSocket.close(closeCode.full)
  setTimeout(() => webSocket.terminate(), goodbyeMilliseconds).unref()
}

/** With its head and mask, as a client sends it in one piece. */
function frameBytes(payload: number): number {
  return payload + (payload < 126 ? 6 : payload < 65_536 ? 8 : 14)
}
