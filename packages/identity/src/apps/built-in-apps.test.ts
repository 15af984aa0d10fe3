import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, openWorld, operator, type World } from '../../test/world.ts'
import { addApp, addGroup, assignApp, changeApp, grantRole, removeApp } from '../administer.ts'
import {
  commandLineAppId,
  findApp,
  findConsent,
  forbidApp,
  graphAppId,
  listApps,
  type Person,
  permitApp,
  rememberConsent,
  type Tenant,
  withdrawConsent,
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

const of = (clientId: string) => ({ ...operator, tenantId: tenant.tenantId, clientId })
const by = (actor: Person) => ({ actor: { kind: 'person' as const, userId: actor.userId } })

async function anAdministrator(): Promise<Person> {
  const administrator = await world.aPerson(tenant, 'grace')
  await grantRole(world.deps, { ...operator, ...administrator, role: 'globalAdministrator' })
  return administrator
}

describe('apps that are there of themselves', () => {
  test.each([graphAppId, commandLineAppId])(
    '%s is in every organisation, without a row',
    async (clientId) => {
      const { tenantId } = tenant
      expect(await findApp(world.stores, tenantId, clientId)).toMatchObject({
        tenantId,
        clientId,
        enabled: true,
      })
      expect(await world.stores.apps.find(tenantId, clientId)).toBeUndefined()
      expect((await listApps(world.stores, tenantId)).map((app) => app.clientId)).toContain(clientId)
    },
  )

  test('stay what they are when something is kept about them', async () => {
    const { tenantId } = tenant
    const before = await findApp(world.stores, tenantId, commandLineAppId)
    const group = await addGroup(world.deps, { ...operator, tenantId, displayName: 'Sales' })
    const assigned = { principal: 'group' as const, principalId: group.groupId }
    await assignApp(world.deps, { ...of(commandLineAppId), ...assigned })
    const kept = await world.stores.apps.find(tenantId, commandLineAppId)
    // What somebody wrote into the row by hand.
    if (kept)
      await world.stores.apps.put({ ...kept, redirectUris: ['https://evil.example'], consent: 'none' })

    expect(await findApp(world.stores, tenantId, commandLineAppId)).toEqual(before)
    expect(await listApps(world.stores, tenantId)).toHaveLength(3)
  })

  test.each([
    [commandLineAppId, { enabled: false }, 'done'],
    [commandLineAppId, { assignmentRequired: true }, 'done'],
    [commandLineAppId, { displayName: 'Mine' }, 'not_permitted'],
    [commandLineAppId, { redirectUris: ['https://evil.example/'] }, 'not_permitted'],
    [graphAppId, { enabled: false }, 'not_permitted'],
  ])('%s is changed by %j: %s', async (clientId, change, code) => {
    expect(await codeOf(changeApp(world.deps, { ...of(clientId), change }))).toBe(code)
    const expected = code === 'done' ? change : { enabled: true, assignmentRequired: false }
    expect(await findApp(world.stores, tenant.tenantId, clientId)).toMatchObject(expected)
  })

  test('are neither added nor removed', async () => {
    const add = addApp(world.deps, { ...of(commandLineAppId), displayName: 'App', kind: 'native' })

    expect(await codeOf(add)).toBe('already_exists')
    expect(await codeOf(removeApp(world.deps, of(commandLineAppId)))).toBe('not_permitted')
    expect(await codeOf(removeApp(world.deps, of(graphAppId)))).toBe('not_permitted')
  })
})

describe('agreeing to what an app does in one’s name', () => {
  const agree = (actor: Person, userId: string, scopes: readonly string[]) =>
    codeOf(rememberConsent(world.deps, { ...of(commandLineAppId), ...by(actor), userId, scopes }))

  test('is for people where it is about themselves, and for administrators beyond that', async () => {
    const administrator = await anAdministrator()

    expect(await agree(person, person.userId, ['openid', 'User.Read'])).toBe('done')
    expect(await agree(person, person.userId, ['User.Read', 'User.Read.All'])).toBe('not_permitted')
    expect(await agree(person, administrator.userId, ['User.Read'])).toBe('not_permitted')
    expect(await agree(person, '', ['User.Read'])).toBe('not_permitted')
    expect(await agree(administrator, administrator.userId, ['User.Read.All'])).toBe('done')
    expect(await agree(administrator, '', ['Group.Read.All'])).toBe('done')
    const { tenantId } = tenant
    const agreed = { tenantId, clientId: commandLineAppId }
    expect(await findConsent(world.deps, { ...agreed, userId: person.userId })).toEqual([
      'Group.Read.All',
      'User.Read',
      'openid',
    ])
  })

  test('is taken back by whoever gave it, and by an administrator', async () => {
    const administrator = await anAdministrator()
    const ask = { ...of(commandLineAppId), userId: person.userId }
    const agreed = () => findConsent(world.deps, ask)
    await agree(person, person.userId, ['User.Read'])

    const other = await world.aPerson(tenant, 'other')
    expect(await codeOf(withdrawConsent(world.deps, { ...ask, ...by(other) }))).toBe('not_permitted')
    expect(await agreed()).toEqual(['User.Read'])
    expect(await codeOf(withdrawConsent(world.deps, { ...ask, ...by(person) }))).toBe('done')
    expect(await agreed()).toEqual([])
    await agree(person, person.userId, ['User.Read'])
    expect(await codeOf(withdrawConsent(world.deps, { ...ask, ...by(administrator) }))).toBe('done')
    expect(await agreed()).toEqual([])
  })
})

describe('permitting an app to act for itself', () => {
  const permissionsOf = async (clientId: string) =>
    (await world.stores.apps.listPermissions(tenant.tenantId, clientId)).map(({ permission }) => permission)

  test('is an administrator’s, and is written down', async () => {
    const { app } = await addApp(world.deps, {
      ...of(''),
      clientId: 'nightly',
      displayName: 'N',
      kind: 'daemon',
    })
    const ask = { ...of(app.clientId), permissions: ['Policy.Read.All'] }
    const administrator = await anAdministrator()

    expect(await codeOf(permitApp(world.deps, { ...ask, ...by(person) }))).toBe('not_permitted')
    expect(await codeOf(permitApp(world.deps, { ...ask, ...by(administrator) }))).toBe('done')
    expect(await permissionsOf(app.clientId)).toEqual(['Policy.Read.All'])
    expect(await codeOf(forbidApp(world.deps, { ...ask, ...by(person) }))).toBe('not_permitted')
    expect(await codeOf(forbidApp(world.deps, { ...ask, ...by(administrator) }))).toBe('done')
    expect(await codeOf(forbidApp(world.deps, { ...ask, ...by(administrator) }))).toBe('not_found')
    expect(await permissionsOf(app.clientId)).toEqual([])
    const written = await world.stores.audit.list(tenant.tenantId, { limit: 9, targetId: app.clientId })
    expect(written.map(({ activity }) => activity).toSorted()).toEqual([
      'app_added',
      'app_forbidden',
      'app_permitted',
    ])
  })

  test.each([
    ['that is there in people’s names only', 'daemon', 'User.Read', 'invalid_input'],
    ['that is not there', 'daemon', 'Mail.Read', 'invalid_input'],
    ['of an app that keeps no secret', 'native', 'User.Read.All', 'invalid_input'],
    ['of an app that keeps one', 'web', 'User.Read.All', 'done'],
  ] as const)('to do something %s: %s, %s, %s', async (_, kind, permission, code) => {
    const { app } = await addApp(world.deps, { ...of(''), clientId: 'an-app', displayName: 'N', kind })

    const permitted = permitApp(world.deps, {
      ...of(app.clientId),
      permissions: ['Policy.Read.All', permission],
    })

    expect(await codeOf(permitted)).toBe(code)
    expect(await permissionsOf(app.clientId)).toHaveLength(code === 'done' ? 2 : 0)
  })
})
