import type { Wave, WavePerson } from '@latchkey/rollout'
import { describe, expect, test } from 'vitest'
import { aTenant, contoso, later, now, type Open } from './world.ts'

export const aWave = (change: Partial<Wave> = {}): Wave => ({
  tenantId: 'contoso',
  waveId: 'wave-1',
  kind: 'registration',
  name: 'Warehouse',
  groupIds: ['group-1'],
  startsAt: later(60),
  endsAt: later(120),
  state: 'planned',
  createdAt: now,
  createdBy: 'id-of-ann',
  version: 0,
  ...change,
})

export const aWavePerson = (change: Partial<WavePerson> = {}): WavePerson => ({
  tenantId: 'contoso',
  waveId: 'wave-1',
  userId: 'id-of-ann',
  state: 'waiting',
  because: ['noPasskey'],
  checkedAt: now,
  ...change,
})

const target = { policyId: 'policy-1', groupId: 'group-2' }

/** What keeping waves, and what became of their people, must do. */
export function wavesContract(open: Open): void {
  describe('keeping waves', () => {
    test('gives back the whole wave, by day 0', async () => {
      const { stores } = await contoso(open)
      const full = aWave({
        waveId: 'wave-2',
        kind: 'enforcement',
        groupIds: ['group-1', 'group-3'],
        startsAt: later(10),
        announcedAt: later(1),
        startedAt: later(11),
        heldBecause: 'pilot',
        checkedAt: later(12),
        state: 'started',
        target,
      })
      const last = aWave({ waveId: 'wave-3' })
      for (const wave of [last, aWave(), full]) await stores.waves.insert(wave)

      expect(await stores.waves.list('contoso')).toEqual([full, aWave(), last])
      expect(await stores.waves.find('contoso', 'wave-2')).toEqual(full)
      expect(await stores.waves.find('contoso', 'wave-9')).toBeUndefined()
    })

    test('of two who change the same wave, one does', async () => {
      const { stores } = await contoso(open)
      await stores.waves.insert(aWave())

      const both = await Promise.all([
        stores.waves.put(aWave({ name: 'Office', version: 1 })),
        stores.waves.put(aWave({ name: 'Shop', version: 1 })),
      ])

      expect(both.toSorted()).toEqual([false, true])
      expect(await stores.waves.find('contoso', 'wave-1')).toMatchObject({ version: 1 })
    })

    test('notes when people were looked at, whoever changes the wave meanwhile', async () => {
      const { stores } = await contoso(open)
      await stores.waves.insert(aWave())

      await stores.waves.putChecked('contoso', 'wave-1', later(7))
      await stores.waves.put(aWave({ name: 'Shop', version: 1 }))

      const kept = aWave({ name: 'Shop', version: 1, checkedAt: later(7) })
      expect(await stores.waves.find('contoso', 'wave-1')).toEqual(kept)
    })

    test('is removed by whoever saw how it is, with what became of its people', async () => {
      const { stores, rows } = await contoso(open)
      await stores.waves.insert(aWave())
      await stores.wavePeople.put(aWavePerson())

      expect(await stores.waves.remove('contoso', 'wave-1', 1)).toBe(false)
      expect(await stores.waves.remove('contoso', 'wave-1', 0)).toBe(true)
      expect(await stores.waves.put(aWave({ version: 1 }))).toBe(false)
      expect(await rows('wave_person')).toEqual([])
    })

    test('knows whose day has come, in every organisation', async () => {
      const { stores } = await contoso(open)
      await stores.tenants.insert(aTenant({ tenantId: 'fabrikam' }))
      const started = aWave({ waveId: 'wave-2', startsAt: now, state: 'started' })
      const theirs = aWave({ tenantId: 'fabrikam', startsAt: later(30) })
      const waves = [
        started,
        theirs,
        aWave(),
        aWave({ waveId: 'wave-3', startsAt: now, state: 'stopped' }),
        aWave({ waveId: 'wave-4', startsAt: now, state: 'done' }),
      ]
      for (const wave of waves) await stores.waves.insert(wave)

      expect(await stores.waves.listDue(later(59))).toEqual([started, theirs])
      expect(await stores.waves.listDue(later(60))).toEqual([started, theirs, aWave()])
    })
  })

  describe('keeping what became of the people of a wave', () => {
    test('replaces what was, and lists by state, page by page', async () => {
      const { stores } = await contoso(open)
      await stores.waves.insert(aWave())
      await stores.wavePeople.put(aWavePerson())
      const moved = aWavePerson({
        state: 'moved',
        because: [],
        checkedAt: later(5),
        movedAt: later(5),
        by: 'id-of-ben',
      })
      await stores.wavePeople.put(moved)
      const waiting = aWavePerson({ userId: 'id-of-ben' })
      await stores.wavePeople.put(waiting)

      const list = (query: object) => stores.wavePeople.list('contoso', 'wave-1', { limit: 9, ...query })
      expect(await list({})).toEqual([moved, waiting])
      expect(await list({ limit: 1 })).toEqual([moved])
      expect(await list({ after: 'id-of-ann' })).toEqual([waiting])
      expect(await list({ state: 'waiting' })).toEqual([waiting])
      expect(await stores.wavePeople.count('contoso', 'wave-1')).toEqual({ moved: 1, waiting: 1, putBack: 0 })
      expect(await stores.wavePeople.find('contoso', 'wave-1', 'id-of-ann')).toEqual(moved)

      await stores.wavePeople.remove('contoso', 'wave-1', 'id-of-ann')
      expect(await stores.wavePeople.find('contoso', 'wave-1', 'id-of-ann')).toBeUndefined()
    })

    test('forgets people who are removed', async () => {
      const { stores, rows } = await contoso(open)
      await stores.waves.insert(aWave())
      await stores.wavePeople.put(aWavePerson())

      await stores.people.remove('contoso', 'id-of-ann')

      expect(await rows('wave_person')).toEqual([])
    })
  })
}
