import { describe, expect, test } from 'vitest'
import type { PersonInGroups } from './list-wave-people.ts'
import { splitMixed } from './propose-waves.ts'

const people = (count: number, groupId: string, from = 0): readonly PersonInGroups[] =>
  Array.from({ length: count }, (_, at) => ({ userId: `person-${from + at}`, groupIds: [groupId] }))

const crowd = [...people(300, 'office'), ...people(100, 'warehouse', 300)]
const groupOf = new Map(crowd.map(({ userId, groupIds }) => [userId, groupIds[0]]))
const countIn = (part: readonly string[], group: string) =>
  part.filter((userId) => groupOf.get(userId) === group).length

describe('splitting people into waves', () => {
  test('gives each wave its share, and everybody one wave', () => {
    const parts = splitMixed(crowd, [10, 30, 60])

    expect(parts.map((part) => part.length)).toEqual([40, 120, 240])
    expect(new Set(parts.flat()).size).toBe(400)
  })

  test('mixes them: each wave has its share of every group', () => {
    for (const [at, part] of splitMixed(crowd, [10, 30, 60]).entries()) {
      const share = [0.1, 0.3, 0.6][at] ?? 0
      expect(Math.abs(countIn(part, 'warehouse') - share * 100)).toBeLessThanOrEqual(1)
    }
  })

  test('lets the pilot go first, and fills up with others', () => {
    const pilot = crowd.slice(0, 20).map((each) => ({ ...each, groupIds: [...each.groupIds, 'pilot'] }))
    const [first] = splitMixed([...pilot, ...crowd.slice(20)], [10, 90], 'pilot')

    expect(first).toHaveLength(40)
    for (const { userId } of pilot) expect(first).toContain(userId)
  })

  test('splits the same people the same way, in whatever order they come', () => {
    expect(splitMixed(crowd.toReversed(), [1, 2])).toEqual(splitMixed(crowd, [1, 2]))
  })

  test('a pilot larger than its share leaves the rest to the others', () => {
    const everybodyPilots = crowd.map((each) => ({ ...each, groupIds: ['pilot'] }))

    expect(splitMixed(everybodyPilots, [1, 1], 'pilot').map((part) => part.length)).toEqual([400, 0])
  })
})
