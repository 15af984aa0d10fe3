import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  aPersonWithPasskey,
  aVisitor,
  codeOf,
  codesOf,
  openWorld,
  operator,
  signInBinding,
  type World,
} from '../../test/world.ts'
import {
  addGroup,
  addMember,
  addPerson,
  grantRole,
  removeMember,
  revokeRole,
  setPersonEnabled,
} from '../administer.ts'
import { issuePass, listSessions, normaliseUserName, type Person, redeemPass, type Tenant } from '../index.ts'

let world: World
let tenant: Tenant
let person: Person
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
  person = await world.aPerson(tenant)
})
afterAll(() => world.close())

const domain = () => person.userName.split('@')[1] ?? ''

describe('adding a person', () => {
  test('gives them a handle that names the tenant and nothing about them', async () => {
    expect(person.userHandle).toHaveLength(49)
    expect(person.userHandle[0]).toBe(1)
    expect(Buffer.from(person.userHandle.slice(1, 17)).toString('hex')).toBe(
      tenant.tenantId.replaceAll('-', ''),
    )
  })

  test.each([
    ['a name that is taken', () => ({ userName: `ANNA@${domain()}` }), 'already_exists'],
    ['a domain of somebody else', () => ({ userName: 'anna@elsewhere.example' }), 'invalid_input'],
    ['no domain', () => ({ userName: 'anna' }), 'invalid_input'],
    ['two domains', () => ({ userName: `anna@x@${domain()}` }), 'invalid_input'],
    ['space inside', () => ({ userName: `an na@${domain()}` }), 'invalid_input'],
    ['no display name', () => ({ displayName: ' ' }), 'invalid_input'],
    ['a line break in a name', () => ({ displayName: 'a\nb' }), 'invalid_input'],
    ['something else for a mail', () => ({ mail: 'x, y@z' }), 'invalid_input'],
    ['a header in a mail', () => ({ mail: 'x@y\r\nBcc: z@z' }), 'invalid_input'],
    ['something else for a language', () => ({ preferredLanguage: '../..' }), 'invalid_input'],
  ])('refuses %s', async (_, change, code) => {
    const ask = {
      ...operator,
      tenantId: tenant.tenantId,
      userName: `b@${domain()}`,
      displayName: 'B',
      ...change(),
    }

    expect(await codeOf(addPerson(world.deps, ask))).toBe(code)
  })
})

describe('writing a name one way', () => {
  test.each([
    [' Anna@Example.COM ', 'anna@example.com'],
    ['Ａｎｎａ@example.com', 'anna@example.com'],
    ['ANNA\u0308@x.example', 'annä@x.example'],
  ])('%s', (typed, kept) => {
    expect(normaliseUserName(typed)).toBe(kept)
    expect(normaliseUserName(kept)).toBe(kept)
  })

  test.each(['', ' ', 'a b', 'a\u0000b', 'a\u200bb', 'x'.repeat(257), '\u202eanna'])(
    'refuses %j',
    (typed) => {
      expect(() => normaliseUserName(typed)).toThrow('invalid_input')
    },
  )
})

describe('the last administrator', () => {
  test('stays, whoever takes the role away or switches people off, also two at once', async () => {
    const other = await world.aPerson(tenant, 'berta')
    for (const each of [person, other]) {
      await grantRole(world.deps, { ...operator, ...each, role: 'globalAdministrator' })
    }
    const off = (each: Person) => setPersonEnabled(world.deps, { ...operator, ...each, enabled: false })

    expect(await codesOf([off(person), off(other)])).toEqual(['done', 'last_administrator'])
  })

  test('who can sign in stays: others who hold the role and have nothing to sign in with do not count', async () => {
    const { person: able } = await aPersonWithPasskey(world, tenant, 'able')
    for (const each of [able, person]) {
      await grantRole(world.deps, { ...operator, ...each, role: 'globalAdministrator' })
    }
    const attempts = () => [
      setPersonEnabled(world.deps, { ...operator, ...able, enabled: false }),
      revokeRole(world.deps, { ...operator, ...able, role: 'globalAdministrator' }),
    ]
    const refused = await codesOf(attempts())
    const { person: second } = await aPersonWithPasskey(world, tenant, 'second')
    await grantRole(world.deps, { ...operator, ...second, role: 'globalAdministrator' })

    expect(refused).toEqual(['last_administrator', 'last_administrator'])
    expect(await codesOf(attempts())).toEqual(['done', 'done'])
  })

  test('keeps the role', async () => {
    await grantRole(world.deps, { ...operator, ...person, role: 'globalAdministrator' })

    const revoked = revokeRole(world.deps, { ...operator, ...person, role: 'globalAdministrator' })

    expect(await codeOf(revoked)).toBe('last_administrator')
    expect(await codeOf(setPersonEnabled(world.deps, { ...operator, ...person, enabled: false }))).toBe(
      'last_administrator',
    )
  })
})

describe('who may do what', () => {
  test('nobody without a role does anything; only global administrators give roles', async () => {
    const other = await world.aPerson(tenant, 'berta')
    const by = { actor: { kind: 'person' as const, userId: other.userId } }
    const attempts = () => [
      grantRole(world.deps, { ...by, tenantId: tenant.tenantId, userId: other.userId, role: 'globalReader' }),
      addGroup(world.deps, { ...by, tenantId: tenant.tenantId, displayName: 'G' }),
      setPersonEnabled(world.deps, {
        ...by,
        tenantId: tenant.tenantId,
        userId: person.userId,
        enabled: false,
      }),
    ]
    expect(new Set(await codesOf(attempts()))).toEqual(new Set(['not_permitted']))

    await grantRole(world.deps, { ...operator, ...other, role: 'helpDesk' })
    expect(new Set(await codesOf(attempts()))).toEqual(new Set(['not_permitted']))

    await grantRole(world.deps, { ...operator, ...other, role: 'globalAdministrator' })
    expect(new Set(await codesOf(attempts()))).toEqual(new Set(['done']))
  })

  test.each([
    ['helpDesk', 'pass_incorrect', 0],
    ['globalAdministrator', 'done', 1],
  ] as const)(
    'whoever becomes an administrator can be entered by a pass of the %s: %s',
    async (role, then, left) => {
      const { tenantId } = tenant
      const issuer = await world.aPerson(tenant, 'berta')
      await grantRole(world.deps, { ...operator, ...issuer, role })
      const by = { actor: { kind: 'person' as const, userId: issuer.userId } }
      const { pass } = await issuePass(world.deps, { ...by, tenantId, userId: person.userId, once: false })
      const redeem = () =>
        redeemPass(world.deps, {
          tenantId,
          userName: person.userName,
          pass,
          visitor: aVisitor(),
          binding: signInBinding,
        })
      await redeem()

      await grantRole(world.deps, { ...operator, ...person, role: 'globalAdministrator' })

      expect(await listSessions(world.deps, tenantId, person.userId)).toHaveLength(left)
      expect(await codeOf(redeem())).toBe(then)
    },
  )

  test('an administrator of one tenant is nobody in another', async () => {
    await grantRole(world.deps, { ...operator, ...person, role: 'globalAdministrator' })
    const elsewhere = await world.aTenant()
    const by = { actor: { kind: 'person' as const, userId: person.userId } }

    expect(
      await codeOf(addGroup(world.deps, { ...by, tenantId: elsewhere.tenantId, displayName: 'G' })),
    ).toBe('not_permitted')
  })
})

describe('groups', () => {
  test('have members, who are people of the tenant', async () => {
    const group = await addGroup(world.deps, { ...operator, tenantId: tenant.tenantId, displayName: 'Sales' })
    const membership = {
      ...operator,
      tenantId: tenant.tenantId,
      groupId: group.groupId,
      userId: person.userId,
    }

    await addMember(world.deps, membership)
    expect(await world.stores.groups.listMembers(tenant.tenantId, group.groupId)).toEqual([person.userId])
    await removeMember(world.deps, membership)
    expect(await world.stores.groups.listMembers(tenant.tenantId, group.groupId)).toEqual([])

    const stranger = await world.aPerson(await world.aTenant())
    expect(await codeOf(addMember(world.deps, { ...membership, userId: stranger.userId }))).toBe('not_found')
    expect(await codeOf(addMember(world.deps, { ...membership, groupId: 'none' }))).toBe('not_found')
  })
})
