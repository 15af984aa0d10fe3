// Follows §8.2 of WebAuthn Level 3.
import { type CborMap, concatBytes } from '@latchkey/encoding'
import type { Certificate } from '@latchkey/encoding/x509'
import { CeremonyRefusal } from '../refusal.ts'
import { isSignedBy } from '../verifying-key.ts'
import {
  readAttestationCertificate,
  refuseCertificate,
  requireEndEntity,
  verifyCertificateAaguid,
  verifyStatementSignature,
} from './certificate.ts'
import {
  type AttestationFacts,
  type Attested,
  requireAlgorithm,
  requireBytes,
  requireCertificates,
  requireMembers,
} from './statement.ts'

/**
 * Verify a packed statement: signed by an attestation certificate, or by the credential itself.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-packed-attestation
 */
export function verifyPacked(statement: CborMap, attested: Attested): AttestationFacts {
  requireMembers(statement, 'alg', 'sig', 'x5c')
  const alg = requireAlgorithm(statement)
  const signature = requireBytes(statement, 'sig')
  const signed = concatBytes(attested.authenticatorData, attested.clientDataHash)

  if (!statement.has('x5c')) {
    if (alg !== attested.key.algorithm) throw new CeremonyRefusal('attestation_algorithm_mismatch')
    if (!isSignedBy(attested.key, signed, signature))
      throw new CeremonyRefusal('attestation_signature_invalid')
    return { format: 'packed', type: 'self', trustPath: [], aaguidSigned: false }
  }

  const trustPath = requireCertificates(statement)
  const attestation = readAttestationCertificate(trustPath[0])
  verifyStatementSignature(attestation, alg, signed, signature)
  verifyRequirements(attestation.certificate)
  verifyCertificateAaguid(attestation.certificate, attested)
  return { format: 'packed', type: 'basic', trustPath, aaguidSigned: true }
}

const countryName = '2.5.4.6'
const organizationName = '2.5.4.10'
const organizationalUnitName = '2.5.4.11'
const commonName = '2.5.4.3'

/** @see https://www.w3.org/TR/webauthn-3/#sctn-packed-attestation-cert-requirements */
function verifyRequirements(certificate: Certificate): void {
  requireEndEntity(certificate)
  const valuesOf = (type: string) =>
    certificate.subject.attributes.filter((attribute) => attribute.type === type).map(({ value }) => value)

  if (!valuesOf(countryName).some((value) => /^[A-Za-z]{2}$/.test(value))) refuseCertificate('subject C')
  if (!valuesOf(organizationName).some((value) => value !== '')) refuseCertificate('subject O')
  if (!valuesOf(organizationalUnitName).includes('Authenticator Attestation')) refuseCertificate('subject OU')
  if (!valuesOf(commonName).some((value) => value !== '')) refuseCertificate('subject CN')
}
