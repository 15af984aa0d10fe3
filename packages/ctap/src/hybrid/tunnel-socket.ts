import { concatBytes } from '@latchkey/encoding'

/** One end of a tunnel: binary messages, in order. */
export interface TunnelSocket {
  send(message: Uint8Array): void
  /** Take the next message; `undefined` once the other side is gone and all was taken. One call at a time. */
  next(): Promise<Uint8Array | undefined>
  close(): void
}

/** What is used of a WebSocket: that of a browser, of Node and of `ws` alike. */
export interface WebSocketLike {
  binaryType: string
  send(data: Uint8Array<ArrayBuffer>): void
  close(code?: number): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'close' | 'error', listener: () => void): void
}

/** Close codes of RFC 6455 §7.4.1. */
const closeCodes = { done: 1000, unsupportedData: 1003 } as const

/** Messages that may wait to be taken: nobody sends more than a few before an answer. */
const mostWaiting = 64

/**
 * Make one end of a tunnel of a WebSocket. Messages that come before they are asked for wait, up to a point. Text is
 * no part of the tunnel: who sends it is cut off, unless `onText` takes it.
 *
 * @param onText takes texts, which our own tunnel service may send before the first binary message
 */
export function toTunnelSocket(webSocket: WebSocketLike, onText?: (text: string) => void): TunnelSocket {
  const waiting: Uint8Array[] = []
  let wanted: ((message: Uint8Array | undefined) => void) | undefined
  let ended = false

  function give(message: Uint8Array | undefined) {
    const taker = wanted
    wanted = undefined
    if (taker !== undefined) taker(message)
    else if (message !== undefined) waiting.push(message)
  }
  function end() {
    ended = true
    give(undefined)
  }

  webSocket.binaryType = 'arraybuffer'
  webSocket.addEventListener('message', ({ data }) => {
    if (typeof data === 'string' && onText !== undefined) onText(data)
    else if (data instanceof ArrayBuffer && waiting.length < mostWaiting) give(new Uint8Array(data))
    else webSocket.close(closeCodes.unsupportedData)
  })
  webSocket.addEventListener('close', end)
  webSocket.addEventListener('error', end)

  return {
    send: (message) => {
      if (!ended) webSocket.send(concatBytes(message))
    },
    next() {
      const message = waiting.shift()
      if (message !== undefined || ended) return Promise.resolve(message)
      return new Promise((resolve) => {
        wanted = resolve
      })
    },
    close() {
      webSocket.close(closeCodes.done)
      end()
    },
  }
}
