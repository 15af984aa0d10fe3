import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { openByteBudget } from './byte-budget.ts'
import { closeCode, type RefusalCode, statusOfClose } from './close-code.ts'
import { type Contacts, openContacts } from './contacts.ts'
import { type AddressCount, countAddresses } from './count-addresses.ts'
import { holdIncoming } from './hold-incoming.ts'
import { joinSockets } from './join-sockets.ts'
import { readTunnelRequest, subprotocols, type TunnelRequest } from './read-tunnel-request.ts'
import { type TunnelLimits, usualLimits } from './tunnel-limits.ts'
import { type Guest, sayText, waitingRoom } from './waiting-room.ts'

/** What a tunnel service is given. */
export interface TunnelServiceOptions {
  /** Six hexadecimal digits by which others find this node. */
  readonly routingId: string
  /** Bytes nobody can guess. */
  readonly random: (length: number) => Uint8Array
  readonly limits?: Partial<TunnelLimits>
  /** Told what happened; never what was in it. */
  readonly count?: TunnelCount
  /** Whether a link with this contact is known to be over. Without it, every contact may be waited for. */
  readonly isForgotten?: (contactId: string) => Promise<boolean>
  /** Told that somebody waits for an authenticator that is not listening. */
  readonly onMissedCall?: (contactId: string) => void
}

/** What is counted. */
export interface TunnelCount {
  opened(kind: TunnelRequest['kind']): void
  refused(kind: TunnelRequest['kind'] | 'unknown', status: number): void
  message(bytes: number): void
  openTunnels(count: number): void
}

/** A relay for two that have met, or know each other. It sees neither who they are nor what they say. */
export interface TunnelService {
  /** Answer an upgrade. @param address where it comes from */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, address: string): void
  readonly tunnels: number
  /** Bytes that are kept for those who are slow, late or not done. */
  readonly heldBytes: number
  /** End all tunnels. */
  close(): void
}

const nobodyCounts: TunnelCount = { opened() {}, refused() {}, message() {}, openTunnels() {} }

/**
 * Open a tunnel service: `/cable/new`, `/cable/connect` and `/cable/contact` of CTAP 2.3, with `fido.cable` as its
 * subprotocol; and the same in `latchkey.tunnel`, whose first texts are what elsewhere are headers, because browsers
 * neither set nor see headers of WebSockets:
 *
 *     new      ← {"routingId":"a1b2c3"}
 *     contact  → {"payload":"<hex>","signal":true}   ← {"joined":true}
 *     listen   → {"secret":"<32 bytes>"}             ← {"call":{"payload","routingId","tunnelId"}}   → {"gone":"<tunnelId>"}
 *
 * Who listens at `/cable/listen` says a secret; the contact is the hash of it, so nobody else can take its calls.
 * Refusals are close codes there: 4000 and the status of HTTP.
 *
 * @see https://fidoalliance.org/specs/fido-v2.3-ps-20260226/fido-client-to-authenticator-protocol-v2.3-ps-20260226.html#hybrid-tunnel-service
 */
export function openTunnelService(options: TunnelServiceOptions): TunnelService {
  const limits = { ...usualLimits, ...options.limits }
  const count = options.count ?? nobodyCounts
  const addresses = countAddresses()
  const webSockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.messageBytes,
    handleProtocols: (offered) =>
      offered.has(subprotocols.in_band) ? subprotocols.in_band : subprotocols.standard,
  })
  const budget = openByteBudget(limits)
  const room = waitingRoom(limits)
  const contacts: Contacts = openContacts({ ...options, limits, room })
  const requests = new WeakMap<IncomingMessage, TunnelRequest>()
  webSockets.on('headers', (headers, request) => {
    const kind = requests.get(request)?.kind
    if (kind === 'new' || kind === 'contact') headers.push(`X-caBLE-Routing-ID: ${options.routingId}`)
  })
  const sweep = setInterval(() => {
    room.sweep()
    count.openTunnels(room.size)
  }, limits.pingSeconds * 500)
  sweep.unref()

  async function admit(request: TunnelRequest): Promise<RefusalCode | undefined> {
    if (room.size >= limits.tunnels && request.kind !== 'connect') return closeCode.full
    if (budget.held >= limits.heldBytes) return closeCode.full
    if (request.kind === 'new' && room.isTaken(request.tunnelId)) return closeCode.conflict
    if (request.kind === 'connect' && !isHere(request)) return closeCode.notFound
    if (request.kind === 'contact' && (await options.isForgotten?.(request.contactId))) return closeCode.gone
    return undefined
  }

  // A tunnel lives in the memory of one node. A balancer sends `connect` to the node that the routing ID names.
  const isHere = ({ routingId, tunnelId }: { readonly routingId: string; readonly tunnelId: string }) =>
    routingId === options.routingId && room.isWaiting(tunnelId)

  function receive(request: TunnelRequest, guest: Guest): void {
    count.opened(request.kind)
    switch (request.kind) {
      case 'new':
        if (!room.wait(request.tunnelId, guest)) guest.webSocket.close(closeCode.conflict)
        else if (request.dialect === 'in_band') sayText(guest, { routingId: options.routingId })
        break
      case 'connect': {
        const waiting = room.take(request.tunnelId)
        if (waiting === undefined) {
          guest.webSocket.close(closeCode.notFound)
          break
        }
        joinSockets(waiting, guest, { limits, count: count.message })
        room.keep(waiting.guest, guest)
        break
      }
      case 'contact':
        contacts.call(request, guest)
        break
      case 'listen':
        contacts.listen(guest)
    }
  }

  return {
    upgrade(incoming, socket, head, address) {
      destroyOnError(socket)
      const request = readTunnelRequest(incoming.url ?? '', incoming.headers)
      if (request === undefined) {
        count.refused('unknown', 404)
        return refuseUpgrade(socket, 404)
      }
      if (!addresses.take(address, limits.socketsPerAddress)) {
        count.refused(request.kind, 429)
        return refuseUpgrade(socket, 429)
      }
      releaseOnClose(socket, addresses, address)
      admit(request).then(
        (refusal) => {
          if (refusal !== undefined) count.refused(request.kind, statusOfClose(refusal))
          if (refusal !== undefined && request.dialect === 'standard') {
            return refuseUpgrade(socket, statusOfClose(refusal))
          }
          requests.set(incoming, request)
          webSockets.handleUpgrade(incoming, socket, head, (webSocket) => {
            terminateOnError(webSocket)
            if (refusal !== undefined) return webSocket.close(refusal)
            const purse = budget.purseOf(address)
            const guest: Guest = { webSocket, dialect: request.dialect, purse, alive: true }
            holdIncoming(socket, guest)
            receive(request, guest)
          })
        },
        () => refuseUpgrade(socket, 500),
      )
    },
    get tunnels() {
      return room.size
    },
    get heldBytes() {
      return budget.held
    },
    close() {
      clearInterval(sweep)
      room.close()
      webSockets.close()
    },
  }
}

const statusTexts = new Map([
  [404, 'Not Found'],
  [409, 'Conflict'],
  [410, 'Gone'],
  [429, 'Too Many Requests'],
  [500, 'Internal Server Error'],
  [503, 'Service Unavailable'],
])

/**
 * Refuse an upgrade, and be done with its socket. Nobody counts it and no timeout of HTTP looks after it any more: who
 * does not close it on their side would keep it open for ever.
 */
export function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(
    `HTTP/1.1 ${status} ${statusTexts.get(status) ?? 'Bad Request'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    () => socket.destroy(),
  )
}

// These are made here, where nothing else is in sight: a listener keeps alive all that the function around it can see,
// and a request is larger than a tunnel.

function destroyOnError(socket: Duplex): void {
  socket.on('error', () => socket.destroy())
}

function releaseOnClose(socket: Duplex, addresses: AddressCount, address: string): void {
  socket.once('close', () => addresses.release(address))
}

function terminateOnError(webSocket: WebSocket): void {
  webSocket.on('error', () => webSocket.terminate())
}
