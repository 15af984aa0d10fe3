import type { CborMap } from '@latchkey/encoding'
import { CeremonyRefusal } from '../refusal.ts'
import { verifyNone } from './none.ts'
import { verifyPacked } from './packed.ts'
import type { AttestationFacts, Attested, VerifyStatement } from './statement.ts'

const formats = new Map<string, VerifyStatement>([
  ['none', verifyNone],
  ['packed', verifyPacked],
])

/**
 * Verify an attestation statement by the procedure of its format.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-defined-attestation-formats
 */
export function verifyStatement(format: string, statement: CborMap, attested: Attested): AttestationFacts {
  const verify = formats.get(format)
  if (verify === undefined) throw new CeremonyRefusal('attestation_format_unknown')
  return verify(statement, attested)
}
