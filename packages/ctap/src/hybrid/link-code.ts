import type { AgreementPoint } from '../cryptography.ts'
import { fromCodeMap, readCodeMap, toCodeMap, writeCodeMap } from './hybrid-code.ts'
import { HybridRefusal } from './hybrid-refusal.ts'

/** What the code says that an extension of ours shows to be remembered by an authenticator of ours. */
export interface LinkCode {
  /** The client's key, made for this code alone. */
  readonly clientKey: AgreementPoint
  /** 16 bytes that nobody knows who has not seen the code. */
  readonly secret: Uint8Array
  /** 3 bytes: where the client waits. */
  readonly routingId: Uint8Array
  /** The origin of the server both belong to; who reads the code goes there only if an account of theirs lives there. */
  readonly server: string
  /** What the server knows the link by that is being made. */
  readonly linkId: string
}

/**
 * Not `FIDO:/`: no camera opens this one, no browser shows it, and what follows from it signs nothing. So nobody who
 * is lured into reading such a code signs in somebody else with it.
 */
const prefix = 'LATCHKEY-LINK:/'
/** Members of our own, far from those of the standard. */
const own = { routingId: 1001, server: 1002, linkId: 1003 } as const

/** Write the text of a code for linking. */
export function writeLinkCode({ clientKey, secret, routingId, server, linkId }: LinkCode): string {
  const map = new Map(toCodeMap({ clientKey, secret, knownDomains: 0, canLink: true, hint: 'ga' }))
  map.set(own.routingId, routingId).set(own.server, server).set(own.linkId, linkId)
  return prefix + writeCodeMap(map)
}

/** Tell whether a text is one, without reading it. */
export const isLinkCode = (text: string) => text.slice(0, prefix.length).toUpperCase() === prefix

/**
 * Read the text of a code for linking.
 *
 * @throws HybridRefusal `not_a_hybrid_code`, `bad_digits`, `malformed_code`, `bad_point`
 */
export function readLinkCode(text: string): LinkCode {
  if (!isLinkCode(text)) throw new HybridRefusal('not_a_hybrid_code')
  const map = readCodeMap(text.slice(prefix.length))
  const { clientKey, secret } = fromCodeMap(map)
  const [routingId, server, linkId] = [map.get(own.routingId), map.get(own.server), map.get(own.linkId)]
  if (!(routingId instanceof Uint8Array) || routingId.length !== 3) throw new HybridRefusal('malformed_code')
  if (typeof server !== 'string' || !URL.canParse(server) || new URL(server).origin !== server) {
    throw new HybridRefusal('malformed_code')
  }
  if (typeof linkId !== 'string' || !/^[0-9a-f-]{36}$/.test(linkId)) throw new HybridRefusal('malformed_code')
  return { clientKey, secret, routingId, server, linkId }
}
