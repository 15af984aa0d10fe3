import { hash } from 'node:crypto'
import { equalBytes } from '@latchkey/encoding'
import type { AuthenticatorData } from './authenticator-data.ts'
import type { ClientData } from './client-data.ts'
import { CeremonyRefusal } from './refusal.ts'

/** What the caller asks about user verification. `preferred` and `discouraged` accept either answer. */
export type UserVerification = 'required' | 'preferred' | 'discouraged'

/** What the answer to any ceremony is held against: what the relying party asked. */
export interface ExpectedCeremony {
  /** The bytes that were sent. */
  readonly challenge: Uint8Array
  readonly rpId: string
  /** The origins the ceremony may run on: our own, and the related ones. Compared character by character. */
  readonly origins: readonly string[]
  readonly userVerification: UserVerification
  /** Whether the ceremony may run in a frame of another origin. Only a page that means to be framed says yes. */
  readonly allowCrossOrigin?: boolean
  /** The pages that may frame us. Needed whenever the browser says which page did. */
  readonly topOrigins?: readonly string[]
}

/** §7.1 and §7.2 begin alike: the client data is of this ceremony, this challenge, and a page of ours. */
export function verifyClientData(clientData: ClientData, type: string, expected: ExpectedCeremony): void {
  if (clientData.type !== type) throw new CeremonyRefusal('wrong_ceremony')
  if (expected.challenge.length === 0 || !equalBytes(clientData.challenge, expected.challenge)) {
    throw new CeremonyRefusal('challenge_mismatch')
  }
  if (!expected.origins.includes(clientData.origin)) throw new CeremonyRefusal('origin_mismatch')
  if (clientData.crossOrigin && expected.allowCrossOrigin !== true) {
    throw new CeremonyRefusal('cross_origin_not_allowed')
  }
  if (clientData.topOrigin === undefined) return
  // §7.1, §7.2: a top origin makes sense only in a frame the relying party expects to be in, on a page it knows.
  if (!clientData.crossOrigin)
    throw new CeremonyRefusal('top_origin_mismatch', { detail: 'not cross-origin' })
  if (expected.topOrigins?.includes(clientData.topOrigin) !== true) {
    throw new CeremonyRefusal('top_origin_mismatch')
  }
}

/** … and the authenticator answered for this RP, with the person there, and verified if that was asked. */
export function verifyAuthenticatorFlags(
  data: AuthenticatorData,
  expected: ExpectedCeremony,
  presence: 'required' | 'not required',
): void {
  // Deviates: the legacy `appid` extension's hash is not accepted; we never had U2F registrations to keep alive.
  if (!equalBytes(data.rpIdHash, sha256(expected.rpId))) throw new CeremonyRefusal('rp_id_mismatch')
  if (presence === 'required' && !data.userPresent) throw new CeremonyRefusal('user_not_present')
  if (expected.userVerification === 'required' && !data.userVerified) {
    throw new CeremonyRefusal('user_not_verified')
  }
}

export function sha256(data: Uint8Array | string): Uint8Array {
  // As text, because a digest of its own memory costs three times as much to make as to compute.
  const digest = hash('sha256', data, 'binary')
  const bytes = new Uint8Array(32)
  for (let i = 0; i < 32; i++) bytes[i] = digest.charCodeAt(i)
  return bytes
}
