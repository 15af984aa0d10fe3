import { describe, expect, test } from 'vitest'
import { findCoverage } from './find-coverage.ts'
import type { Wave } from './wave.ts'
import { waveOf } from './wave-of.ts'

const day = (number: number) => new Date(Date.UTC(2026, 2, number))
const aWave = (waveId: string, change: Partial<Wave> = {}): Wave => ({
  tenantId: 'contoso',
  waveId,
  kind: 'registration',
  name: waveId,
  groupIds: [waveId],
  startsAt: day(1),
  endsAt: day(9),
  state: 'planned',
  createdAt: day(1),
  createdBy: 'ann',
  version: 0,
  ...change,
})
const waves = [aWave('one'), aWave('two', { startsAt: day(10) }), aWave('hard', { kind: 'enforcement' })]
const person = (userId: string, ...groupIds: readonly string[]) => ({ userId, groupIds })

describe('finding who is in which wave', () => {
  test('tells the gaps and the overlaps; in two waves, the first counts', () => {
    const people = [person('a', 'one'), person('b', 'two', 'one'), person('c'), person('d', 'hard')]

    expect(findCoverage(waves, people, 'registration')).toEqual({
      people: 4,
      inWave: { one: 2, two: 0 },
      inNone: ['c', 'd'],
      inTwo: ['b'],
    })
    expect(findCoverage(waves, people, 'enforcement')).toMatchObject({ inWave: { hard: 1 } })
  })

  test('knows somebody’s wave, of each kind', () => {
    const groupIds = new Set(['two', 'hard'])

    expect(waveOf(waves, { groupIds })?.waveId).toBe('two')
    expect(waveOf(waves, { groupIds }, 'enforcement')?.waveId).toBe('hard')
    expect(waveOf(waves, { groupIds: new Set() })).toBeUndefined()
  })
})
