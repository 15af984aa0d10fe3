import type { SigningKey } from './cryptography.ts'

/** Whose credential it is. @see https://www.w3.org/TR/webauthn-3/#dictionary-user-credential-params */
export interface UserEntity {
  /** The user handle, 1 to 64 bytes. */
  readonly id: Uint8Array
  readonly name?: string
  readonly displayName?: string
}

/** How well a credential hides. 2: without user verification only to who knows its ID. 3: not at all without. */
export type CredProtect = 1 | 2 | 3

/** All an authenticator keeps of a credential. @see https://www.w3.org/TR/webauthn-3/#public-key-credential-source */
export interface CredentialSource {
  readonly id: Uint8Array
  readonly rpId: string
  readonly rpName?: string
  readonly user: UserEntity
  readonly discoverable: boolean
  readonly privateKey: SigningKey
  /** A COSE key. */
  readonly publicKey: Uint8Array
  /** How many signatures were made, this one included. */
  readonly signCount: number
  readonly credProtect: CredProtect
  /** Whether it may be copied to other devices; it never changes. */
  readonly backupEligible: boolean
  /** What `hmac-secret` and `prf` are computed with, by whether the user was verified. */
  readonly credRandom: { readonly withUv: Uint8Array; readonly withoutUv: Uint8Array }
  readonly largeBlobKey?: Uint8Array
  readonly createdAt: Date
}

/** What a PIN is compared with. It is slow to guess from. */
export interface PinVerifier {
  readonly salt: Uint8Array
  readonly verifier: Uint8Array
}

export type RetryKind = 'pinRetries' | 'uvRetries'

/** How many tries are left, and what the PIN is compared with, if there is one. */
export interface VerificationState {
  readonly pin?: PinVerifier
  readonly pinRetries: number
  readonly uvRetries: number
}

/**
 * Where an authenticator keeps what it must remember. Every method is one atomic step, and what it changed is durable
 * when its promise is fulfilled: several authenticators may stand before one shelf.
 *
 * A shelf may be locked until the person has proven who they are. Then `listCredentials` gives credentials whose secrets
 * (`privateKey`, `credRandom`) throw when they are touched; whoever needs them asks `findCredential` after the proof.
 */
export interface CredentialShelf {
  /** How many credentials have room. */
  readonly capacity: number
  countCredentials(): Promise<number>
  /**
   * Put a credential on the shelf. A discoverable one takes the place of another of the same RP ID and user handle.
   */
  putCredential(credential: CredentialSource): Promise<'kept' | 'full'>
  findCredential(id: Uint8Array): Promise<CredentialSource | undefined>
  /** All, or those of one RP ID; the newest first. */
  listCredentials(rpId?: string): Promise<readonly CredentialSource[]>
  /** Add one to a credential's counter of signatures, and give the new count; `undefined` if it is gone. */
  countSignature(id: Uint8Array): Promise<number | undefined>
  /** @returns whether there was such a credential */
  putUser(id: Uint8Array, user: UserEntity): Promise<boolean>
  /** @returns whether there was such a credential */
  removeCredential(id: Uint8Array): Promise<boolean>
  getVerificationState(): Promise<VerificationState>
  /** Keep what the PIN is compared with from now on. */
  putPin(pin: PinVerifier): Promise<void>
  /** Take one try away; `false` if none was left. */
  takeRetry(kind: RetryKind): Promise<boolean>
  putRetries(kind: RetryKind, left: number): Promise<void>
  /** The serialised large-blob array; `undefined` if none was ever written. */
  findLargeBlobs(): Promise<Uint8Array | undefined>
  putLargeBlobs(serialised: Uint8Array): Promise<void>
  /** Forget all. */
  clear(): Promise<void>
}

/** Tries of a PIN before only a reset helps. */
export const mostPinRetries = 8
/** Tries of built-in user verification before only a PIN helps. */
export const mostUvRetries = 5

/** What a shelf holds before anybody did anything. */
export const newVerificationState: VerificationState = {
  pinRetries: mostPinRetries,
  uvRetries: mostUvRetries,
}
