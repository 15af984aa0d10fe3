// Follows §8.9 of WebAuthn Level 3.
import type { CborValue } from '@latchkey/encoding'
import { CeremonyRefusal } from '../refusal.ts'
import type { AttestationFacts, Attested } from './statement.ts'

/** More statements than an authenticator has reasons to make. */
const mostParts = 8

/**
 * Verify a compound statement: two or more statements of other formats about the same credential. The standard lets
 * the relying party say how many must hold; here all must.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-compound-attestation
 */
export function verifyCompound(
  statement: CborValue,
  attested: Attested,
  verifyPart: (format: string, statement: CborValue, attested: Attested) => AttestationFacts,
): AttestationFacts {
  if (!Array.isArray(statement) || statement.length < 2 || statement.length > mostParts) {
    throw new CeremonyRefusal('attestation_malformed', { detail: 'parts' })
  }
  const parts = statement.map((part: CborValue) => {
    const format = part instanceof Map && part.size === 2 ? part.get('fmt') : undefined
    const inner = part instanceof Map ? part.get('attStmt') : undefined
    if (typeof format !== 'string' || inner === undefined) {
      throw new CeremonyRefusal('attestation_malformed', { detail: 'part' })
    }
    return verifyPart(format, inner, attested)
  })
  const vouched = parts.filter(({ trustPath }) => trustPath.length > 0)
  const isSelf = parts.some(({ type }) => type === 'self')
  return {
    format: 'compound',
    type: vouched[0]?.type ?? (isSelf ? 'self' : 'none'),
    trustPath: vouched[0]?.trustPath ?? [],
    // Whichever part is trusted in the end, it must be one that signed the AAGUID.
    aaguidSigned: vouched.length > 0 && vouched.every((part) => part.aaguidSigned),
    parts,
  }
}
