import type { Pilot, PilotNote, PreflightRecord } from '@latchkey/rollout'
import { describe, expect, test } from 'vitest'
import { aCredential, aPerson, contoso, later, now, type Open } from './world.ts'

export const aPreflight = (change: Partial<PreflightRecord> = {}): PreflightRecord => ({
  tenantId: 'contoso',
  userId: 'id-of-ann',
  beganAt: now,
  beganBy: 'id-of-ben',
  ...change,
})

export const aPilot = (change: Partial<Pilot> = {}): Pilot => ({
  tenantId: 'contoso',
  groupId: 'group-1',
  devices: [{ device: 'samsung' }, { device: 'pixel', waivedBecause: 'nobody has one' }],
  beganAt: now,
  beganBy: 'id-of-ben',
  ...change,
})

export const aPilotNote = (change: Partial<PilotNote> = {}): PilotNote => ({
  tenantId: 'contoso',
  userId: 'id-of-ann',
  text: 'looked for the fingerprint',
  at: now,
  by: 'id-of-ben',
  ...change,
})

const nobody = { everybody: false, groups: [], users: [] }
const everybody = { ...nobody, everybody: true, without: nobody }

/** What keeping a campaign, its preflight and its pilot must do. */
export function campaignContract(open: Open): void {
  describe('keeping who put a passkey off', () => {
    test('counts a visit once, however often it is answered', async () => {
      const { stores } = await contoso(open)
      const { nudges } = stores
      await nudges.ask('contoso', 'id-of-ann', 'visit-1', now)
      await nudges.ask('contoso', 'id-of-ann', 'visit-1', later(1))

      const both = await Promise.all([
        nudges.snooze('contoso', 'id-of-ann', 'visit-1', later(2)),
        nudges.snooze('contoso', 'id-of-ann', 'visit-1', later(2)),
      ])

      expect(both.toSorted()).toEqual([false, true])
      expect(await nudges.find('contoso', 'id-of-ann')).toEqual({ snoozes: 1, snoozedAt: later(2) })
      expect(await nudges.find('contoso', 'id-of-ben')).toBeUndefined()
    })

    test('counts whoever never answered when they are asked again', async () => {
      const { stores } = await contoso(open)
      await stores.nudges.ask('contoso', 'id-of-ann', 'visit-1', now)
      expect(await stores.nudges.find('contoso', 'id-of-ann')).toEqual({
        snoozes: 0,
        open: { visit: 'visit-1', at: now },
      })

      await stores.nudges.ask('contoso', 'id-of-ann', 'visit-2', later(60))

      expect(await stores.nudges.find('contoso', 'id-of-ann')).toEqual({
        snoozes: 1,
        snoozedAt: now,
        open: { visit: 'visit-2', at: later(60) },
      })
    })

    test('does not count what came to nothing', async () => {
      const { stores } = await contoso(open)
      await stores.nudges.ask('contoso', 'id-of-ann', 'visit-1', now)

      expect(await stores.nudges.fail('contoso', 'id-of-ann', 'visit-2', later(1))).toBe(false)
      expect(await stores.nudges.fail('contoso', 'id-of-ann', 'visit-1', later(1))).toBe(true)
      expect(await stores.nudges.snooze('contoso', 'id-of-ann', 'visit-1', later(2))).toBe(false)

      expect(await stores.nudges.find('contoso', 'id-of-ann')).toEqual({ snoozes: 0, failedAt: later(1) })
    })

    test('forgets it once there is a passkey', async () => {
      const { stores } = await contoso(open)
      await stores.nudges.ask('contoso', 'id-of-ann', 'visit-1', now)
      await stores.nudges.snooze('contoso', 'id-of-ann', 'visit-1', now)
      await stores.nudges.ask('contoso', 'id-of-ann', 'visit-2', later(1))

      await stores.nudges.settle('contoso', 'id-of-ann', later(2))
      await stores.nudges.settle('contoso', 'id-of-ben', later(2))

      expect(await stores.nudges.find('contoso', 'id-of-ann')).toEqual({ snoozes: 0, snoozedAt: later(2) })
      expect(await stores.nudges.find('contoso', 'id-of-ben')).toBeUndefined()
    })

    test('says how far a campaign reaches', async () => {
      const { stores } = await contoso(open)
      const { nudges } = stores
      await stores.people.insert(aPerson('off', { enabled: false }, 20))
      await stores.people.insert(aPerson('glass', { breakGlass: true }, 21))
      await stores.people.insert(aPerson('cleo', {}, 22))
      await stores.credentials.insert(aCredential({ userId: 'id-of-cleo' }))
      await stores.groups.insert({ tenantId: 'contoso', groupId: 'g', displayName: 'G', createdAt: now })
      await stores.groups.insertMember('contoso', 'g', 'id-of-ann')
      await nudges.ask('contoso', 'id-of-ann', 'visit-1', now)
      await nudges.snooze('contoso', 'id-of-ann', 'visit-1', now)

      const all = await nudges.countReach('contoso', everybody, 1)
      const others = { ...everybody, without: { ...nobody, groups: ['g'] } }
      const named = { ...nobody, users: ['id-of-ben'], groups: ['g'], without: nobody }

      expect(all).toMatchObject({ putOff: 1, usedUp: 1 })
      expect(all.people - all.withoutPasskey).toBe(1)
      expect((await nudges.countReach('contoso', others, 1)).people).toBe(all.people - 1)
      expect(await nudges.countReach('contoso', named, 3)).toEqual({
        people: 2,
        withoutPasskey: 2,
        putOff: 1,
        usedUp: 0,
      })
      expect(await nudges.countReach('contoso', { ...nobody, without: nobody }, 3)).toMatchObject({
        people: 0,
        withoutPasskey: 0,
      })
    })
  })

  describe('keeping the preflight', () => {
    test('gives back the last one', async () => {
      const { stores } = await contoso(open)
      expect(await stores.preflights.find('contoso')).toBeUndefined()
      await stores.preflights.put(aPreflight())
      await stores.preflights.put(aPreflight({ userId: 'id-of-ben', beganAt: later(1), beganBy: 'operator' }))

      expect(await stores.preflights.find('contoso')).toEqual(
        aPreflight({ userId: 'id-of-ben', beganAt: later(1), beganBy: 'operator' }),
      )
    })
  })

  describe('keeping the pilot', () => {
    test('gives back the whole of it, as it was put last', async () => {
      const { stores } = await contoso(open)
      expect(await stores.pilots.find('contoso')).toBeUndefined()
      await stores.pilots.put(aPilot({ devices: [] }))
      await stores.pilots.put(aPilot())

      expect(await stores.pilots.find('contoso')).toEqual(aPilot())
    })

    test('keeps one note of each, and takes away an empty one', async () => {
      const { stores } = await contoso(open)
      await stores.pilots.putNote(aPilotNote({ userId: 'id-of-ben' }))
      await stores.pilots.putNote(aPilotNote({ text: 'first' }))
      await stores.pilots.putNote(aPilotNote())
      expect(await stores.pilots.listNotes('contoso')).toEqual([
        aPilotNote(),
        aPilotNote({ userId: 'id-of-ben' }),
      ])

      await stores.pilots.putNote(aPilotNote({ text: '' }))

      expect(await stores.pilots.listNotes('contoso')).toEqual([aPilotNote({ userId: 'id-of-ben' })])
    })
  })
}
