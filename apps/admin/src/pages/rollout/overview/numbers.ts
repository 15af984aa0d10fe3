export const stages = ['capable', 'invited', 'opened', 'started', 'created', 'used'] as const
export type Stage = (typeof stages)[number]

export const leftReasons = [
  'lost',
  'tooOld',
  'failed',
  'snoozed',
  'started',
  'opened',
  'noDevice',
  'neverOpened',
  'notInvited',
] as const
export type LeftReason = (typeof leftReasons)[number]

export type CohortKind = 'wave' | 'group' | 'device' | 'model'

/** People who have something in common. */
export interface Cohort {
  readonly by: CohortKind
  readonly key: string
  readonly displayName: string | null
  readonly people: number
  readonly stages: Readonly<Record<Stage, number>>
  readonly left: number
  readonly failed: number
}

/** Failures that are alike. */
export interface Failure {
  readonly when: 'registering' | 'signingIn'
  readonly code: string
  readonly aaGuid: string | null
  readonly displayName: string | null
  readonly failures: number
  readonly people: number
  readonly lastDateTime: string
}

interface Rate {
  readonly events: number
  readonly personHours: number
}

/** What is to be expected. */
export interface Forecast {
  readonly deadlineDateTime: string
  readonly deadlineOf: 'asked' | 'campaign' | 'wave' | 'assumed'
  readonly left: number
  readonly mostlyDoneDateTime: string | null
  readonly rates: { readonly registering: Readonly<Record<'before' | 'burst' | 'taper' | 'rest', Rate>> }
  readonly days: readonly {
    readonly startDateTime: string
    readonly registrations: number
    readonly left: number
    readonly leftLow: number
    readonly leftHigh: number
    readonly calls: number
    readonly burst: boolean
  }[]
}

/** How far a rollout has come. */
export interface Numbers {
  readonly countedDateTime: string
  readonly people: number
  readonly stages: Readonly<Record<Stage, number>>
  readonly usedWithinWeek: number
  readonly standing: Readonly<
    Record<'withPasskey' | 'onlyPhishable' | 'phishableBeside' | 'onlyPasskeys' | 'nothing', number>
  >
  readonly left: readonly { readonly reason: LeftReason; readonly code?: string; readonly people: number }[]
  readonly cohorts: readonly Cohort[]
  readonly days: readonly {
    readonly day: string
    readonly created: number
    readonly failed: number
    readonly announced: number
  }[]
  readonly signIns: readonly {
    readonly day: string
    readonly signIns: number
    readonly passkeySignIns: number
  }[]
  readonly times: readonly {
    readonly method: string
    readonly signIns: number
    readonly medianMilliseconds: number
    readonly ninetiethMilliseconds: number
  }[]
  readonly failures: readonly Failure[]
  readonly callsPerFailure: number
  readonly forecast: Forecast
}

/** Somebody who may have a passkey and has none. */
export interface PersonLeft {
  readonly id: string
  readonly userPrincipalName: string
  readonly displayName: string
  readonly reason: LeftReason
  readonly code: string | null
  readonly device: string
  readonly lastStep: string | null
  readonly lastStepDateTime: string | null
}
