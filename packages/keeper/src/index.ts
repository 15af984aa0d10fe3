/**
 * What every surface of the Authenticator does: it keeps accounts and passkeys, registers its device, unlocks, and
 * cleans up after itself. At home in a page, an extension and Node: store, fetch, cryptography, clock and chance are
 * arguments.
 */
export {
  type AccountDeps,
  type AccountId,
  accountIdOf,
  deviceApi,
  getAccount,
} from './accounts/account-book.ts'
export { addAccount, type DeviceNames, renewWhenDue } from './accounts/add-account.ts'
export {
  type CleanedPasskey,
  type CleanUpReport,
  cleanUpAccount,
  takeAcceptedSignal,
  takeUnknownSignal,
} from './accounts/clean-up.ts'
export { forgetAccount, removeAccount } from './accounts/remove-account.ts'
export { type DeviceKey, type DeviceKeys, sealedDeviceKeys, webDeviceKeys } from './keys/device-key.ts'
export {
  type KeeperCryptography,
  toAttestationKey,
  webKeeperCryptography,
} from './keys/keeper-cryptography.ts'
export { writeCertificateRequest } from './keys/write-certificate-request.ts'
export type { OpenedWebSocket, OpenWebSocket } from './links/in-band-tunnel.ts'
export { type InTurn, newTurns } from './links/in-turn.ts'
export { keepListening } from './links/keep-listening.ts'
export type { AuthenticatorLink, ClientLink } from './links/kept-link.ts'
export { type LinkApi, linkApi } from './links/link-api.ts'
export {
  forgetLink,
  openAuthenticatorLink,
  openClientLink,
  putAuthenticatorLink,
  putClientLink,
} from './links/link-book.ts'
export {
  type LinkDeps,
  type MetBrowser,
  type MetDevice,
  type ReadingDevice,
  readLink,
  type ShownLink,
  showLink,
} from './links/make-link.ts'
export { signingOnly } from './links/signing-only.ts'
export { callDevice, type Listening, listenForCalls } from './links/use-link.ts'
export { webLinkDeps } from './links/web-link-deps.ts'
export { answeredScreen } from './lock/answered-screen.ts'
export type { Argon2id } from './lock/derive-key.ts'
export { findPrfOutput, lockPasskeyCreation, lockPasskeyRequest } from './lock/lock-passkey.ts'
export {
  type NewLock,
  newVault,
  type UnlockSecret,
  type Vault,
  type VaultDeps,
  type VaultOptions,
  type VaultState,
} from './lock/vault.ts'
export { type Question, type Screen, type ScreenAnswer, verifyingPerson } from './lock/verifying-person.ts'
export { createPasskey } from './passkeys/create-passkey.ts'
export { keeperShelf, removeCredential, type ShelfDeps } from './passkeys/keeper-shelf.ts'
export { type EngineDeps, openEngine } from './passkeys/open-engine.ts'
export { KeeperRefusal, type KeeperRefusalCode } from './refusal.ts'
export {
  type AuthenticatorApi,
  type AuthenticatorApiDeps,
  type Caller,
  newAuthenticatorApi,
} from './server/authenticator-api.ts'
export { type ProofRequest, writeDeviceProof } from './server/device-proof.ts'
export { indexedDbStore } from './storage/indexed-db-store.ts'
export { type KeeperStore, memoryStore } from './storage/keeper-store.ts'
export {
  type Argon2idCost,
  type Kept,
  type KeptAccount,
  type KeptAuthenticatorLink,
  type KeptClientLink,
  type KeptCredential,
  type KeptLockPasskey,
  nothingKept,
  type PinStretching,
} from './storage/kept.ts'
export { readKept } from './storage/read-kept.ts'
