/**
 * The relying party of WebAuthn Level 3: ceremonies, attestation, trust. Reads no clock, no randomness and no network.
 */

export { credentialAlgorithms } from './algorithm.ts'
export {
  type AttestationExplanation,
  type ExplainedCertificate,
  explainAttestation,
  explainCertificate,
} from './attestation/explain-attestation.ts'
export type { AndroidSecurityLevel, AttestationFacts, AttestationType } from './attestation/statement.ts'
export {
  type ExpectedTpmEvidence,
  type TpmEvidence,
  type TpmEvidenceFacts,
  verifyTpmEvidence,
} from './attestation/tpm-evidence.ts'
export type { ExpectedCeremony, UserVerification } from './ceremony.ts'
export { type ClientData, readClientData } from './client-data.ts'
export type { MetadataModel, StatusReport } from './metadata/metadata-model.ts'
export {
  MetadataRefusal,
  type MetadataRefusalCode,
  metadataRefusalCodes,
} from './metadata/metadata-refusal.ts'
export { type BadStatus, badStatuses, type ModelStanding, modelStanding } from './metadata/model-standing.ts'
export { type ExpectedBlob, type MetadataBlob, verifyMetadataBlob } from './metadata/verify-metadata-blob.ts'
export {
  type AuthenticationOptionsJson,
  type AuthenticationRequest,
  authenticationOptions,
  type CredentialDescriptorJson,
  type Hint,
  type NamedCredential,
  type RegistrationOptionsJson,
  type RegistrationRequest,
  registrationOptions,
} from './options.ts'
export { type AuthenticationResponse, readAuthenticationResponse } from './read-authentication-response.ts'
export { type RegistrationResponse, readRegistrationResponse } from './read-registration-response.ts'
export {
  CeremonyRefusal,
  type CeremonyRefusalCode,
  type CeremonyRefusalOptions,
  ceremonyRefusalCodes,
} from './refusal.ts'
export type { AuthenticatorAttachment } from './response-json.ts'
export {
  type AuthenticationFacts,
  type ExpectedAuthentication,
  verifyAuthentication,
} from './verify-authentication.ts'
export {
  type ExpectedRegistration,
  type RegistrationFacts,
  verifyRegistration,
} from './verify-registration.ts'
export { type TrustAnchors, type TrustObstacle, type TrustVerdict, verifyTrust } from './verify-trust.ts'
export { importPublicKey, type VerifyingKey } from './verifying-key.ts'
