import type { AccountSignal } from '../passkeys.ts'

/** An instant, as ISO 8601 in UTC. */
type Instant = string

/** The ways a person has to sign in, and what their organisation wants of them: `GET /security-info/api/methods`. */
export interface MethodsOfPerson {
  /** Newest first. */
  readonly passkeys: readonly PasskeyOfPerson[]
  readonly codes: readonly CodesOfPerson[]
  /** Devices with an authenticator of ours that approve sign-ins. */
  readonly approvers: readonly ApproverOfPerson[]
  /** Browsers that may ask for an approval alone, last used first. */
  readonly browsers: readonly BrowserOfPerson[]
  readonly password?: { readonly changedAt: Instant } | undefined
  /** A Temporary Access Pass that can be used, now or later. */
  readonly pass?:
    | { readonly startsAt: Instant; readonly expiresAt: Instant; readonly once: boolean }
    | undefined
  /** Registrations that came to nothing in the last day, latest first. */
  readonly unfinished: readonly UnfinishedOfPerson[]
  readonly requirement: Requirement
  readonly preferred: Preferred
}

/** A passkey, as its owner sees it. */
export interface PasskeyOfPerson {
  /** base64url */
  readonly id: string
  /** The person's own name for it. */
  readonly name: string
  readonly model: ModelOfPasskey
  /** `mayBeSynced`: it can be copied, and was not when it was last used. */
  readonly keeping: 'thisDeviceOnly' | 'synced' | 'mayBeSynced'
  /** Who copies it, where that is known. */
  readonly syncedBy?: string | undefined
  readonly addedAt: Instant
  readonly lastUsedAt?: Instant | undefined
  readonly lastUsedFrom?: Place | undefined
  /** Why the rules of this moment do not take it, as a code of `passkey_…`; absent if they do. */
  readonly dormantBecause?: string | undefined
  /** Whether it has ever told who was at it: until then it is one factor. */
  readonly verified: boolean
  /** It is the only way in: its owner cannot delete it. */
  readonly last: boolean
}

/** What a passkey is, as far as anybody knows. */
export interface ModelOfPasskey {
  readonly name?: string | undefined
  /** A small picture as a `data:` URL. */
  readonly icon?: string | undefined
  /** What to draw where there is no picture. */
  readonly kind: 'securityKey' | 'platform' | 'provider' | 'latchkey' | 'unknown'
  /** Where passkeys of it live: how one is deleted there. */
  readonly place: PlaceOfPasskey
  /** Whether an attestation proved the model; else it is what the device says. */
  readonly proven: boolean
}

export type PlaceOfPasskey =
  | 'apple'
  | 'google'
  | 'windows'
  | 'chromeMac'
  | 'samsung'
  | 'manager'
  | 'securityKey'
  | 'unknown'

/** Where a request came from. */
export interface Place {
  readonly ipAddress: string
  /** Two capital letters, where it is known. */
  readonly country?: string | undefined
}

/** An authenticator app for one-time codes. */
export interface CodesOfPerson {
  readonly id: string
  readonly name: string
  readonly addedAt: Instant
  readonly lastUsedAt?: Instant | undefined
  /** Without it there is no way in that the organisation accepts. */
  readonly last: boolean
}

/** A device that approves sign-ins. */
export type ApproverOfPerson = CodesOfPerson

/** A browser that is remembered. */
export interface BrowserOfPerson {
  readonly id: string
  /** What people call it and its system, where they are known. */
  readonly browser?: string | undefined
  readonly system?: string | undefined
  readonly addedAt: Instant
  readonly lastUsedAt: Instant
}

/** A registration that was begun and came to nothing here. The device may hold a passkey that lets nobody in. */
export interface UnfinishedOfPerson {
  readonly kind: PasskeyKind
  /** Why, as a code of the catalogue of problems. */
  readonly code: string
  readonly at: Instant
  /** What it was, if the server saw it. */
  readonly model?: Omit<ModelOfPasskey, 'proven'> | undefined
}

/** Where a new passkey is to be kept. `provider`: in an app that the organisation names. */
export type PasskeyKind = 'this-device' | 'other-device' | 'security-key' | 'provider'

/** What the organisation asks of everybody, and whether this person can do it. */
export interface Requirement {
  readonly strength: 'singleFactor' | 'multiFactor' | 'passwordless' | 'phishingResistant'
  readonly satisfied: boolean
  /** How many passkeys work at the moment. */
  readonly passkeys: number
  /** Whether one of them is copied to other devices: losing a device does not lose it. */
  readonly syncedPasskey: boolean
}

/** What somebody is asked for first. */
export interface Preferred {
  readonly chosen?: 'passkey' | 'password' | 'push' | undefined
  /** What can be chosen; nothing to choose from if there is less than one. */
  readonly offered: readonly ('passkey' | 'password' | 'push')[]
  /** The organisation proposes the best method, whatever was chosen. */
  readonly bySystem: boolean
}

/** Where a new passkey landed: `GET /security-info/api/passkeys/:id/landing`. */
export interface LandingOfPasskey {
  /** In what it differs from what was asked for; empty if in nothing. */
  readonly differences: readonly ('provider' | 'keeping' | 'place' | 'proof')[]
  /** Whether an attestation proved the model. */
  readonly proven: boolean
}

/** What came of a registration: `POST /security-info/api/passkeys/finish`. */
export interface AddedPasskey extends LandingOfPasskey {
  readonly passkey: PasskeyOfPerson
  readonly signal: AccountSignal
}

/** A key for an authenticator app: `POST /security-info/api/codes/begin`. */
export interface BegunCodes {
  /** base32 */
  readonly secret: string
  /** The secret again, for the server alone. */
  readonly sealed: string
  readonly qr: Qr
}

/** A QR code as a path of an SVG: dark modules of one unit, margin included. */
export interface Qr {
  readonly size: number
  readonly path: string
}

/** Why the browser gave no passkey, in words: `POST /security-info/api/explain`. */
export interface ExplainedFailure {
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly next: string
  readonly correlationId: string
}
