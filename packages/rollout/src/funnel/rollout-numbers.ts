import type { StepName } from '@latchkey/identity'
import type { Forecast } from '../forecast/forecast-rollout.ts'
import type { Cohort, StageFigures } from './cohorts.ts'
import type { Announcement, FailureCount, SignInTime } from './funnel-store.ts'
import type { LeftReason } from './why-left.ts'

/** What people have to sign in with that can be given away, and what they have that cannot. */
export interface StandingFigures {
  /** A passkey that the rules of this moment let them use. */
  readonly withPasskey: number
  /** A password or codes, and no such passkey. */
  readonly onlyPhishable: number
  /** Such a passkey, and a password or codes beside it. */
  readonly phishableBeside: number
  /** Such a passkey, and nothing that can be given away. */
  readonly onlyPasskeys: number
  /** Nothing at all: they wait for a pass. */
  readonly nothing: number
  readonly password: number
  readonly totp: number
}

/** People who are left for the same reason. */
export interface LeftFigures {
  readonly reason: LeftReason
  /** With which failure; only where that is the reason. */
  readonly code?: string
  readonly people: number
}

/** What a day brought, in UTC. */
export interface RolloutDay {
  /** `2026-03-02` */
  readonly day: string
  /** People who made their first passkey, and who used one for the first time. */
  readonly created: number
  readonly firstUsed: number
  /** People who failed. */
  readonly failed: number
  /** People who were announced to. */
  readonly announced: number
}

/** How far a rollout has come. Everything is counted from events and from what people have, at one moment. */
export interface RolloutNumbers {
  readonly at: Date
  /** Who may sign in. */
  readonly people: number
  /** Of those, who may have a passkey, and how far they have come. */
  readonly stages: StageFigures
  /** How many of them used a passkey within seven days after they made the first. */
  readonly usedWithinWeek: number
  /** How many people came to each step themselves, whether they may sign in now or not. */
  readonly steps: Readonly<Partial<Record<StepName, number>>>
  readonly standing: StandingFigures
  /** Who may have a passkey and has none, the most frequent reason first. */
  readonly left: readonly LeftFigures[]
  readonly cohorts: readonly Cohort[]
  /** Up to today, without gaps. */
  readonly days: readonly RolloutDay[]
  readonly times: readonly SignInTime[]
  readonly failures: readonly FailureCount[]
  readonly announcements: readonly Announcement[]
  /** Where the deadline comes from: what was asked, the campaign, a wave, or nobody named one. */
  readonly deadlineOf: 'asked' | 'campaign' | 'wave' | 'assumed'
  readonly forecast: Forecast
}
