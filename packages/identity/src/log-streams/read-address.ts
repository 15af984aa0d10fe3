import { IdentityRefusal } from '../refusal.ts'

/** Where a stream goes, read. `encrypted`: whether what is sent can be read on the way. */
export type StreamDestination =
  | { readonly kind: 'webhook'; readonly encrypted: boolean; readonly url: URL }
  | { readonly kind: 'syslog'; readonly encrypted: boolean; readonly host: string; readonly port: number }

/** The usual ports of syslog: RFC 5425 over TLS; over TCP the one that is registered for it. */
const syslogPorts = { 'syslog+tls:': 6514, 'syslog+tcp:': 601 } as const

const longest = 2000

/**
 * Read where a stream is to go. Whether that may be reached is seen at every connection, when its name is looked up.
 *
 * @throws IdentityRefusal `invalid_input`, detail `address`
 */
export function readStreamAddress(text: string): StreamDestination {
  const url = text.length <= longest && URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || url.username !== '' || url.password !== '' || url.hostname === '') throw unusable()
  if (url.protocol === 'https:' || url.protocol === 'http:') {
    if (url.hash !== '') throw unusable()
    return { kind: 'webhook', encrypted: url.protocol === 'https:', url }
  }
  if (url.protocol !== 'syslog+tls:' && url.protocol !== 'syslog+tcp:') throw unusable()
  if (!/^\/?$/.test(url.pathname) || url.search !== '' || url.hash !== '') throw unusable()
  // What is no scheme of the web keeps its host as it was written.
  const host = decodeURIComponent(url.hostname)
    .replace(/^\[|\]$/g, '')
    .toLowerCase()
  if (!/^[\w.:-]+$/.test(host)) throw unusable()
  const port = url.port === '' ? syslogPorts[url.protocol] : Number(url.port)
  return { kind: 'syslog', encrypted: url.protocol === 'syslog+tls:', host, port }
}

function unusable(): IdentityRefusal {
  return new IdentityRefusal('invalid_input', { detail: 'address' })
}
