import { describe, expect, test } from 'vitest'
import { anApp, aPassRequest, contoso, fates, later, now, type Open } from './world.ts'

const approval = {
  by: 'boss',
  at: now,
  checks: ['video'],
  note: 'Seen',
  passId: 'p',
  delivery: 'tell',
} as const

/** What the stores of requests for passes and of ways back in must do. */
export function recoveryContract(open: Open): void {
  describe('keeping requests for passes', () => {
    test('gives back the whole record, and lists newest first, by state and by person', async () => {
      const { stores } = await contoso(open)
      const full = aPassRequest({ startsAt: later(60), lifetimeMinutes: 30 })
      const other = aPassRequest({ requestId: 'b-request', userId: 'id-of-ben' })
      await stores.passRequests.insert(full)
      await stores.passRequests.insert(other)

      expect(await stores.passRequests.find('contoso', 'a-request')).toEqual(full)
      expect(await stores.passRequests.list('contoso', { limit: 9 })).toEqual([other, full])
      expect(
        await stores.passRequests.list('contoso', { limit: 9, before: 'b-request', state: 'open' }),
      ).toEqual([full])
      expect(await stores.passRequests.list('contoso', { limit: 9, state: 'refused' })).toEqual([])
      expect(await stores.passRequests.listOfPerson('contoso', 'id-of-ben', 9)).toEqual([other])
    })

    test('keeps one that waits for each person, of many at once', async () => {
      const { stores, rows } = await contoso(open)

      const kept = await Promise.all(
        ['a', 'b', 'c'].map((requestId) => stores.passRequests.insert(aPassRequest({ requestId }))),
      )

      expect(kept.filter(Boolean)).toHaveLength(1)
      expect(await rows('pass_request')).toHaveLength(1)
    })

    test('takes a new one once the old one waited too long', async () => {
      const { stores } = await contoso(open)
      await stores.passRequests.insert(aPassRequest())

      await stores.passRequests.putExpired('contoso', 'id-of-ann', later(86_399))
      expect(await stores.passRequests.insert(aPassRequest({ requestId: 'b' }))).toBe(false)
      await stores.passRequests.putExpired('contoso', 'id-of-ann', later(86_400))
      expect(await stores.passRequests.insert(aPassRequest({ requestId: 'b' }))).toBe(true)
    })

    test('is approved once, whoever races', async () => {
      const { stores } = await contoso(open)
      await stores.passRequests.insert(aPassRequest())
      const approve = (by: string) =>
        stores.passRequests.takeApproval('contoso', 'a-request', { ...approval, by })

      const both = await Promise.all([approve('a'), approve('b')])

      expect(both.toSorted()).toEqual([false, true])
      const kept = await stores.passRequests.find('contoso', 'a-request')
      expect(kept).toMatchObject({ state: 'approved', passId: 'p', delivery: 'tell' })
      expect(kept?.decision).toMatchObject({ at: now, checks: ['video'], note: 'Seen' })
      expect(
        await stores.passRequests.takeRefusal('contoso', 'a-request', { by: 'c', at: now, note: 'x' }),
      ).toBe(false)
    })

    test('is not approved once it waited too long, nor past a first word that was not seen', async () => {
      const { stores } = await contoso(open)
      await stores.passRequests.insert(aPassRequest())
      const approve = (change: object) =>
        stores.passRequests.takeApproval('contoso', 'a-request', { ...approval, ...change })

      expect(await approve({ at: later(86_400) })).toBe(false)
      const first = { by: 'a', at: now, checks: ['inPerson'] } as const
      expect(await stores.passRequests.takeFirst('contoso', 'a-request', first)).toBe(true)
      expect(await stores.passRequests.takeFirst('contoso', 'a-request', { ...first, by: 'b' })).toBe(false)
      expect(await approve({})).toBe(false)
      expect(await approve({ seenFirstBy: 'b' })).toBe(false)
      expect(await approve({ seenFirstBy: 'a' })).toBe(true)
      expect((await stores.passRequests.find('contoso', 'a-request'))?.first).toEqual(first)
    })

    test('is stopped by one caller, waiting or approved, and not once it was refused', async () => {
      const { stores } = await contoso(open)
      await stores.passRequests.insert(aPassRequest())
      await stores.passRequests.insert(aPassRequest({ requestId: 'b-request', userId: 'id-of-ben' }))
      await stores.passRequests.takeApproval('contoso', 'a-request', approval)
      await stores.passRequests.takeRefusal('contoso', 'b-request', { by: 'c', at: now, note: 'x' })
      const stop = (id: string) => stores.passRequests.takeStop('contoso', id, 'link', now)

      const both = await Promise.all([stop('a-request'), stop('a-request')])

      expect(both.map((each) => each?.state).toSorted()).toEqual(['approved', undefined])
      expect(await stop('b-request')).toBeUndefined()
      expect(await stop('nobody')).toBeUndefined()
    })

    test('goes with its person, and after its time', async () => {
      const { stores, rows } = await contoso(open)
      await stores.passRequests.insert(aPassRequest())
      await stores.passRequests.insert(aPassRequest({ requestId: 'b-request', userId: 'id-of-ben' }))
      await stores.recoveryContacts.put({
        tenantId: 'contoso',
        userId: 'id-of-ann',
        otherMail: 'a@x.example',
      })
      await stores.disowned.insert({ tenantId: 'contoso', userId: 'id-of-ann', recordId: 'r', at: now })
      await stores.declinedOffers.add('contoso', 'id-of-ann', 'secondPasskey', now)

      await stores.people.remove('contoso', 'id-of-ann')
      expect(await rows('pass_request')).toHaveLength(1)
      expect(await rows('recovery_contact')).toHaveLength(0)
      expect(await rows('disowned')).toHaveLength(0)
      expect(await rows('declined_offer')).toHaveLength(0)
      expect(await stores.passRequests.removeBefore(now)).toBe(0)
      expect(await stores.passRequests.removeBefore(later(1))).toBe(1)
    })
  })

  describe('keeping what helps people back in', () => {
    const key = { tenantId: 'contoso', userId: 'id-of-ann' }

    test('keeps the last word about a manager and another address', async () => {
      const { stores } = await contoso(open)
      await stores.recoveryContacts.put({ ...key, otherMail: 'a@x.example' })
      await stores.recoveryContacts.put({ ...key, managerId: 'id-of-ben' })

      expect(await stores.recoveryContacts.find('contoso', 'id-of-ann')).toEqual({
        ...key,
        managerId: 'id-of-ben',
      })
      expect(await stores.recoveryContacts.find('contoso', 'id-of-ben')).toBeUndefined()
    })

    test('says once that something was not somebody', async () => {
      const { stores } = await contoso(open)
      const say = () => stores.disowned.insert({ ...key, recordId: 'record', at: now })

      const both = await Promise.all([say(), say()])

      expect(both.toSorted()).toEqual([false, true])
      expect(await stores.disowned.listOfPerson('contoso', 'id-of-ann')).toEqual(['record'])
    })

    test('counts how often an offer was declined', async () => {
      const { stores } = await contoso(open)
      const add = (seconds: number) =>
        stores.declinedOffers.add('contoso', 'id-of-ann', 'secondPasskey', later(seconds))
      expect(await stores.declinedOffers.find('contoso', 'id-of-ann', 'secondPasskey')).toBeUndefined()

      expect(fates(await Promise.allSettled([add(1), add(1)]))).toEqual(['fulfilled', 'fulfilled'])
      await add(9)

      expect(await stores.declinedOffers.find('contoso', 'id-of-ann', 'secondPasskey')).toEqual({
        times: 3,
        at: later(9),
      })
    })

    test('lists the apps that are assigned to a person, by themselves or by a group, each once', async () => {
      const { stores } = await contoso(open)
      await stores.groups.insert({ tenantId: 'contoso', groupId: 'g', displayName: 'G', createdAt: now })
      await stores.groups.insertMember('contoso', 'g', 'id-of-ann')
      for (const clientId of ['wiki', 'mail', 'other']) await stores.apps.insert(anApp({ clientId }))
      const assign = (clientId: string, principal: 'person' | 'group', principalId: string, role = '') =>
        stores.apps.insertAssignment({ tenantId: 'contoso', clientId, principal, principalId, role })
      await assign('wiki', 'person', 'id-of-ann')
      await assign('wiki', 'person', 'id-of-ann', 'editor')
      await assign('mail', 'group', 'g')
      await assign('other', 'person', 'id-of-ben')

      const apps = await stores.apps.listAppsAssignedTo('contoso', 'id-of-ann')
      expect(apps.toSorted()).toEqual(['mail', 'wiki'])
    })
  })
}
