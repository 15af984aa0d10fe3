import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, openWorld, operator, type World } from '../../test/world.ts'
import {
  type AppChange,
  addApp,
  assignApp,
  changeApp,
  removeApp,
  removeAppSecret,
  unassignApp,
} from '../administer.ts'
import { type App, addAppSecret, isAppSecret, sha256, type Tenant } from '../index.ts'

let world: World
let tenant: Tenant
let app: App
let secret: string
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
  const { tenantId } = tenant
  const added = await addApp(world.deps, { ...operator, tenantId, displayName: 'Reports', kind: 'web' })
  app = added.app
  secret = added.secret ?? ''
})
afterAll(() => world.close())

const target = () => ({ ...operator, tenantId: app.tenantId, clientId: app.clientId })
const change = (asked: AppChange) => changeApp(world.deps, { ...target(), change: asked })
const found = () => world.stores.apps.find(app.tenantId, app.clientId)

describe('changing an app', () => {
  test('changes what is named and keeps the rest', async () => {
    const appRoles = [{ value: 'Reports.Read', displayName: 'Reader' }]
    await change({ redirectUris: ['https://reports.example/cb'], appRoles })
    await change({ displayName: 'Numbers', enabled: false })

    expect(await found()).toMatchObject({
      displayName: 'Numbers',
      enabled: false,
      redirectUris: ['https://reports.example/cb'],
      appRoles,
    })
  })

  test.each([
    { displayName: '' },
    { redirectUris: ['http://reports.example/cb'] },
    { appRoles: [{ value: 'a b', displayName: 'A' }] },
    {
      appRoles: [
        { value: 'a', displayName: 'A' },
        { value: 'a', displayName: 'B' },
      ],
    },
  ])('refuses %j', async (asked) => {
    expect(await codeOf(change(asked))).toBe('invalid_input')
  })

  test('is refused to whoever may not', async () => {
    const actor = { kind: 'person', userId: '00000000-0000-7000-8000-000000000009' } as const

    expect(await codeOf(changeApp(world.deps, { ...target(), actor, change: { enabled: false } }))).toBe(
      'not_permitted',
    )
    expect(await codeOf(removeApp(world.deps, { ...target(), actor }))).toBe('not_permitted')
  })
})

describe('taking back what an app has', () => {
  test('one secret goes, the other stays', async () => {
    const { secret: second } = await addAppSecret(world.deps, target())

    await removeAppSecret(world.deps, { ...target(), secretHash: sha256(secret) })

    const kept = await found()
    if (kept === undefined) throw new Error('the app is gone')
    expect([
      isAppSecret(kept, secret, world.deps.now()),
      isAppSecret(kept, second, world.deps.now()),
    ]).toEqual([false, true])
    const again = removeAppSecret(world.deps, { ...target(), secretHash: sha256(secret) })
    expect(await codeOf(again)).toBe('not_found')
  })

  test('an assignment, once', async () => {
    const person = await world.aPerson(tenant)
    const assignment = { ...target(), principal: 'person', principalId: person.userId, role: '' } as const
    await assignApp(world.deps, { ...target(), principal: 'person', principalId: person.userId })

    expect(await codeOf(unassignApp(world.deps, assignment))).toBe('done')
    expect(await codeOf(unassignApp(world.deps, assignment))).toBe('not_found')
  })

  test('the app itself', async () => {
    await removeApp(world.deps, target())

    expect(await found()).toBeUndefined()
    expect(await codeOf(removeApp(world.deps, target()))).toBe('not_found')
  })
})
