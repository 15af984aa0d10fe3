import type { CborMap, CborValue } from '@latchkey/encoding'
import { CeremonyRefusal } from '../refusal.ts'
import { verifyAndroidKey } from './android-key.ts'
import { verifyApple } from './apple.ts'
import { verifyCompound } from './compound.ts'
import { verifyFidoU2f } from './fido-u2f.ts'
import { verifyNone } from './none.ts'
import { verifyPacked } from './packed.ts'
import type { AttestationFacts, Attested, VerifyStatement } from './statement.ts'
import { verifyTpm } from './tpm.ts'

const formats = new Map<string, VerifyStatement>([
  ['none', verifyNone],
  ['packed', verifyPacked],
  ['tpm', verifyTpm],
  ['android-key', verifyAndroidKey],
  ['apple', verifyApple],
  ['fido-u2f', verifyFidoU2f],
])

/**
 * Verify an attestation statement by the procedure of its format.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-defined-attestation-formats
 */
export function verifyStatement(
  format: string,
  statement: CborMap | readonly CborValue[],
  attested: Attested,
): AttestationFacts {
  return format === 'compound'
    ? verifyCompound(statement, attested, verifySimpleStatement)
    : verifySimpleStatement(format, statement, attested)
}

/** Any format but `compound`, which does not nest. */
function verifySimpleStatement(format: string, statement: CborValue, attested: Attested): AttestationFacts {
  const verify = formats.get(format)
  if (verify === undefined) throw new CeremonyRefusal('attestation_format_unknown')
  if (!(statement instanceof Map)) throw new CeremonyRefusal('attestation_malformed', { detail: 'not a map' })
  return verify(statement, attested)
}
