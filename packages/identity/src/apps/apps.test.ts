import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, openWorld, operator, type World } from '../../test/world.ts'
import { addApp, addGroup, addMember, assignApp, type NewApp } from '../administer.ts'
import {
  addAppSecret,
  findConsent,
  isAppSecret,
  mayUseApp,
  type Person,
  rememberConsent,
  type Tenant,
} from '../index.ts'

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

const add = (change: Partial<NewApp> = {}) =>
  addApp(world.deps, { ...operator, tenantId: tenant.tenantId, displayName: 'App', kind: 'web', ...change })

describe('adding an app', () => {
  test('is careful where nothing was said, and shows its secret once', async () => {
    const { app, secret = '' } = await add()

    expect(app).toMatchObject({
      deviceCodeAllowed: false,
      consent: 'person',
      groupsClaim: 'none',
      redirectUris: [],
    })
    expect(isAppSecret(app, secret, world.deps.now())).toBe(true)
    expect(isAppSecret(app, `${secret}x`, world.deps.now())).toBe(false)
    expect(isAppSecret({ ...app, secrets: [] }, '', world.deps.now())).toBe(false)
    expect(JSON.stringify(await world.stores.apps.find(tenant.tenantId, app.clientId))).not.toContain(secret)
  })

  test('gives no secret to what cannot keep one', async () => {
    const { app, secret } = await add({ kind: 'spa' })

    expect(secret).toBeUndefined()
    const ask = { ...operator, tenantId: tenant.tenantId, clientId: app.clientId }
    expect(await codeOf(addAppSecret(world.deps, ask))).toBe('invalid_input')
  })

  test('a second secret works beside the first, and there are five at most', async () => {
    const { app, secret = '' } = await add()
    const ask = { ...operator, tenantId: tenant.tenantId, clientId: app.clientId }
    const { secret: second } = await addAppSecret(world.deps, ask)
    const kept = await world.stores.apps.find(tenant.tenantId, app.clientId)
    if (kept === undefined) throw new Error('the app is gone')

    expect([
      isAppSecret(kept, secret, world.deps.now()),
      isAppSecret(kept, second, world.deps.now()),
    ]).toEqual([true, true])
    for (let i = 0; i < 3; i++) await addAppSecret(world.deps, ask)
    expect(await codeOf(addAppSecret(world.deps, ask))).toBe('invalid_input')
  })

  test.each([
    ['web', 'https://app.example/cb', 'done'],
    ['web', 'http://localhost:8080/cb', 'done'],
    ['web', 'http://127.0.0.1/cb', 'done'],
    ['web', 'http://app.example/cb', 'invalid_input'],
    ['web', 'https://app.example/cb#x', 'invalid_input'],
    ['web', 'https://app.example/cb#', 'invalid_input'],
    ['web', 'https://user@app.example/cb', 'invalid_input'],
    ['web', 'https://app.example/c b', 'invalid_input'],
    ['web', 'javascript:alert(1)', 'invalid_input'],
    ['native', 'javascript:alert(1)', 'invalid_input'],
    ['native', 'com.example.app:/cb', 'done'],
    ['native', 'myapp:/cb', 'invalid_input'],
    ['spa', 'com.example.app:/cb', 'invalid_input'],
    ['web', '/cb', 'invalid_input'],
  ] as const)('for %s takes %s: %s', async (kind, uri, code) => {
    expect(await codeOf(add({ kind, redirectUris: [uri] }))).toBe(code)
  })

  test.each([{ clientId: 'a b' }, { backchannelLogoutUri: 'http://app.example/' }, { displayName: '' }])(
    'refuses %j',
    async (change) => {
      expect(await codeOf(add(change))).toBe('invalid_input')
    },
  )
})

describe('who may use an app', () => {
  test('everybody, unless people are assigned', async () => {
    const { app } = await add()
    const { app: closed } = await add({ assignmentRequired: true })

    expect(await mayUseApp(world.deps, app, person)).toEqual({ allowed: true, roles: [], groups: [] })
    expect(await mayUseApp(world.deps, closed, person)).toEqual({ allowed: false })
  })

  test('whoever is assigned, directly or through a group, with the roles of both', async () => {
    const appRoles = ['read', 'write'].map((value) => ({ value, displayName: value }))
    const { app } = await add({ assignmentRequired: true, groupsClaim: 'assigned', appRoles })
    const { tenantId } = tenant
    const group = await addGroup(world.deps, { ...operator, tenantId, displayName: 'Writers' })
    const other = await addGroup(world.deps, { ...operator, tenantId, displayName: 'Others' })
    for (const { groupId } of [group, other]) {
      await addMember(world.deps, { ...operator, tenantId, groupId, userId: person.userId })
    }
    const assign = (principal: 'person' | 'group', principalId: string, role?: string) =>
      codeOf(
        assignApp(world.deps, {
          ...operator,
          tenantId,
          clientId: app.clientId,
          principal,
          principalId,
          ...(role && { role }),
        }),
      )

    expect(await assign('group', group.groupId, 'write')).toBe('done')
    expect(await assign('person', person.userId, 'read')).toBe('done')
    expect(await assign('person', person.userId, 'admin')).toBe('invalid_input')
    expect(await assign('person', 'nobody')).toBe('not_found')

    const access = await mayUseApp(world.deps, app, person)
    expect(access).toEqual({ allowed: true, roles: ['read', 'write'], groups: [group.groupId] })
    const all = await mayUseApp(world.deps, { ...app, groupsClaim: 'all' }, person)
    expect(all).toMatchObject({ groups: [group.groupId, other.groupId].toSorted() })
  })

  test('nobody who is switched off, of another tenant, or when the app is', async () => {
    const { app } = await add()
    const stranger = await world.aPerson(await world.aTenant())

    expect(await mayUseApp(world.deps, app, { ...person, enabled: false })).toEqual({ allowed: false })
    expect(await mayUseApp(world.deps, app, stranger)).toEqual({ allowed: false })
    expect(await mayUseApp(world.deps, { ...app, enabled: false }, person)).toEqual({ allowed: false })
  })
})

describe('agreeing to what an app asks', () => {
  const agree = (clientId: string, userId: string, actor: NewApp['actor'], scopes: string[]) =>
    codeOf(rememberConsent(world.deps, { actor, tenantId: tenant.tenantId, clientId, userId, scopes }))

  test('people agree for themselves, administrators for everybody; scopes add up', async () => {
    const { app } = await add()
    const { clientId } = app
    const self = { kind: 'person', userId: person.userId } as const
    const ask = { tenantId: tenant.tenantId, clientId, userId: person.userId }

    expect(await findConsent(world.deps, ask)).toEqual([])
    expect(await agree(clientId, person.userId, self, ['openid', 'mail'])).toBe('done')
    expect(await agree(clientId, '', self, ['files'])).toBe('not_permitted')
    expect(await agree(clientId, 'somebody', self, ['files'])).toBe('not_permitted')
    expect(await agree(clientId, '', { kind: 'operator' }, ['files'])).toBe('done')

    expect(await findConsent(world.deps, ask)).toEqual(['files', 'mail', 'openid'])
    expect(await findConsent(world.deps, { ...ask, userId: 'somebody' })).toEqual(['files'])
  })

  test('nobody agrees for themselves where an administrator must', async () => {
    const { app } = await add({ consent: 'administrator' })
    const self = { kind: 'person', userId: person.userId } as const

    expect(await agree(app.clientId, person.userId, self, ['openid'])).toBe('not_permitted')
  })
})
