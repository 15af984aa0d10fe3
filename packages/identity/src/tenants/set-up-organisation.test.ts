import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  aVisitor,
  codeOf,
  codesOf,
  openWorld,
  operator,
  register,
  signIn,
  type World,
} from '../../test/world.ts'
import { createTenant, readDomain, setUpOrganisation } from '../administer.ts'
import { createFirstAdministratorLink, findSession } from '../index.ts'
import { memoryOf } from '../memory.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const setUp = (linkToken: string, change: object = {}) =>
  setUpOrganisation(world.deps, {
    linkToken,
    organisation: 'Example',
    domain: 'Example.COM.',
    userName: 'ada@example.com',
    displayName: 'Ada',
    visitor: aVisitor(),
    ...change,
  })

describe('setting up the organisation by the link', () => {
  test('makes the tenant, its administrator and a session in which they make their passkey', async () => {
    const { tenant, person, session, token } = await setUp(await createFirstAdministratorLink(world.deps))

    expect(await world.stores.tenants.findByDomain('example.com')).toEqual(tenant)
    expect(await world.stores.roles.listOfPerson(tenant.tenantId, person.userId)).toEqual([
      'globalAdministrator',
    ])
    expect((await findSession(world.deps, token))?.session).toMatchObject({ sessionId: session.sessionId })
    const { passkey } = await register(world, session)
    expect(await codeOf(signIn(world, tenant.tenantId, passkey))).toBe('done')
    world.after(601)
    expect(await codeOf(register(world, session))).toBe('fresh_sign_in_needed')
    world.after(3600)
    expect(await findSession(world.deps, token)).toBeUndefined()
  })

  test('works once, of two at the same time for one', async () => {
    const link = await createFirstAdministratorLink(world.deps)

    expect(
      await codesOf([setUp(link), setUp(link, { domain: 'other.example', userName: 'b@other.example' })]),
    ).toEqual(['done', 'link_unusable'])
    expect(await world.stores.tenants.list()).toHaveLength(1)
    expect(await codeOf(setUp(link))).toBe('link_unusable')
  })

  test('made-up links cost no hashing, so nobody waits behind a flood of them', async () => {
    const hashing = vi.spyOn(memoryOf(world.stores).hashing, 'run')

    expect(await codeOf(setUp('made-up'))).toBe('link_unusable')
    expect(hashing).not.toHaveBeenCalled()
    expect(await codeOf(setUp(await createFirstAdministratorLink(world.deps)))).toBe('done')
    expect(hashing).toHaveBeenCalledOnce()
  })

  test('a refused attempt spends nothing and leaves nothing', async () => {
    const link = await createFirstAdministratorLink(world.deps)
    const demo = { ...operator, displayName: 'Demo', domain: 'demo.example', demo: true }
    await createTenant(world.deps, demo)

    expect(await codeOf(setUp(link, { domain: 'demo.example', userName: 'ada@demo.example' }))).toBe(
      'already_exists',
    )
    expect(await codeOf(setUp(link, { userName: 'ada@elsewhere.example' }))).toBe('invalid_input')
    expect(await codeOf(setUp(link, { domain: 'localhost' }))).toBe('invalid_input')
    expect(await world.stores.tenants.list()).toHaveLength(1)
    expect(await codeOf(setUp(link))).toBe('done')
  })

  test('a newer link replaces the earlier one; each lives a day', async () => {
    const earlier = await createFirstAdministratorLink(world.deps)
    const newer = await createFirstAdministratorLink(world.deps)
    expect(await codeOf(setUp(earlier))).toBe('link_unusable')

    world.after(24 * 3600)
    expect(await codeOf(setUp(newer))).toBe('link_unusable')
  })

  test('is over once there is a real organisation; the demo is none', async () => {
    await createTenant(world.deps, { ...operator, displayName: 'Demo', domain: 'demo.example', demo: true })
    const link = await createFirstAdministratorLink(world.deps)
    await createTenant(world.deps, { ...operator, displayName: 'Real', domain: 'real.example' })

    expect(await codeOf(setUp(link))).toBe('not_permitted')
    expect(await codeOf(createFirstAdministratorLink(world.deps))).toBe('not_permitted')
  })

  test('nobody but the operator makes another organisation', async () => {
    const by = { actor: { kind: 'person' as const, userId: 'somebody' } }

    expect(await codeOf(createTenant(world.deps, { ...by, displayName: 'X', domain: 'x.example' }))).toBe(
      'not_permitted',
    )
  })
})

describe('reading a domain', () => {
  test.each([
    [' Example.COM. ', 'example.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['a-b.c', 'a-b.c'],
  ])('%s is %s', (text, domain) => {
    expect(readDomain(text)).toBe(domain)
  })

  test.each([
    '',
    'localhost',
    '192.0.2.1',
    'a..b',
    '-a.example',
    'a b.example',
    'a@b.example',
    `${'x'.repeat(64)}.example`,
    '.',
  ])('refuses %s', (text) => {
    expect(() => readDomain(text)).toThrow('invalid_input')
  })
})
