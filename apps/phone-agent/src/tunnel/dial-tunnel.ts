import {
  routingIdHeader,
  type TunnelSocket,
  toTunnelSocket,
  tunnelPaths,
  tunnelSubprotocol,
} from '@latchkey/ctap/hybrid'
import { fromHex } from '@latchkey/encoding'
import { WebSocket } from 'ws'

/** A tunnel that waits for a browser. */
export interface OpenTunnel {
  readonly socket: TunnelSocket
  /** 3 bytes. */
  readonly routingId: Uint8Array
}

/** The tunnel service cannot be reached, or does not do what one does. */
export class TunnelFault extends Error {
  override readonly name = 'TunnelFault'
}

const patienceMilliseconds = 15_000
const largestMessage = 1 << 20

/**
 * Open a tunnel at the service, for who has read a code.
 *
 * @param service its address, `wss://host`; plain `ws:` is for this very machine
 * @param tunnelId 16 bytes
 * @throws TunnelFault
 */
export function dialTunnel(service: URL, tunnelId: Uint8Array): Promise<OpenTunnel> {
  const url = new URL(tunnelPaths.forNew(tunnelId), service)
  const webSocket = new WebSocket(url, [tunnelSubprotocol], {
    maxPayload: largestMessage,
    handshakeTimeout: patienceMilliseconds,
    perMessageDeflate: false,
  })
  let routingId: Uint8Array | undefined
  webSocket.on('upgrade', ({ headers }) => {
    routingId = readRoutingId(headers[routingIdHeader])
  })
  return new Promise((resolve, reject) => {
    webSocket.on('error', (cause) => reject(new TunnelFault(url.host, { cause })))
    webSocket.on('open', () => {
      if (routingId !== undefined) return resolve({ socket: toTunnelSocket(webSocket), routingId })
      webSocket.close()
      reject(new TunnelFault(url.host))
    })
  })
}

function readRoutingId(header: string | string[] | undefined): Uint8Array | undefined {
  return typeof header === 'string' && /^[0-9a-f]{6}$/i.test(header)
    ? fromHex(header.toLowerCase())
    : undefined
}
