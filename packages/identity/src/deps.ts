import type { ClientHints } from '@latchkey/guidance'
import type { Keyring } from './keys/keyring.ts'
import type { LockOutMeans } from './lock-out/lock-out-ask.ts'
import type { Stores } from './stores.ts'

/** Us, in WebAuthn. */
export interface RelyingParty {
  /** Recorded at the first start; never changes. */
  readonly rpId: string
  /** What the browser shows. */
  readonly rpName: string
  /** The origins a ceremony may come from: our own, and the related ones the operator names. */
  readonly origins: readonly string[]
}

/** What the use cases need. Built once, by `main.ts`. */
export interface Deps {
  readonly stores: Stores
  readonly keyring: Keyring
  readonly rp: RelyingParty
  readonly now: () => Date
  readonly random: (length: number) => Uint8Array
  /** How long a registration or an authentication may take. */
  readonly ceremonySeconds: number
  /** Absent: whom a change shuts out is worked out here, and nothing is known of where people were but their address. */
  readonly lockOut?: LockOutMeans
}

/** Who is at the other end of a request, as far as the server itself saw. */
export interface Visitor {
  readonly correlationId: string
  readonly ipAddress: string
  readonly userAgent: string
  /** What the browser adds to it, where it was asked to. A claim, as the other is. */
  readonly clientHints?: ClientHints
  /** When the visit to the sign-in pages began that this request belongs to, if it does to one. */
  readonly startedAt?: Date | undefined
  /** The SHA-256 of the pre-session cookie: a challenge made for one browser is unknown to another. */
  readonly visitHash: Uint8Array
}
