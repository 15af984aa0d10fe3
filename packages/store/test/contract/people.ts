import { describe, expect, test } from 'vitest'
import {
  aCredential,
  aPass,
  aPerson,
  aSignIn,
  aTenant,
  bytes,
  contoso,
  fates,
  later,
  now,
  type Open,
} from './world.ts'

/** What the stores of tenants, people, groups and roles must do, whatever is underneath. */
export function peopleContract(open: Open): void {
  describe('keeping tenants and their domains', () => {
    test('gives back what was kept, oldest first', async () => {
      const { stores } = await open()
      const younger = aTenant({ tenantId: 'a', createdAt: later(1), demo: true })
      await stores.tenants.insert(younger)
      await stores.tenants.insert(aTenant())

      expect(await stores.tenants.list()).toEqual([aTenant(), younger])
      expect(await stores.tenants.find('a')).toEqual(younger)
      expect(await stores.tenants.find('nobody')).toBeUndefined()
    })

    test('refuses a tenant that exists', async () => {
      const { stores } = await contoso(open)

      await expect(stores.tenants.insert(aTenant())).rejects.toMatchObject({ code: 'already_exists' })
    })

    test('finds a tenant by its domain, which belongs to one only', async () => {
      const { stores } = await contoso(open)
      await stores.tenants.insert(aTenant({ tenantId: 'fabrikam' }))
      await stores.tenants.insertDomain('contoso', 'contoso.example', now)

      const again = stores.tenants.insertDomain('fabrikam', 'contoso.example', now)

      await expect(again).rejects.toMatchObject({ code: 'already_exists' })
      expect(await stores.tenants.findByDomain('contoso.example')).toEqual(aTenant())
      expect(await stores.tenants.findByDomain('elsewhere.example')).toBeUndefined()
    })

    test('lists domains oldest first, and forgets one', async () => {
      const { stores } = await contoso(open)
      await stores.tenants.insertDomain('contoso', 'a.example', later(2))
      await stores.tenants.insertDomain('contoso', 'z.example', later(1))
      expect(await stores.tenants.listDomains('contoso')).toEqual(['z.example', 'a.example'])

      await stores.tenants.removeDomain('contoso', 'z.example')

      expect(await stores.tenants.listDomains('contoso')).toEqual(['a.example'])
      expect(await stores.tenants.findByDomain('z.example')).toBeUndefined()
    })

    test('changes settings and name', async () => {
      const { stores } = await contoso(open)
      const settings = {
        ...aTenant().settings,
        leastStrength: 'phishingResistant',
        helpDesk: { text: 'Call 1' },
      } as const
      await stores.tenants.putSettings('contoso', settings)
      await stores.tenants.putDisplayName('contoso', 'Contoso Ltd')

      expect(await stores.tenants.find('contoso')).toEqual(aTenant({ settings, displayName: 'Contoso Ltd' }))
    })
  })

  describe('keeping people', () => {
    const full = aPerson('cleo', {
      givenName: 'Cleo',
      surname: 'Ray',
      mail: 'cleo@mail.example',
      preferredLanguage: 'de',
      enabled: false,
      breakGlass: true,
      lastMethod: 'totp',
      defaultMethod: 'passkey',
    })

    test('finds a person by id, name and handle', async () => {
      const { stores } = await contoso(open)
      await stores.people.insert(full)

      expect(await stores.people.find('contoso', full.userId)).toEqual(full)
      expect(await stores.people.findByUserName('contoso', full.userName)).toEqual(full)
      expect(await stores.people.findByUserHandle('contoso', full.userHandle)).toEqual(full)
      expect(await stores.people.findByUserName('contoso', 'nobody@contoso.example')).toBeUndefined()
    })

    test.each([
      ['user name', { userName: 'ann@contoso.example' }],
      ['user handle', { userHandle: aPerson('ann', {}, 10).userHandle }],
      ['id', { userId: 'id-of-ann' }],
    ])('refuses a second person with the same %s', async (_, change) => {
      const { stores } = await contoso(open)

      await expect(stores.people.insert(aPerson('dan', change))).rejects.toMatchObject({
        code: 'already_exists',
      })
    })

    test.each([
      ['at the very point', 10, 'ann'],
      ['after the point', 11, 'ben'],
      ['wrapping round', 21, 'ann'],
    ])('finds the nearest: %s', async (_, first, name) => {
      const { stores } = await contoso(open)
      const point =
        first === 10 ? aPerson('ann', {}, 10).userHandle.slice(-32) : new Uint8Array([first, ...bytes(31, 0)])

      expect((await stores.people.findNearest('contoso', point))?.displayName).toBe(name)
    })

    test('finds nobody near where nobody is', async () => {
      const { stores } = await open()

      expect(await stores.people.findNearest('contoso', bytes(32, 0))).toBeUndefined()
    })

    test('finds by the beginnings of all words, in the order of user names', async () => {
      const { stores } = await contoso(open)
      await stores.people.insert(aPerson('zoe', { displayName: 'Zoé Van-Der Berg', mail: 'ann.z@x.example' }))
      const found = async (...words: string[]) =>
        (await stores.people.search('contoso', { words, limit: 9, at: now })).people.map(
          ({ person }) => person.userName.split('@')[0],
        )

      expect(await found('an')).toEqual(['ann', 'zoe'])
      expect(await found('zoe', 'ber')).toEqual(['zoe'])
      expect(await found('van-der')).toEqual(['zoe'])
      expect(await found('zoe', 'ben')).toEqual([])
      expect(await found('@contoso')).toEqual(['ann', 'ben', 'zoe'])
      expect(await found('contoso')).toEqual([])
    })

    test('finds by what somebody is called now, and nobody who is gone', async () => {
      const { stores } = await contoso(open)
      await stores.people.put(aPerson('ann', { displayName: 'Amy', userName: 'amy@contoso.example' }, 10))
      await stores.people.remove('contoso', 'id-of-ben')
      const found = async (word: string) =>
        (await stores.people.search('contoso', { words: [word], limit: 9, at: now })).people.length

      expect([await found('amy'), await found('ann'), await found('ben')]).toEqual([1, 0, 0])
    })

    test('lists a page of people with what they have', async () => {
      const { stores } = await contoso(open)
      await stores.people.insert(aPerson('cid'))
      await stores.credentials.insert(aCredential({ backupEligible: false }))
      await stores.passwords.put({
        tenantId: 'contoso',
        userId: 'id-of-ann',
        hash: '$argon2id$x',
        changedAt: now,
      })
      await stores.passes.put(aPass({ startsAt: now, expiresAt: later(60), once: true }))
      await stores.roles.insert('contoso', 'id-of-ann', 'helpDesk')
      await stores.signIns.append(aSignIn({ outcome: 'success', at: later(5), userId: 'id-of-ann' }))

      const first = await stores.people.search('contoso', { words: [], limit: 2, at: now })
      const rest = await stores.people.search('contoso', {
        words: [],
        limit: 2,
        at: now,
        after: first.after ?? '',
      })

      expect(first.people).toEqual([
        {
          person: aPerson('ann', {}, 10),
          passkeys: 1,
          deviceBound: 1,
          password: true,
          totp: false,
          administers: true,
          pass: { once: true, startsAt: now, expiresAt: later(60) },
          lastSignInAt: later(5),
        },
        {
          person: aPerson('ben', {}, 20),
          passkeys: 0,
          deviceBound: 0,
          password: false,
          totp: false,
          administers: false,
        },
      ])
      expect(first.after).toBe('ben@contoso.example')
      expect(rest.people.map(({ person }) => person.displayName)).toEqual(['cid'])
      expect(rest.after).toBeUndefined()
    })

    test.each([
      ['nothing', ['cid']],
      ['onlyPhishable', ['ben']],
      ['administrators', ['ann']],
      ['disabled', ['cid']],
      ['pass', ['ben']],
    ] as const)('tells apart who belongs to %s', async (filter, names) => {
      const { stores } = await contoso(open)
      await stores.people.insert(aPerson('cid', { enabled: false }))
      await stores.credentials.insert(aCredential())
      await stores.passwords.put({
        tenantId: 'contoso',
        userId: 'id-of-ben',
        hash: '$argon2id$x',
        changedAt: now,
      })
      await stores.passes.put(aPass({ userId: 'id-of-ben', startsAt: now, expiresAt: later(60) }))
      await stores.passes.put(
        aPass({ userId: 'id-of-cid', passId: 'old', startsAt: now, expiresAt: later(1) }),
      )
      await stores.roles.insert('contoso', 'id-of-ann', 'helpDesk')
      const ask = { filter, limit: 9, at: later(30) }

      const all = await stores.people.search('contoso', { ...ask, words: [] })
      const named = await stores.people.search('contoso', { ...ask, words: ['@contoso'] })

      expect(all.people.map(({ person }) => person.displayName)).toEqual(names)
      expect(named.people).toEqual(all.people)
    })

    test('lists who is in a group', async () => {
      const { stores } = await contoso(open)
      await stores.groups.insert({ tenantId: 'contoso', groupId: 'g', displayName: 'Pilots', createdAt: now })
      await stores.groups.insertMember('contoso', 'g', 'id-of-ben')

      const page = await stores.people.search('contoso', { words: [], groupId: 'g', limit: 9, at: now })

      expect(page.people.map(({ person }) => person.displayName)).toEqual(['ben'])
    })

    test('pages by user name', async () => {
      const { stores } = await contoso(open)
      await stores.people.insert(aPerson('cid'))

      const first = await stores.people.list('contoso', { limit: 2 })
      const rest = await stores.people.list('contoso', { limit: 2, after: 'ben@contoso.example' })

      expect(first.map((p) => p.displayName)).toEqual(['ann', 'ben'])
      expect(rest.map((p) => p.displayName)).toEqual(['cid'])
      expect(await stores.people.count('contoso')).toBe(3)
    })

    test('gives those it is asked for, however many, by user name', async () => {
      const { stores } = await contoso(open)
      const strangers = Array.from({ length: 1200 }, (_, at) => `nobody-${at}`)

      const found = await stores.people.listByIds('contoso', ['id-of-ben', ...strangers, 'id-of-ann'])

      expect(found.map(({ userId }) => userId)).toEqual(['id-of-ann', 'id-of-ben'])
      expect(found[0]).toEqual(await stores.people.find('contoso', 'id-of-ann'))
      expect(await stores.people.listByIds('contoso', [])).toEqual([])
    })

    test('changes what may change and nothing else', async () => {
      const { stores } = await contoso(open)
      const ann = aPerson('ann', {}, 10)
      await stores.people.putLastMethod('contoso', ann.userId, 'passkey')
      await stores.people.putDefaultMethod('contoso', ann.userId, 'totp')

      await stores.people.put({
        ...ann,
        displayName: 'Ann B',
        mail: 'a@b.example',
        enabled: false,
        securityStamp: 's2',
      })

      expect(await stores.people.find('contoso', ann.userId)).toEqual({
        ...ann,
        displayName: 'Ann B',
        mail: 'a@b.example',
        enabled: false,
        securityStamp: 's2',
        lastMethod: 'passkey',
        defaultMethod: 'totp',
      })
    })

    test('refuses to give a person the name of another', async () => {
      const { stores } = await contoso(open)

      const renamed = stores.people.put(aPerson('ann', { userName: 'ben@contoso.example' }))

      await expect(renamed).rejects.toMatchObject({ code: 'already_exists' })
    })

    test('takes back a default method and puts a new stamp', async () => {
      const { stores } = await contoso(open)
      await stores.people.putDefaultMethod('contoso', 'id-of-ann', 'totp')
      await stores.people.putDefaultMethod('contoso', 'id-of-ann', undefined)
      await stores.people.putSecurityStamp('contoso', 'id-of-ann', 'new')

      expect(await stores.people.find('contoso', 'id-of-ann')).toEqual(
        aPerson('ann', { securityStamp: 'new' }, 10),
      )
    })
  })

  describe('keeping groups', () => {
    const group = {
      tenantId: 'contoso',
      groupId: 'g1',
      displayName: 'Staff',
      description: 'All',
      createdAt: now,
    }

    test('keeps groups and their members', async () => {
      const { stores } = await contoso(open)
      await stores.groups.insert(group)
      await stores.groups.insert({
        tenantId: 'contoso',
        groupId: 'g2',
        displayName: 'Admins',
        createdAt: now,
      })
      await stores.groups.insertMember('contoso', 'g1', 'id-of-ben')
      await stores.groups.insertMember('contoso', 'g1', 'id-of-ann')
      await stores.groups.insertMember('contoso', 'g1', 'id-of-ann')

      expect(await stores.groups.find('contoso', 'g1')).toEqual(group)
      expect((await stores.groups.list('contoso')).map((g) => g.displayName)).toEqual(['Admins', 'Staff'])
      expect(await stores.groups.listMembers('contoso', 'g1')).toEqual(['id-of-ann', 'id-of-ben'])
      expect(await stores.groups.listOfPerson('contoso', 'id-of-ann')).toEqual([group])
    })

    test('refuses a second group of a name', async () => {
      const { stores } = await contoso(open)
      await stores.groups.insert(group)

      await expect(stores.groups.insert({ ...group, groupId: 'g2' })).rejects.toMatchObject({
        code: 'already_exists',
      })
    })

    test('renames a group, but not to the name of another', async () => {
      const { stores } = await contoso(open)
      await stores.groups.insert(group)
      await stores.groups.insert({ ...group, groupId: 'g2', displayName: 'Others' })
      const { description: _, ...plain } = group

      const clash = stores.groups.put({ ...group, displayName: 'Others' })
      await expect(clash).rejects.toMatchObject({ code: 'already_exists' })
      await stores.groups.put({ ...plain, displayName: 'Crew' })

      expect(await stores.groups.find('contoso', 'g1')).toEqual({ ...plain, displayName: 'Crew' })
    })

    test('forgets a member, and a group with its members', async () => {
      const { stores } = await contoso(open)
      await stores.groups.insert(group)
      await stores.groups.insertMember('contoso', 'g1', 'id-of-ann')
      await stores.groups.insertMember('contoso', 'g1', 'id-of-ben')
      await stores.groups.removeMember('contoso', 'g1', 'id-of-ben')
      expect(await stores.groups.listMembers('contoso', 'g1')).toEqual(['id-of-ann'])

      await stores.groups.remove('contoso', 'g1')

      expect(await stores.groups.find('contoso', 'g1')).toBeUndefined()
      expect(await stores.groups.listOfPerson('contoso', 'id-of-ann')).toEqual([])
    })
  })

  describe('keeping administrators', () => {
    test('knows who holds what', async () => {
      const { stores } = await contoso(open)
      await stores.roles.insert('contoso', 'id-of-ben', 'globalReader')
      await stores.roles.insert('contoso', 'id-of-ben', 'helpDesk')
      await stores.roles.insert('contoso', 'id-of-ben', 'helpDesk')
      await stores.roles.insert('contoso', 'id-of-ann', 'globalReader')

      expect(await stores.roles.listOfPerson('contoso', 'id-of-ben')).toEqual(['globalReader', 'helpDesk'])
      expect(await stores.roles.listHolders('contoso', 'globalReader')).toEqual(['id-of-ann', 'id-of-ben'])
      await stores.roles.remove('contoso', 'id-of-ben', 'globalReader')
      expect(await stores.roles.listOfPerson('contoso', 'id-of-ben')).toEqual(['helpDesk'])
    })

    test('keeps the last administrator', async () => {
      const { stores } = await contoso(open)
      await stores.roles.insert('contoso', 'id-of-ann', 'globalAdministrator')

      const removal = stores.roles.remove('contoso', 'id-of-ann', 'globalAdministrator')

      await expect(removal).rejects.toMatchObject({ code: 'last_administrator' })
      expect(await stores.roles.listHolders('contoso', 'globalAdministrator')).toEqual(['id-of-ann'])
    })

    test('does not count an administrator who is switched off', async () => {
      const { stores } = await contoso(open)
      await stores.people.put(aPerson('ben', { enabled: false }, 20))
      await stores.roles.insert('contoso', 'id-of-ann', 'globalAdministrator')
      await stores.roles.insert('contoso', 'id-of-ben', 'globalAdministrator')

      const removal = stores.roles.remove('contoso', 'id-of-ann', 'globalAdministrator')

      await expect(removal).rejects.toMatchObject({ code: 'last_administrator' })
      await stores.roles.remove('contoso', 'id-of-ben', 'globalAdministrator')
    })

    test.each([1, 2, 3, 4, 5])('leaves one of two who are removed at once (%i)', async () => {
      const { stores } = await contoso(open)
      await stores.roles.insert('contoso', 'id-of-ann', 'globalAdministrator')
      await stores.roles.insert('contoso', 'id-of-ben', 'globalAdministrator')

      const both = await Promise.allSettled([
        stores.roles.remove('contoso', 'id-of-ann', 'globalAdministrator'),
        stores.roles.remove('contoso', 'id-of-ben', 'globalAdministrator'),
      ])

      expect(fates(both)).toEqual(['fulfilled', 'rejected'])
      expect(await stores.roles.listHolders('contoso', 'globalAdministrator')).toHaveLength(1)
    })

    test('leaves one when one is removed while the other is switched off', async () => {
      const { stores } = await contoso(open)
      await stores.roles.insert('contoso', 'id-of-ann', 'globalAdministrator')
      await stores.roles.insert('contoso', 'id-of-ben', 'globalAdministrator')

      await Promise.allSettled([
        stores.roles.remove('contoso', 'id-of-ann', 'globalAdministrator'),
        stores.atomically(async (tx) => {
          const holders = await tx.roles.listHolders('contoso', 'globalAdministrator')
          if (holders.length > 1) await tx.people.put(aPerson('ben', { enabled: false }, 20))
        }),
      ])

      const left = await stores.roles.listHolders('contoso', 'globalAdministrator')
      const people = await Promise.all(left.map((userId) => stores.people.find('contoso', userId)))
      expect(people.some((person) => person?.enabled)).toBe(true)
    })
  })
}
