import type { CborMap, CoseKey } from '@latchkey/encoding'
import type { AttestedCredential } from '../authenticator-data.ts'
import { CeremonyRefusal } from '../refusal.ts'
import type { VerifyingKey } from '../verifying-key.ts'

/**
 * How an authenticator vouches for itself. `basic` may be attestation by a CA as well: a packed statement does not
 * tell the two apart.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-attestation-types
 */
export type AttestationType = 'none' | 'self' | 'basic' | 'attca' | 'anonca'

/** What guards an Android key (keymaster's SecurityLevel). */
export type AndroidSecurityLevel = 'software' | 'trusted_environment' | 'strongbox'

/** What an attestation statement established. Nobody has trusted its certificates yet: see `verifyTrust`. */
export interface AttestationFacts {
  /** `none`, `packed`, `tpm` …, as the authenticator called it. */
  readonly format: string
  readonly type: AttestationType
  /** Certificates in DER, the attestation certificate first; empty for `none` and `self`. */
  readonly trustPath: readonly Uint8Array[]
  /**
   * Whether the attestation key signed the AAGUID. Only then, and only if the trust path is trusted for this very
   * AAGUID, is the model known; `fido-u2f` signs the key and not the AAGUID beside it.
   */
  readonly aaguidSigned: boolean
  /** Of an Android key: what guards it, as its certificate says. */
  readonly androidSecurityLevel?: AndroidSecurityLevel
  /** Of a compound statement: what each part established. */
  readonly parts?: readonly AttestationFacts[]
}

/** What a statement is about, for the verification procedures of §8. */
export interface Attested {
  /** `authData`, as it came. */
  readonly authenticatorData: Uint8Array
  readonly clientDataHash: Uint8Array
  readonly credential: AttestedCredential
  readonly coseKey: CoseKey
  readonly key: VerifyingKey
}

/** The verification procedure of one format: the statement is about this, or it is refused. */
export type VerifyStatement = (statement: CborMap, attested: Attested) => AttestationFacts

/** Refuse members a format does not define: their meaning would be anybody's guess. */
export function requireMembers(statement: CborMap, ...allowed: readonly string[]): void {
  for (const member of statement.keys()) {
    if (typeof member !== 'string' || !allowed.includes(member)) {
      throw new CeremonyRefusal('attestation_malformed', { detail: 'unknown member' })
    }
  }
}

export function requireBytes(statement: CborMap, member: string): Uint8Array {
  const value = statement.get(member)
  if (!(value instanceof Uint8Array)) throw new CeremonyRefusal('attestation_malformed', { detail: member })
  return value
}

export function requireAlgorithm(statement: CborMap): number {
  const alg = statement.get('alg')
  if (typeof alg !== 'number') throw new CeremonyRefusal('attestation_malformed', { detail: 'alg' })
  return alg
}

/** More certificates than any chain has. */
const mostCertificates = 8

/** Give `x5c`: one to eight certificates in DER. */
export function requireCertificates(statement: CborMap): [Uint8Array, ...Uint8Array[]] {
  const x5c: unknown = statement.get('x5c')
  if (!Array.isArray(x5c) || x5c.length > mostCertificates) {
    throw new CeremonyRefusal('attestation_malformed', { detail: 'x5c' })
  }
  const [first, ...rest] = x5c.map((certificate: unknown) => {
    if (certificate instanceof Uint8Array) return certificate
    throw new CeremonyRefusal('attestation_malformed', { detail: 'x5c' })
  })
  if (first === undefined) throw new CeremonyRefusal('attestation_malformed', { detail: 'x5c' })
  return [first, ...rest]
}
