import { allow, type Decision, deny } from './decision.ts'

/** The organisation's policy of Temporary Access Passes. Times in minutes. */
export interface PassTerms {
  readonly defaultLifetimeMinutes: number
  readonly minimumLifetimeMinutes: number
  readonly maximumLifetimeMinutes: number
  /** True: every pass is one-time. False: whoever issues it chooses. */
  readonly onceOnly: boolean
}

/** What whoever issues a pass asks for. */
export interface PassAsk {
  readonly lifetimeMinutes?: number
  readonly startsAt?: Date
  readonly once?: boolean
}

/** How far ahead a pass may be made: for people who begin next month. */
export const longestPassLeadDays = 30

/** A start this far in the past is taken for now: two clocks, and a form that was open for a while. */
const startToleranceMinutes = 5

/** Decide whether a pass may be issued on these terms. */
export function mayIssuePass(ask: PassAsk, terms: PassTerms, now: Date): Decision {
  const minutes = ask.lifetimeMinutes ?? terms.defaultLifetimeMinutes
  const within =
    Number.isInteger(minutes) &&
    minutes >= terms.minimumLifetimeMinutes &&
    minutes <= terms.maximumLifetimeMinutes
  if (!within) return deny('lifetime_outside_policy')

  const lead = (ask.startsAt ?? now).getTime() - now.getTime()
  const startsInTime = lead >= -startToleranceMinutes * 60_000 && lead <= longestPassLeadDays * 86_400_000
  if (!startsInTime) return deny('start_outside_policy')

  if (terms.onceOnly && ask.once === false) return deny('once_only')
  return allow
}

/** Decide whether a pass that was typed right may be used now. */
export function mayUsePass(
  pass: {
    readonly startsAt: Date
    readonly expiresAt: Date
    readonly once: boolean
    readonly usedAt?: Date
  },
  now: Date,
): Decision {
  if (now.getTime() >= pass.expiresAt.getTime()) return deny('pass_expired')
  if (pass.once && pass.usedAt !== undefined) return deny('pass_used')
  if (now.getTime() < pass.startsAt.getTime()) return deny('pass_not_yet_valid')
  return allow
}
