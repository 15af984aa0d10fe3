import { describe, expect, test } from 'vitest'
import { devices } from './fleet.ts'
import { planPeople } from './plan-people.ts'
import { seededChance } from './seeded.ts'

interface Coin {
  readonly name: string
  readonly share: number
}

const day = 24 * 60 * 60_000
const ask = { people: 400, weeks: 8, seed: 1 }

describe('chance', () => {
  test('is the same for the same seed, and another for another', () => {
    const draw = (seed: number) => Array.from({ length: 9 }, seededChance(seed).next)

    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
  })

  test('picks by share', () => {
    const chance = seededChance(1)
    const coins: [Coin, Coin] = [
      { name: 'often', share: 3 },
      { name: 'seldom', share: 1 },
    ]
    const often = Array.from({ length: 4000 }, () => chance.pick(coins)).filter(
      ({ name }) => name === 'often',
    )

    expect(often.length).toBeGreaterThan(2900)
    expect(often.length).toBeLessThan(3100)
  })
})

describe('planning what people do', () => {
  const { people, waveStarts } = planPeople(ask)

  test('gives the same plan for the same seed, and the same people whatever their number', () => {
    expect(planPeople(ask).people).toEqual(people)
    expect(planPeople({ ...ask, people: 20 }).people).toEqual(people.slice(0, 20))
    expect(planPeople({ ...ask, seed: 2 }).people).not.toEqual(people)
  })

  test('begins waves one after another, and ends in time', () => {
    expect(waveStarts).toEqual(waveStarts.toSorted((a, b) => a - b))
    expect(Math.max(...people.flatMap(({ occasions }) => occasions.map(({ at }) => at)))).toBeLessThan(
      56 * day,
    )
  })

  test('asks for passkeys after everybody was invited, with a week until the last, or not at all', () => {
    const { enforcement } = planPeople(ask)

    expect(enforcement?.startsAt).toBeGreaterThan(Math.max(...waveStarts))
    expect(enforcement?.deadlineAt).toBe((enforcement?.startsAt ?? 0) + 7 * day)
    expect(enforcement?.deadlineAt).toBeLessThan(56 * day)
    expect(planPeople({ ...ask, weeks: 3 }).enforcement).toBeUndefined()
  })

  test('lets nobody act before their wave begins, nor on a weekend', () => {
    for (const { wave, occasions } of people) {
      const [first] = occasions.filter(({ kind }) => kind === 'register')
      if (first !== undefined) expect(first.at).toBeGreaterThan((waveStarts[wave] ?? 0) - day)
      for (const { at } of occasions) expect(Math.floor(at / day) % 7).toBeLessThan(5)
    }
  })

  test('gives a passkey to nobody whose device keeps none, and its use to nobody without one', () => {
    for (const { device, occasions } of people) {
      const made = occasions.find((each) => each.kind === 'register' && each.end === 'created')
      if (device.keeper === undefined) expect(made).toBeUndefined()
      const uses = occasions.filter((each) => each.kind === 'sign in' && each.with === 'passkey')
      if (made === undefined) expect(uses).toEqual([])
      else for (const use of uses) expect(use.at).toBeGreaterThan(made.at - day)
    }
  })
})

test('every device of the fleet says why it is there, and all of them are everybody', () => {
  expect(devices.every(({ because }) => because !== '')).toBe(true)
  expect(devices.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
})
