import { estimateRates, type ForecastGroup, type PhaseRate, type Rates } from './estimate-rates.ts'
import { type Phase, phaseAt } from './phase.ts'

/** What a forecast is made from. */
export interface ForecastAsk {
  readonly now: Date
  /** Until when, exclusive. */
  readonly deadline: Date
  /** Since when it was watched what people do. */
  readonly watchedSince: Date
  readonly groups: readonly ForecastGroup[]
  /** How many of those who fail call the help desk: nothing here hears a telephone. */
  readonly callsPerFailure: number
}

/** What a day is expected to bring. Fractions of people: many small chances add up. */
export interface ForecastDay {
  /** It begins so many days after now. */
  readonly startsAt: Date
  readonly registrations: number
  /** At its end; with eight chances in ten, between the two. */
  readonly left: number
  readonly leftLow: number
  readonly leftHigh: number
  readonly calls: number
  /** Whether somebody is within the first two days after an announcement. */
  readonly burst: boolean
}

/** What is expected until a deadline. */
export interface Forecast {
  readonly deadline: Date
  readonly left: number
  readonly rates: Rates
  readonly days: readonly ForecastDay[]
  /** From when nineteen of twenty people have a passkey; absent: not before the deadline. */
  readonly mostlyDoneAt?: Date
}

const hour = 3_600_000
const day = 24 * hour

/** Nobody plans for longer. */
const mostDays = 400

/** Eight of ten lie so many standard deviations around the middle. */
const eightOfTen = 1.2816

/**
 * Forecast a rollout: how many register each day and how many call the help desk, until a deadline.
 *
 * Each person who is left registers within an hour with a chance that depends on the phase alone: before any
 * announcement, in the 48 hours after the latest one, in the rest of that week, or later (`estimateRates`). The forecast
 * lets those chances work hour by hour on whoever is left, each group by its own announcements, planned ones included.
 * The help desk's calls are the failures expected in the same way, times how many of them lead to a call. So the two days
 * after an announcement and the taper are never averaged: that is what a help desk drowns in.
 *
 * The bounds take two things together: what the estimated chances may be off by, all of them at once, and that people do
 * not do exactly what chance expects of them. They say nothing of what was never seen.
 * Pure: the same facts, the same forecast.
 */
export function forecastRollout(ask: ForecastAsk): Forecast {
  const now = ask.now.getTime()
  const rates = estimateRates(ask.groups, ask.watchedSince.getTime(), now)
  const hours = Math.min(mostDays * 24, Math.max(0, Math.floor((ask.deadline.getTime() - now) / hour)))
  const expected = play(ask, hours, (rate) => rate.perHour, rates)
  const slow = play(ask, hours, ({ perHour, spread }) => Math.max(0, perHour - eightOfTen * spread), rates)
  const fast = play(ask, hours, ({ perHour, spread }) => perHour + eightOfTen * spread, rates)
  const waiting = leftNow(ask.groups)
  const days = expected.map((each, at): ForecastDay => {
    const chance = eightOfTen * Math.sqrt(Math.max(0, each.left * (1 - each.left / waiting)) || 0)
    const low = each.left - Math.hypot(each.left - (fast[at]?.left ?? each.left), chance)
    const high = each.left + Math.hypot((slow[at]?.left ?? each.left) - each.left, chance)
    return {
      startsAt: new Date(now + at * day),
      ...each,
      leftLow: Math.max(0, low),
      leftHigh: Math.min(waiting, high),
    }
  })
  const people = sum(ask.groups.map((group) => group.people))
  const done = days.find(({ left }) => left <= people / 20)
  return {
    deadline: ask.deadline,
    left: days.at(-1)?.left ?? waiting,
    rates,
    days,
    ...(done !== undefined && people > 0 && { mostlyDoneAt: new Date(done.startsAt.getTime() + day) }),
  }
}

type Played = Pick<ForecastDay, 'registrations' | 'left' | 'calls' | 'burst'>

/** Let the chances work on whoever is left, hour by hour. @returns what each day came to, the last one perhaps short */
function play(
  { now, groups, callsPerFailure }: ForecastAsk,
  hours: number,
  chance: (rate: PhaseRate) => number,
  { registering, failing }: Rates,
): readonly Played[] {
  const left = groups.map(({ people, registeredAt }) => Math.max(0, people - registeredAt.length))
  const announcements = groups.map(({ announcedAt }) => announcedAt.toSorted((a, b) => a - b))
  const days: { registrations: number; left: number; calls: number; burst: boolean }[] = []
  for (let at = 0; at < hours; at++) {
    const number = Math.floor(at / 24)
    days[number] ??= { registrations: 0, left: 0, calls: 0, burst: false }
    const today = days[number]
    for (const [group, waiting] of left.entries()) {
      const phase: Phase = phaseAt(now.getTime() + at * hour, announcements[group] ?? [])
      const register = waiting * Math.min(1, chance(registering[phase]))
      left[group] = waiting - register
      today.registrations += register
      today.calls += waiting * Math.min(1, chance(failing[phase])) * callsPerFailure
      today.burst ||= phase === 'burst' && waiting > 0
    }
    today.left = sum(left)
  }
  return days
}

function leftNow(groups: readonly ForecastGroup[]): number {
  return sum(groups.map(({ people, registeredAt }) => Math.max(0, people - registeredAt.length)))
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
