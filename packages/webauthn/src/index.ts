/**
 * The relying party of WebAuthn Level 3: ceremonies, attestation, trust. Reads no clock, no randomness and no network.
 */
export type { AttestationFacts, AttestationType } from './attestation/statement.ts'
export type { ExpectedCeremony, UserVerification } from './ceremony.ts'
export { type ClientData, readClientData } from './client-data.ts'
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
export { importPublicKey, type VerifyingKey } from './verifying-key.ts'
