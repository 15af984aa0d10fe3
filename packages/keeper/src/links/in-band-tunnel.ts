import { type TunnelSocket, toTunnelSocket, type WebSocketLike } from '@latchkey/ctap/hybrid'

/** Opens WebSockets: `(url, protocol) => new WebSocket(url, protocol)`. */
export type OpenWebSocket = (url: string, protocol: string) => OpenedWebSocket

/** What is used of one. */
export type OpenedWebSocket = Omit<WebSocketLike, 'send'> & {
  send(data: Uint8Array<ArrayBuffer> | string): void
  addEventListener(type: 'open', listener: () => void): void
  addEventListener(type: 'close', listener: (event: { readonly code: number }) => void): void
}

/** One end of a tunnel whose headers are texts. */
export interface InBandTunnel {
  readonly socket: TunnelSocket
  say(value: object): void
  /** Take the next text, read as JSON; `undefined` once the tunnel is over. */
  hear(): Promise<unknown>
  /** Whether the service said, as it ended the tunnel, that the link is over. */
  isGone(): boolean
}

/** 4000, and HTTP's status. */
const closeCodeOfGone = 4410

/** The subprotocol for those who cannot set headers. */
const subprotocol = 'latchkey.tunnel'

/**
 * Open a tunnel of the server's own tunnel service.
 *
 * @param path below the server's origin, such as `/cable/listen`
 * @throws Error if the service is not reached
 */
export async function openInBand(
  open: OpenWebSocket,
  serverUrl: string,
  path: string,
): Promise<InBandTunnel> {
  const url = new URL(path, serverUrl)
  url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:'
  const webSocket = open(url.href, subprotocol)
  const texts: unknown[] = []
  let wanted: ((value: unknown) => void) | undefined
  let over = false
  let gone = false
  const give = (value: unknown) => {
    const taker = wanted
    wanted = undefined
    if (taker === undefined) texts.push(value)
    else taker(value)
  }
  // Before the tunnel's own: who waits for a message wants to know how it ended.
  webSocket.addEventListener('close', ({ code }) => {
    gone = code === closeCodeOfGone
  })
  const socket = toTunnelSocket(webSocket, (text) => give(toJson(text)))
  await new Promise<void>((resolve, reject) => {
    webSocket.addEventListener('open', resolve)
    webSocket.addEventListener('close', () => {
      over = true
      give(undefined)
      reject(new Error('the tunnel service did not answer'))
    })
    webSocket.addEventListener('error', () => undefined)
  })
  return {
    socket,
    isGone: () => gone,
    say: (value) => webSocket.send(JSON.stringify(value)),
    hear() {
      if (texts.length > 0) return Promise.resolve(texts.shift())
      if (over) return Promise.resolve(undefined)
      return new Promise((resolve) => {
        wanted = resolve
      })
    },
  }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Find a text in what a tunnel service said. */
export function textIn(value: unknown, key: string): string | undefined {
  const member = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const [, found] = member.find(([name]) => name === key) ?? []
  return typeof found === 'string' ? found : undefined
}

/** Find an object in what a tunnel service said. */
export function objectIn(value: unknown, key: string): unknown {
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return members.find(([name]) => name === key)?.[1]
}
