import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ForecastGroup } from './estimate-rates.ts'
import { type ForecastAsk, forecastRollout } from './forecast-rollout.ts'
import { phaseAt } from './phase.ts'

const hour = 3_600_000
const day = 24 * hour
const start = Date.parse('2026-03-02T09:00:00Z')

const anAsk = (change: Partial<ForecastAsk> = {}): ForecastAsk => ({
  now: new Date(start + 14 * day),
  deadline: new Date(start + 44 * day),
  watchedSince: new Date(start),
  callsPerFailure: 0.5,
  groups: [{ people: 1000, registeredAt: [], troubledAt: [], announcedAt: [] }],
  ...change,
})

/** The chances by which people in the simulated rollouts register, in an hour: what the estimate must find again. */
const truth = { before: 0.0001, burst: 0.006, taper: 0.001, rest: 0.0005 } as const

/** Whoever registers fails once before with this chance, so it is part of the same chances. */
const truthOfFailing = 0.2

/** A small generator of numbers between 0 and 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Let people register by those chances, each for themselves. */
function simulate(
  people: number,
  announcedAt: readonly number[],
  until: number,
  seed: number,
): ForecastGroup {
  const registeredAt: number[] = []
  const troubledAt: number[] = []
  for (let person = 0; person < people; person++) {
    const random = numbers(seed * 100_003 + person)
    for (let at = start; at < until; at += hour) {
      const chance = truth[phaseAt(at, announcedAt)]
      if (random() < chance * truthOfFailing) troubledAt.push(at)
      if (random() < chance) {
        registeredAt.push(at)
        break
      }
    }
  }
  return { people, registeredAt, troubledAt, announcedAt }
}

describe('estimating by what was seen', () => {
  test('finds the chances again by which a simulated rollout went, phase by phase', () => {
    const announcedAt = [start + 2 * day, start + 12 * day]
    const now = start + 28 * day
    const group = simulate(4000, announcedAt, now, 1)

    const { rates } = forecastRollout(anAsk({ now: new Date(now), groups: [group] }))

    for (const phase of ['before', 'burst', 'taper', 'rest'] as const) {
      const { perHour, spread, events } = rates.registering[phase]
      expect(Math.abs(perHour - truth[phase]), phase).toBeLessThan(3 * spread)
      expect(events, phase).toBeGreaterThan(10)
      const failing = rates.failing[phase]
      expect(Math.abs(failing.perHour - truth[phase] * truthOfFailing), phase).toBeLessThan(
        3 * failing.spread,
      )
    }
  })

  test('comes to as many as are left when the simulated rollout goes on, mostly within its bounds', () => {
    const announcedAt = [start + 2 * day, start + 12 * day, start + 30 * day]
    const now = start + 20 * day
    const deadline = start + 45 * day
    let within = 0
    let expected = 0
    let came = 0
    for (let seed = 1; seed <= 20; seed++) {
      // The same seed: it is the same rollout, that goes on.
      const groups = [simulate(400, announcedAt, now, seed)]
      const truly = 400 - simulate(400, announcedAt, deadline, seed).registeredAt.length
      const { left, days } = forecastRollout(
        anAsk({ now: new Date(now), deadline: new Date(deadline), groups }),
      )
      const { leftLow = 0, leftHigh = 0 } = days.at(-1) ?? {}
      expect(days).toHaveLength(25)
      expected += left
      came += truly
      if (leftLow <= truly && truly <= leftHigh) within++
    }

    // Bounds that eight of ten lie within: of twenty rollouts sixteen, or a few more or less.
    expect(within).toBeGreaterThanOrEqual(12)
    expect(Math.abs(expected - came) / came).toBeLessThan(0.1)
  })

  test('knows the answer where chance plays no part: a tenth of those who are left, each hour', () => {
    const now = start + 48 * hour
    // Ten thousand people through 48 hours, a tenth of those who are left each hour.
    const registeredAt: number[] = []
    let left = 10_000
    for (let at = 0; at < 48; at++) {
      const now = Math.round(left / 10)
      for (let each = 0; each < now; each++) registeredAt.push(start + at * hour)
      left -= now
    }
    const groups = [{ people: 10_000, registeredAt, troubledAt: [], announcedAt: [start] }]

    const { rates } = forecastRollout(anAsk({ now: new Date(now), groups }))

    // What was seen outweighs what is assumed, which is worth a thousand hours of a hundred thousand.
    expect(rates.registering.burst.perHour).toBeCloseTo(0.1, 2)
  })

  test('assumes something as long as nothing was seen, and says that nothing was', () => {
    const { rates, days } = forecastRollout(anAsk({ watchedSince: new Date(start + 14 * day) }))

    expect(rates.registering.burst).toMatchObject({ events: 0, personHours: 0 })
    expect(rates.registering.burst.perHour).toBeCloseTo(0.15 / 48)
    expect(days[0]?.registrations).toBeCloseTo(2, 1)
  })
})

describe('forecasting', () => {
  test('expects most calls in the two days after an announcement, and fewer in the taper', () => {
    const announced = start + 20 * day
    const group = { people: 1000, registeredAt: [], troubledAt: [], announcedAt: [announced] }

    const { days } = forecastRollout(anAsk({ watchedSince: new Date(start + 14 * day), groups: [group] }))

    const calls = days.map((each) => each.calls)
    expect(days.map(({ burst }) => burst).indexOf(true)).toBe(6)
    expect(days.filter(({ burst }) => burst)).toHaveLength(2)
    expect(Math.max(...calls)).toBe(calls[6])
    expect(calls[8] ?? 0).toBeLessThan((calls[7] ?? 0) / 2)
    expect(calls[5] ?? 0).toBeLessThan((calls[6] ?? 0) / 10)
  })

  test('lets an announcement work on those alone whom it was for', () => {
    const announced = [start + 15 * day]
    const told = { people: 500, registeredAt: [], troubledAt: [], announcedAt: announced }
    const untold = { ...told, announcedAt: [] }

    const both = forecastRollout(anAsk({ groups: [told, untold] }))
    const all = forecastRollout(anAsk({ groups: [told, told] }))

    expect(both.days[1]?.registrations).toBeLessThan((all.days[1]?.registrations ?? 0) * 0.6)
  })

  test('says from when nearly everybody is done, and nothing of it if that is after the deadline', () => {
    const registeredAt = Array.from({ length: 949 }, (_, each) => start + each * 60_000)
    const group = { people: 1000, registeredAt, troubledAt: [], announcedAt: [start] }

    const near = forecastRollout(anAsk({ groups: [group] }))
    const far = forecastRollout(
      anAsk({ groups: [{ ...group, registeredAt: [] }], watchedSince: new Date(start) }),
    )

    const done = near.days.findIndex(({ left }) => left <= 50)
    expect(done).toBeGreaterThan(0)
    expect(near.mostlyDoneAt).toEqual(near.days[done + 1]?.startsAt)
    expect(far.mostlyDoneAt).toBeUndefined()
  })

  test('says nothing of days after the deadline, and of none if it is over', () => {
    const over = forecastRollout(anAsk({ deadline: new Date(start) }))

    expect(over.days).toEqual([])
    expect(over.left).toBe(1000)
  })
})

const aGroup = fc
  .record({
    people: fc.integer({ min: 0, max: 5000 }),
    registered: fc.array(fc.integer({ min: 0, max: 13 * 24 }), { maxLength: 60 }),
    troubled: fc.array(fc.integer({ min: 0, max: 13 * 24 }), { maxLength: 20 }),
    announced: fc.array(fc.integer({ min: -48, max: 40 * 24 }), { maxLength: 4 }),
  })
  .map(({ people, registered, troubled, announced }) => ({
    people,
    registeredAt: registered.slice(0, people).map((at) => start + at * hour),
    troubledAt: troubled.map((at) => start + at * hour),
    announcedAt: announced.map((at) => start + at * hour),
  }))

describe('whatever was seen, a forecast', () => {
  const groups = fc.array(aGroup, { minLength: 1, maxLength: 4 })

  test('neither loses nor makes people', () => {
    fc.assert(
      fc.property(groups, (some) => {
        const { days, left } = forecastRollout(anAsk({ groups: some }))
        const waiting = some.reduce((all, each) => all + each.people - each.registeredAt.length, 0)
        const registered = days.reduce((all, each) => all + each.registrations, 0)
        expect(registered + left).toBeCloseTo(waiting, 6)
      }),
      { numRuns: 60 },
    )
  })

  test('leaves fewer each day, never less than nobody, and its middle between its bounds', () => {
    fc.assert(
      fc.property(groups, (some) => {
        const { days } = forecastRollout(anAsk({ groups: some }))
        let before = Number.POSITIVE_INFINITY
        for (const { left, leftLow, leftHigh, registrations, calls } of days) {
          expect(left).toBeLessThanOrEqual(before)
          expect(leftLow).toBeLessThanOrEqual(left)
          expect(left).toBeLessThanOrEqual(leftHigh)
          for (const each of [leftLow, registrations, calls]) expect(each).toBeGreaterThanOrEqual(0)
          before = left
        }
      }),
      { numRuns: 60 },
    )
  })

  test('expects as many calls as failures lead to', () => {
    fc.assert(
      fc.property(groups, fc.double({ min: 0, max: 1, noNaN: true }), (some, callsPerFailure) => {
        const calls = (share: number) =>
          forecastRollout(anAsk({ groups: some, callsPerFailure: share })).days.reduce(
            (all, each) => all + each.calls,
            0,
          )
        expect(calls(callsPerFailure)).toBeCloseTo(calls(1) * callsPerFailure, 6)
      }),
      { numRuns: 30 },
    )
  })
})
