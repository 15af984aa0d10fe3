import type { Evidence } from '@latchkey/policy'
import type { MadeOn } from '../device-links/is-reachable.ts'
import type { AnchorKind } from '../trust/judge-attestation.ts'

/**
 * What we keep of a passkey: WebAuthn Level 3's credential record, and what the registration established.
 *
 * @see https://www.w3.org/TR/webauthn-3/#credential-record
 */
export interface CredentialRecord {
  readonly tenantId: string
  readonly userId: string
  /** The credential id, at most 1023 bytes; unique per RP ID across tenants. */
  readonly id: Uint8Array
  readonly rpId: string
  /** COSE_Key, as the authenticator gave it. */
  readonly publicKey: Uint8Array
  /** COSE algorithm. */
  readonly algorithm: number
  readonly signCount: number
  /** As the client said: good for hints, never for a decision. */
  readonly transports: readonly string[]
  /** Whether a ceremony with user verification has succeeded. Until then the passkey is one factor. */
  readonly uvInitialized: boolean
  readonly backupEligible: boolean
  readonly backupState: boolean
  /** Lower-case UUID. A claim, unless the attestation was verified and trusted. */
  readonly aaguid: string
  readonly attestation: {
    readonly format: string
    /** `none`, `self`, `basic`, `attca`, `anonca`. */
    readonly type: string
    /** Whether it chained to an anchor for this AAGUID at registration. */
    readonly trusted: boolean
    /** What it proved about where the key lives, at registration; `none` unless trusted. */
    readonly evidence: Evidence
    /** Who vouched for it; absent unless trusted. */
    readonly anchor?: AnchorKind
    /** What it was, and what it signed: only `CredentialStore.find` gives these two. */
    readonly object?: Uint8Array
    readonly clientDataJson?: Uint8Array
  }
  /**
   * The serial number of the certificate that the attestation was signed with, if the organisation's device CA issued
   * it: the passkey was made on that device. Lower-case hexadecimal.
   */
  readonly deviceSerial?: string
  /**
   * The device that is: `findByRp` and `listOfPerson` give it. Not live: it was switched off, removed or its certificate
   * taken back, and the passkey lets nobody in. Live or not, whether anybody can ask for it is for `isReachable` to say.
   */
  readonly device?: MadeOn & { readonly deviceId: string; readonly live: boolean }
  /** The person's own name for it, at most 60 characters. */
  readonly name: string
  readonly createdAt: Date
  /** How it came to be: `self`, `conditional`, `interrupt`, `administrator`. */
  readonly createdBy: string
  readonly lastUsedAt?: Date
  /** The network address of the last use. */
  readonly lastUsedFrom?: string
}
