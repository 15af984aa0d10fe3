import {
  type Department,
  departments,
  devices,
  type FleetDevice,
  type FleetFailure,
  failures,
  habits,
  waveShares,
} from './fleet.ts'
import { type Chance, seededChance } from './seeded.ts'

/** Something a person does, when its time comes. */
export type Occasion =
  | { readonly kind: 'read guide'; readonly at: number }
  /** Signs in the old way, fails so often in front of the prompt, and in the end has a passkey or not. */
  | {
      readonly kind: 'register'
      readonly at: number
      readonly failures: readonly FleetFailure[]
      readonly end: 'created' | 'given up' | 'not now'
    }
  | { readonly kind: 'sign in'; readonly at: number; readonly with: 'passkey' | 'password' }

/** Somebody, and all that they will do. Times are milliseconds after the beginning. */
export interface SimulatedPerson {
  /** Before the @. */
  readonly name: string
  readonly number: number
  readonly department: Department['name']
  /** 0 is the pilot. */
  readonly wave: number
  readonly device: FleetDevice
  readonly comesWith: 'password' | 'pass'
  readonly occasions: readonly Occasion[]
  /** What they do where nobody gets in without a passkey. */
  readonly whenHeld: 'makes one' | 'gives up'
}

/** What is simulated. */
export interface SimulationPlan {
  readonly people: readonly SimulatedPerson[]
  /** When each wave begins. */
  readonly waveStarts: readonly number[]
  /** When reminders go out, after the beginning of a wave. */
  readonly reminderDays: readonly number[]
  /** Absent: there is no time for it. */
  readonly enforcement?: EnforcementPlan
}

/** When passkeys are asked for: of whoever makes it, and a week later of whoever is left. */
export interface EnforcementPlan {
  readonly startsAt: number
  readonly deadlineAt: number
}

const hour = 60 * 60_000
const day = 24 * hour
const week = 7 * day
const reminderDays = [3, 10, 17, 24]

/** Plan everything that people will do; the same for the same seed. */
export function planPeople(ask: {
  readonly people: number
  readonly weeks: number
  readonly seed: number
}): SimulationPlan {
  const waveStarts = waveShares.map((_, wave) => startOfWave(wave, ask.weeks))
  const people = Array.from({ length: ask.people }, (_, number) =>
    // A seed of their own: with more people the first of them do the same as with fewer.
    planPerson(seededChance(ask.seed * 1_000_003 + number), number, waveStarts, ask.weeks * week),
  )
  const enforcement = planEnforcement(waveStarts, ask.weeks)
  return { people, waveStarts, reminderDays, ...(enforcement && { enforcement }) }
}

/** The last two weeks belong to it, if everybody was invited by then. At eight in the morning. */
function planEnforcement(waveStarts: readonly number[], weeks: number): EnforcementPlan | undefined {
  const startsAt = (weeks - 2) * week + day + 8 * hour
  if (startsAt < Math.max(...waveStarts) + day) return undefined
  return { startsAt, deadlineAt: startsAt + week }
}

/** The pilot has the first week to itself; the other waves share what is left, but the last two weeks. */
function startOfWave(wave: number, weeks: number): number {
  if (wave === 0) return day
  const left = Math.max(0, weeks - 3)
  return week + Math.floor(((wave - 1) * left) / (waveShares.length - 1)) * week + day
}

function planPerson(
  chance: Chance,
  number: number,
  waveStarts: readonly number[],
  end: number,
): SimulatedPerson {
  const wave = waveOf(chance.next())
  const device = chance.pick(devices)
  const comesWith = chance.happens(habits.comesWithPass) ? 'pass' : 'password'
  const tries = planTries(chance, device, { start: waveStarts[wave] ?? 0, end, isPilot: wave === 0 })
  const made = tries.find((one) => one.kind === 'register' && one.end === 'created')?.at
  const signIns = [
    ...(comesWith === 'password'
      ? planSignIns(chance, 'password', 0, made ?? end, habits.passwordSignInsPerWeek)
      : []),
    ...(made === undefined ? [] : planSignIns(chance, 'passkey', made + day / 8, end, habits.signInsPerWeek)),
  ]
  return {
    name: `p${String(number).padStart(5, '0')}`,
    number,
    department: chance.pick(departments).name,
    wave,
    device,
    comesWith,
    occasions: [...tries, ...signIns].filter(({ at }) => at < end).toSorted((a, b) => a.at - b.at),
    whenHeld: chance.happens(habits.makesOneWhenHeld) ? 'makes one' : 'gives up',
  }
}

function waveOf(point: number): number {
  let left = point
  const wave = waveShares.findIndex((share) => {
    left -= share
    return left < 0
  })
  return wave === -1 ? waveShares.length - 1 : wave
}

/** At each mail somebody acts or does not, until they have a passkey. */
function planTries(
  chance: Chance,
  device: FleetDevice,
  { start, end, isPilot }: { readonly start: number; readonly end: number; readonly isPilot: boolean },
): readonly Occasion[] {
  const planned: Occasion[] = []
  for (const [index, after] of [0, ...reminderDays].entries()) {
    const usual = index === 0 ? habits.actsOnAnnouncement : habits.actsOnReminder
    const acts = chance.happens(isPilot ? habits.pilotActs : usual)
    const delay = -Math.log(1 - chance.next()) * habits.daysUntilActing * day
    const at = toWorkingHour(start + after * day + delay, chance)
    if (!acts || at >= end) continue
    if (chance.happens(habits.readsGuide)) planned.push({ kind: 'read guide', at: at - 4 * 60_000 })
    const attempt = planAttempt(chance, device, at)
    planned.push(attempt)
    if (attempt.end === 'created') return planned
  }
  return planned
}

function planAttempt(chance: Chance, { keeper }: FleetDevice, at: number) {
  const kind = 'register' as const
  if (keeper === undefined) return { kind, at, failures: [chance.pick(failures)], end: 'given up' as const }
  if (chance.happens(habits.saysNotNow)) return { kind, at, failures: [], end: 'not now' as const }
  const failed: FleetFailure[] = []
  while (chance.happens(habits.fails)) {
    failed.push(chance.pick(failures))
    if (!chance.happens(habits.triesAgain)) return { kind, at, failures: failed, end: 'given up' as const }
  }
  return { kind, at, failures: failed, end: 'created' as const }
}

function planSignIns(
  chance: Chance,
  how: 'passkey' | 'password',
  from: number,
  until: number,
  perWeek: number,
): readonly Occasion[] {
  const planned: Occasion[] = []
  for (let at = from; ; ) {
    at += -Math.log(1 - chance.next()) * (week / perWeek)
    if (at >= until) return planned
    planned.push({ kind: 'sign in', at: toWorkingHour(at, chance), with: how })
  }
}

/** Somewhere between seven and seven, on a working day. The beginning is a Monday, at midnight. */
function toWorkingHour(at: number, chance: Chance): number {
  const startOfDay = Math.floor(at / day) * day
  const weekday = Math.floor(startOfDay / day) % 7
  const weekend = weekday >= 5 ? (7 - weekday) * day : 0
  return startOfDay + weekend + chance.between(7, 19) * hour
}
