import type { AuthenticatorAccount, RegisteredDevice } from '@latchkey/api/authenticator'

/**
 * All that an authenticator remembers, in one document: plain values, bytes in base64url. Nothing in it is secret but
 * what is sealed, and `deviceKey`, which is whatever the surface's `DeviceKeys` made of a key: a `CryptoKey` that cannot
 * be exported, a TPM's blob, or sealed bytes.
 */
export interface Kept {
  readonly version: 1
  readonly accounts: readonly KeptAccount[]
  /** The oldest first. */
  readonly credentials: readonly KeptCredential[]
  readonly lock?: KeptLock
  /** Browsers this device answers, and devices this browser calls. */
  readonly authenticatorLinks?: readonly KeptAuthenticatorLink[]
  readonly clientLinks?: readonly KeptClientLink[]
  /** What CTAP's own PIN is compared with; no surface of ours sets one. */
  readonly pin?: { readonly salt: string; readonly verifier: string; readonly retries: number }
  readonly largeBlobs?: string
}

/** An account, and this device's registration for it. */
export interface KeptAccount {
  readonly serverUrl: string
  readonly account: AuthenticatorAccount
  /** As the server said last. */
  readonly device: RegisteredDevice
  /** The device's certificate and that of its issuer, in DER. */
  readonly x5c: readonly string[]
  /** Absent after a wipe: register again. */
  readonly deviceKey?: unknown
}

/** A passkey. `privateKey` and `secrets` are sealed under the key of the vault, for this very credential. */
export interface KeptCredential {
  readonly id: string
  readonly rpId: string
  readonly rpName?: string
  readonly user: { readonly id: string; readonly name?: string; readonly displayName?: string }
  readonly discoverable: boolean
  readonly algorithm: -7 | -8 | -257
  readonly privateKey: string
  readonly publicKey: string
  readonly signCount: number
  readonly credProtect: 1 | 2 | 3
  readonly backupEligible: boolean
  /** `credRandom` with and without verification, then the large-blob key if there is one; 32 bytes each. */
  readonly secrets: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
}

/** What opens the vault: its key, wrapped once for a PIN, once for a passkey, or for both. */
export interface KeptLock {
  readonly pin?: KeptPin
  readonly passkey?: KeptLockPasskey
  /** Wrong PINs since the last right one; counted before each is judged. */
  readonly wrongPins: number
  /** Milliseconds since 1970: no PIN is judged before. */
  readonly waitsUntil?: number
}

/** The vault's key, wrapped by what the PIN gives when it is stretched in this way. */
export type KeptPin = { readonly salt: string; readonly wrapped: string } & PinStretching

/** How a PIN is stretched: by so many rounds of PBKDF2, or by argon2id. */
export type PinStretching = { readonly iterations: number } | { readonly argon2id: Argon2idCost }

/** What one try costs with argon2id. `memory` is in KiB. */
export interface Argon2idCost {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

/** The passkey of the platform that unlocks. It signs in nowhere: only its PRF counts. */
export interface KeptLockPasskey {
  readonly credentialId: string
  readonly rpId: string
  /** What its PRF is evaluated at. */
  readonly salt: string
  readonly wrapped: string
}

/** Whose a link is, at which server. */
interface KeptLink {
  /** What the server knows it by. */
  readonly linkId: string
  readonly serverUrl: string
  readonly tenantId: string
  readonly userId: string
}

/** A link at the end that signs. All that opens it is sealed under the key of the vault, for this very link. */
export interface KeptAuthenticatorLink extends KeptLink {
  readonly sealed: string
}

/** A link at the end that asks. What opens it is sealed by a key of its own, which cannot be exported. */
export interface KeptClientLink extends KeptLink {
  /** What the device is called. */
  readonly name: string
  readonly sealed: string
  /** A `CryptoKey`, in a store that takes one. */
  readonly key: unknown
}

/** What a new authenticator remembers. */
export const nothingKept: Kept = { version: 1, accounts: [], credentials: [] }
