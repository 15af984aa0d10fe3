/**
 * The authenticator of CTAP 2.2: makes passkeys, vouches for them, signs with them. Pure: cryptography, storage,
 * randomness, the clock and the person are arguments, so it runs in Node, in a page and in an extension.
 */
export { type Authenticator, powerUp } from './authenticator.ts'
export { type CallingPage, type ClientPlatform, clientPlatform } from './client/client-platform.ts'
export type { CreationOptionsJson, ExtensionInputsJson, RequestOptionsJson } from './client/options-json.ts'
export { toPrfSalt } from './client/prf.ts'
export type { AuthenticationResponseJson, RegistrationResponseJson } from './client/response-json.ts'
export {
  type CredentialShelf,
  type CredentialSource,
  newVerificationState,
  type PinVerifier,
  type RetryKind,
  type UserEntity,
  type VerificationState,
} from './credential-shelf.ts'
export type {
  AgreementKey,
  AgreementPoint,
  AuthenticatorCryptography,
  CredentialAlgorithm,
  SigningKey,
} from './cryptography.ts'
export type {
  AttestationChoice,
  AttestationIdentity,
  AuthenticatorDeps,
  AuthenticatorModel,
  Transport,
} from './engine.ts'
export { memoryShelf } from './memory-shelf.ts'
export type { Account, Confirmation, Person, PersonAnswer } from './person.ts'
export { type CtapRefusalCode, ctapStatus } from './status.ts'
export { toSigningKey, webCryptography } from './web-cryptography.ts'
