import type { IncomingHttpHeaders } from 'node:http'

/** How the two speak: as the standard has it, or, for pages and extensions, with its headers as texts. */
export type TunnelDialect = 'standard' | 'in_band'

/** Who comes to the tunnel service, and what for. */
export type TunnelRequest = { readonly dialect: TunnelDialect } & (
  | { readonly kind: 'new'; readonly tunnelId: string }
  | { readonly kind: 'connect'; readonly routingId: string; readonly tunnelId: string }
  | { readonly kind: 'contact'; readonly contactId: string; readonly call?: Call }
  /** Our own: an authenticator that waits for those who contact it. */
  | { readonly kind: 'listen' }
)

/** What a client says to whom it contacts. */
export interface Call {
  /** In hexadecimal; for the authenticator to read. */
  readonly payload: string
  /** Whether the client wants to be told when the authenticator joins. */
  readonly signal: boolean
}

/** The subprotocols we speak. A browser cannot set the headers of the first. */
export const subprotocols = { standard: 'fido.cable', in_band: 'latchkey.tunnel' } as const

const ids = { tunnel: '[0-9a-f]{32}', routing: '[0-9a-f]{6}', contact: '[A-Za-z0-9_-]{4,128}' } as const
const newPath = new RegExp(`^/cable/new/(${ids.tunnel})$`, 'i')
const connectPath = new RegExp(`^/cable/connect/(${ids.routing})/(${ids.tunnel})$`, 'i')
const contactPath = new RegExp(`^/cable/contact/(${ids.contact})$`)
/** A link's ID, a nonce and a word take less than 64 bytes. */
const payloadPattern = /^(?:[0-9a-f]{2}){1,512}$/i

/**
 * Read what an upgrade asks for. Hexadecimal digits are taken in both cases.
 *
 * @returns `undefined` if it is for no tunnel, or speaks no subprotocol of ours
 */
export function readTunnelRequest(path: string, headers: IncomingHttpHeaders): TunnelRequest | undefined {
  const dialect = readDialect(headers['sec-websocket-protocol'])
  if (dialect === undefined) return undefined
  const [, newId] = newPath.exec(path) ?? []
  if (newId !== undefined) return { dialect, kind: 'new', tunnelId: newId.toLowerCase() }

  const [, routingId, tunnelId] = connectPath.exec(path) ?? []
  if (routingId !== undefined && tunnelId !== undefined) {
    return { dialect, kind: 'connect', routingId: routingId.toLowerCase(), tunnelId: tunnelId.toLowerCase() }
  }
  if (path === '/cable/listen' && dialect === 'in_band') return { dialect, kind: 'listen' }

  const [, contactId] = contactPath.exec(path) ?? []
  if (contactId === undefined) return undefined
  if (dialect === 'in_band') return { dialect, kind: 'contact', contactId }
  const payload = headers['x-cable-client-payload']
  if (typeof payload !== 'string' || !payloadPattern.test(payload)) return undefined
  const signal = headers['x-cable-signal-connection'] === 'true'
  return { dialect, kind: 'contact', contactId, call: { payload: payload.toLowerCase(), signal } }
}

/** Read the first text of who contacts somebody without headers. */
export function readCallText(text: string): Call | undefined {
  const { payload, signal } = readJsonObject(text)
  if (typeof payload !== 'string' || !payloadPattern.test(payload)) return undefined
  return { payload: payload.toLowerCase(), signal: signal === true }
}

/** Read a text of an authenticator that waits: which contact is its own, or whose link it has forgotten. */
export function readListenerText(text: string): { readonly secret?: string; readonly gone?: string } {
  const { secret, gone } = readJsonObject(text)
  return {
    ...(typeof secret === 'string' && /^[A-Za-z0-9_-]{43}$/.test(secret) && { secret }),
    ...(typeof gone === 'string' && { gone }),
  }
}

function readJsonObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/** Ours goes first: whoever offers it needs it. */
function readDialect(header: string | undefined): TunnelDialect | undefined {
  const offered = header?.split(',').map((part) => part.trim()) ?? []
  if (offered.includes(subprotocols.in_band)) return 'in_band'
  return offered.includes(subprotocols.standard) ? 'standard' : undefined
}
