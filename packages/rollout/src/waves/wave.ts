/** What a wave does to its people: it invites them to register a passkey, or it asks for one at every sign-in. */
export type WaveKind = 'registration' | 'enforcement'

/** Where a wave is. Nothing leads back to `planned`; one that was stopped may start again. */
export const waveStates = ['planned', 'started', 'stopped', 'done'] as const

/** One of `waveStates`. */
export type WaveState = (typeof waveStates)[number]

/** Groups of people whose turn it is between two days. */
export interface Wave {
  readonly tenantId: string
  /** UUIDv7. */
  readonly waveId: string
  readonly kind: WaveKind
  readonly name: string
  readonly groupIds: readonly string[]
  /** Day 0. */
  readonly startsAt: Date
  /** After `startsAt`. */
  readonly endsAt: Date
  /** When its people were first told. */
  readonly announcedAt?: Date
  readonly state: WaveState
  /** When it started first, which may be later than planned. */
  readonly startedAt?: Date
  /** Why it did not start though its day has come, by name. */
  readonly heldBecause?: string
  /** When an enforcement wave last looked at who can make it. */
  readonly checkedAt?: Date
  /** Of an enforcement wave, and of no other. */
  readonly target?: WaveTarget
  readonly createdAt: Date
  /** A user id, or who else made it. */
  readonly createdBy: string
  /** One more with each change. */
  readonly version: number
}

/** What an enforcement wave works on. */
export interface WaveTarget {
  /** The Conditional Access policy that asks for a passkey. */
  readonly policyId: string
  /** The group that policy is about, into which the wave moves people. */
  readonly groupId: string
}
