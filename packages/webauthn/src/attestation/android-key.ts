// Follows §8.4 of WebAuthn Level 3.
import { type CborMap, concatBytes, equalBytes } from '@latchkey/encoding'
import { DerRefusal } from '@latchkey/encoding/x509'
import { CeremonyRefusal } from '../refusal.ts'
import {
  type AttestationCertificate,
  readAttestationCertificate,
  refuseCertificate,
  verifyCredentialKey,
  verifyStatementSignature,
} from './certificate.ts'
import { type AuthorizationList, type KeyDescription, readKeyDescription } from './key-description.ts'
import {
  type AttestationFacts,
  type Attested,
  requireAlgorithm,
  requireBytes,
  requireCertificates,
  requireMembers,
} from './statement.ts'

const keyDescriptionExtension = '1.3.6.1.4.1.11129.2.1.17'

const PURPOSE_SIGN = 2
const ORIGIN_GENERATED = 0

/**
 * Verify the statement of an Android key: the credential's own certificate, in which the keystore describes the key.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-android-key-attestation
 */
export function verifyAndroidKey(statement: CborMap, attested: Attested): AttestationFacts {
  requireMembers(statement, 'alg', 'sig', 'x5c')
  const alg = requireAlgorithm(statement)
  const signature = requireBytes(statement, 'sig')
  const trustPath = requireCertificates(statement)

  const attestation = readAttestationCertificate(trustPath[0])
  const signed = concatBytes(attested.authenticatorData, attested.clientDataHash)
  verifyStatementSignature(attestation, alg, signed, signature)
  verifyCredentialKey(attestation, attested)

  const description = getKeyDescription(attestation)
  if (!equalBytes(description.attestationChallenge, attested.clientDataHash)) {
    throw new CeremonyRefusal('attestation_challenge_mismatch')
  }
  verifyAuthorizations(description)

  const { securityLevel: androidSecurityLevel } = description
  return { format: 'android-key', type: 'basic', trustPath, aaguidSigned: true, androidSecurityLevel }
}

function getKeyDescription({ certificate }: AttestationCertificate): KeyDescription {
  const extension = certificate.extensions.get(keyDescriptionExtension)
  if (extension === undefined) refuseCertificate('key description extension')
  try {
    return readKeyDescription(extension.value)
  } catch (cause) {
    if (cause instanceof DerRefusal) refuseCertificate('key description extension', cause)
    throw cause
  }
}

function verifyAuthorizations({ securityLevel, softwareEnforced, hardwareEnforced }: KeyDescription): void {
  for (const list of [softwareEnforced, hardwareEnforced]) {
    // A key any application may use is not bound to an RP ID.
    if (list.allApplications) refuseDescription('allApplications')
    if (list.origin !== undefined) requireGenerated(list)
    if (list.purposes !== undefined) requireSigning(list)
  }
  // Deviates: where only software guards the key, its lists may be silent. They are in the standard's own test vector,
  // and software would say anything. Whoever wants hardware looks at `androidSecurityLevel`; then the hardware's own
  // list, and no other, must say both.
  if (securityLevel === 'software') return
  requireGenerated(hardwareEnforced)
  requireSigning(hardwareEnforced)
}

function requireGenerated({ origin }: AuthorizationList): void {
  if (origin !== ORIGIN_GENERATED) refuseDescription('origin')
}

function requireSigning({ purposes }: AuthorizationList): void {
  if (purposes?.length !== 1 || purposes[0] !== PURPOSE_SIGN) refuseDescription('purpose')
}

function refuseDescription(detail: string): never {
  throw new CeremonyRefusal('attestation_key_description_unfit', { detail })
}
