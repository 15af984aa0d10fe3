// Follows §8.6 of WebAuthn Level 3.
import { type CborMap, concatBytes } from '@latchkey/encoding'
import { CeremonyRefusal } from '../refusal.ts'
import { readAttestationCertificate, refuseCertificate, verifyStatementSignature } from './certificate.ts'
import {
  type AttestationFacts,
  type Attested,
  requireBytes,
  requireCertificates,
  requireMembers,
} from './statement.ts'

const ES256 = -7

/**
 * Verify the statement of a U2F security key. What is signed is U2F's own message: the RP ID, this ceremony, the
 * credential and its key, but neither flags nor counter nor AAGUID.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-fido-u2f-attestation
 */
export function verifyFidoU2f(statement: CborMap, attested: Attested): AttestationFacts {
  requireMembers(statement, 'sig', 'x5c')
  const signature = requireBytes(statement, 'sig')
  const trustPath = requireCertificates(statement)
  if (trustPath.length !== 1) throw new CeremonyRefusal('attestation_malformed', { detail: 'x5c' })

  const attestation = readAttestationCertificate(trustPath[0])
  const { asymmetricKeyType, asymmetricKeyDetails } = attestation.key
  if (asymmetricKeyType !== 'ec' || asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
    refuseCertificate('public key not on P-256')
  }

  const { authenticatorData, clientDataHash, credential, coseKey } = attested
  if (coseKey.kty !== 'EC2' || coseKey.curve !== 'P-256')
    throw new CeremonyRefusal('attestation_key_mismatch')
  const publicKeyU2f = concatBytes(Uint8Array.of(0x04), coseKey.x, coseKey.y)
  const rpIdHash = authenticatorData.subarray(0, 32)
  const verificationData = concatBytes(
    Uint8Array.of(0x00),
    rpIdHash,
    clientDataHash,
    credential.credentialId,
    publicKeyU2f,
  )
  verifyStatementSignature(attestation, ES256, verificationData, signature)
  return { format: 'fido-u2f', type: 'basic', trustPath, aaguidSigned: false }
}
