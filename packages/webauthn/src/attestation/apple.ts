// Follows §8.8 of WebAuthn Level 3.
import { type CborMap, concatBytes, equalBytes } from '@latchkey/encoding'
import { DerRefusal, DerTag, readDer, readDerChildren, requireDer } from '@latchkey/encoding/x509'
import { sha256 } from '../ceremony.ts'
import { CeremonyRefusal } from '../refusal.ts'
import { readAttestationCertificate, refuseCertificate, verifyCredentialKey } from './certificate.ts'
import { type AttestationFacts, type Attested, requireCertificates, requireMembers } from './statement.ts'

const appleNonce = '1.2.840.113635.100.8.2'

/**
 * Verify the statement of an Apple device: a certificate made for this credential alone, with this ceremony in it.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-apple-anonymous-attestation
 */
export function verifyApple(statement: CborMap, attested: Attested): AttestationFacts {
  // Early systems also sent `alg`; it was never part of the format, and nothing is checked with it.
  requireMembers(statement, 'x5c', 'alg')
  const trustPath = requireCertificates(statement)
  const attestation = readAttestationCertificate(trustPath[0])

  const extension = attestation.certificate.extensions.get(appleNonce)
  if (extension === undefined) refuseCertificate('nonce extension')
  const nonce = sha256(concatBytes(attested.authenticatorData, attested.clientDataHash))
  if (!equalBytes(readNonce(extension.value), nonce))
    throw new CeremonyRefusal('attestation_challenge_mismatch')

  verifyCredentialKey(attestation, attested)
  return { format: 'apple', type: 'anonca', trustPath, aaguidSigned: true }
}

/** `SEQUENCE { [1] EXPLICIT OCTET STRING }`, as Apple's certificates have it; it is documented nowhere else. */
function readNonce(value: Uint8Array): Uint8Array {
  try {
    const [tagged] = readDerChildren(requireDer(readDer(value), DerTag.sequence))
    if (tagged?.tagClass !== 'context' || tagged.tag !== 1) refuseCertificate('nonce extension')
    return requireDer(readDerChildren(tagged)[0], DerTag.octetString).content
  } catch (cause) {
    if (cause instanceof DerRefusal) refuseCertificate('nonce extension', cause)
    throw cause
  }
}
