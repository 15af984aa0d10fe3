import { type Phase, phaseAt } from './phase.ts'

/** People who are told of a rollout at the same moments: a wave, or whoever is in none. Instants in milliseconds. */
export interface ForecastGroup {
  /** Who may have a passkey, those who have one already included. */
  readonly people: number
  /** When each of them who has one made the first. */
  readonly registeredAt: readonly number[]
  /** When somebody failed, once a person and day at most. */
  readonly troubledAt: readonly number[]
  /** Past and planned. */
  readonly announcedAt: readonly number[]
}

/** How likely it is that one who is left does something within one hour of a phase. */
export interface PhaseRate {
  readonly perHour: number
  /** The standard deviation of that. */
  readonly spread: number
  /** What was seen: so often, in so many hours that people waited through. */
  readonly events: number
  readonly personHours: number
}

/** Registrations and troubles, by phase. */
export interface Rates {
  readonly registering: Readonly<Record<Phase, PhaseRate>>
  readonly failing: Readonly<Record<Phase, PhaseRate>>
}

/**
 * What is assumed as long as nothing was seen: in the first two days a seventh of those who are left, a twelfth in the
 * rest of the week, one in a hundred a day later, a fifth of that while nobody was told anything; one failure for every
 * ten registrations.
 */
const assumedPerHour: Readonly<Record<Phase, number>> = {
  before: 0.002 / 24,
  burst: 0.15 / 48,
  taper: 0.08 / 120,
  rest: 0.01 / 24,
}
const assumedFailures = 0.1

/** What an assumption weighs: as much as twenty people who were watched for two days. A few dozen people outweigh it. */
const assumedPersonHours = 20 * 48

const hour = 3_600_000

/**
 * Estimate how likely it is that somebody who is left registers, or fails, within an hour, for each phase apart: how often
 * it happened, over how many hours people who were left waited through (a rate of a piecewise constant hazard). Groups
 * are pooled: the same announcement is thought to work on all alike.
 *
 * @param from the first moment that was watched @param until the last, exclusive
 */
export function estimateRates(groups: readonly ForecastGroup[], from: number, until: number): Rates {
  const personHours = none()
  const registrations = none()
  const failures = none()
  for (const group of groups) watch(group, { from, until }, { personHours, registrations, failures })
  return {
    registering: toRates(registrations, personHours, 1),
    failing: toRates(failures, personHours, assumedFailures),
  }
}

type Sums = Record<Phase, number>
const none = (): Sums => ({ before: 0, burst: 0, taper: 0, rest: 0 })

function watch(
  { people, registeredAt, troubledAt, announcedAt }: ForecastGroup,
  { from, until }: { readonly from: number; readonly until: number },
  sums: { readonly personHours: Sums; readonly registrations: Sums; readonly failures: Sums },
): void {
  const announcements = announcedAt.toSorted((a, b) => a - b)
  const registrations = registeredAt.toSorted((a, b) => a - b)
  let done = 0
  for (let at = from; at < until; at += hour) {
    while (done < registrations.length && (registrations[done] ?? 0) < at) done++
    sums.personHours[phaseAt(at, announcements)] +=
      Math.max(0, people - done) * (Math.min(hour, until - at) / hour)
  }
  const inTime = (at: number) => at >= from && at < until
  for (const at of registrations.filter(inTime)) sums.registrations[phaseAt(at, announcements)]++
  for (const at of troubledAt.filter(inTime)) sums.failures[phaseAt(at, announcements)]++
}

function toRates(events: Sums, personHours: Sums, share: number): Record<Phase, PhaseRate> {
  const rate = (phase: Phase): PhaseRate => {
    const weight = personHours[phase] + assumedPersonHours
    const happened = events[phase] + assumedPerHour[phase] * share * assumedPersonHours
    return {
      perHour: happened / weight,
      spread: Math.sqrt(happened) / weight,
      events: events[phase],
      personHours: personHours[phase],
    }
  }
  return { before: rate('before'), burst: rate('burst'), taper: rate('taper'), rest: rate('rest') }
}
