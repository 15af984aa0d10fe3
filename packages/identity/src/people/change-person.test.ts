import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { arriveWithPass, codeOf, openWorld, operator, type World } from '../../test/world.ts'
import {
  addGroup,
  addMember,
  addPerson,
  changeGroup,
  changePerson,
  grantRole,
  type PersonChange,
  removeGroup,
  removePerson,
} from '../administer.ts'
import type { Person, Tenant } from '../index.ts'

let world: World
let tenant: Tenant
let person: Person
let domain: string
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
  person = await world.aPerson(tenant)
  domain = person.userName.split('@')[1] ?? ''
})
afterAll(() => world.close())

const whom = () => ({ ...operator, tenantId: tenant.tenantId, userId: person.userId })
const change = (asked: PersonChange) => changePerson(world.deps, { ...whom(), change: asked })
const found = () => world.stores.people.find(tenant.tenantId, person.userId)

describe('changing a person', () => {
  test('keeps what is not named, and takes away what is null', async () => {
    await change({ givenName: 'Anna', surname: 'Example', mail: 'anna@mail.example' })
    world.after(1)
    await change({ displayName: 'Anna E.', surname: null, userName: `ANNE@${domain}` })

    expect(await found()).toMatchObject({
      displayName: 'Anna E.',
      givenName: 'Anna',
      mail: 'anna@mail.example',
      userName: `anne@${domain}`,
    })
    expect(await found()).not.toHaveProperty('surname')
    const [written] = await world.stores.audit.list(tenant.tenantId, { limit: 1 })
    expect(written).toMatchObject({
      activity: 'person_changed',
      detail: { changed: 'displayName surname userName' },
    })
  })

  test.each([
    [{ displayName: ' ' }, 'invalid_input'],
    [{ userName: 'anna@elsewhere.example' }, 'invalid_input'],
    [{ mail: 'nonsense' }, 'invalid_input'],
  ])('refuses %j', async (asked, code) => {
    expect(await codeOf(change(asked))).toBe(code)
  })

  test('refuses the name of somebody else, and changes nothing then', async () => {
    await world.aPerson(tenant, 'ben')

    expect(await codeOf(change({ userName: `ben@${domain}`, enabled: false }))).toBe('already_exists')

    expect(await found()).toMatchObject({ userName: `anna@${domain}`, enabled: true })
  })

  test('switches off in the same unit, and asks for both rights', async () => {
    const helper = await world.aPerson(tenant, 'uma')
    await grantRole(world.deps, { ...operator, ...helper, role: 'authenticationAdministrator' })
    const actor = { kind: 'person', userId: helper.userId } as const

    const both = changePerson(world.deps, {
      ...whom(),
      actor,
      change: { displayName: 'A', enabled: false },
    })
    expect(await codeOf(both)).toBe('not_permitted')
    await changePerson(world.deps, { ...whom(), actor, change: { enabled: false } })

    expect(await found()).toMatchObject({ displayName: 'anna', enabled: false })
  })
})

describe('adding a person with a password', () => {
  const add = (password: string) =>
    addPerson(world.deps, {
      ...operator,
      tenantId: tenant.tenantId,
      userName: `cora@${domain}`,
      displayName: 'Cora',
      password,
      enabled: false,
    })

  test('adds nobody when the password will not do', async () => {
    expect(await codeOf(add('short'))).toBe('invalid_input')
    expect(await world.stores.people.findByUserName(tenant.tenantId, `cora@${domain}`)).toBeUndefined()
  })

  test('keeps both', async () => {
    const { userId, enabled } = await add('a long enough sentence')

    expect(enabled).toBe(false)
    expect(await world.stores.passwords.find(tenant.tenantId, userId)).toBeDefined()
  })
})

describe('removing a person', () => {
  test('ends their sessions and leaves their log', async () => {
    const { session } = await arriveWithPass(world, person)

    await removePerson(world.deps, whom())

    expect(await found()).toBeUndefined()
    expect(await world.stores.sessions.find(tenant.tenantId, session.sessionId)).toBeUndefined()
    expect(await world.stores.signIns.list(tenant.tenantId, { limit: 5, userId: person.userId })).not.toEqual(
      [],
    )
    expect(await codeOf(removePerson(world.deps, whom()))).toBe('not_found')
  })

  test('is refused for the last administrator, for oneself, and to whoever may not', async () => {
    await grantRole(world.deps, { ...whom(), role: 'globalAdministrator' })
    const other = await world.aPerson(tenant, 'ben')
    const as = (userId: string, target: Person) =>
      codeOf(removePerson(world.deps, { ...operator, ...target, actor: { kind: 'person', userId } }))

    expect(await codeOf(removePerson(world.deps, whom()))).toBe('last_administrator')
    expect(await as(other.userId, person)).toBe('not_permitted')
    await grantRole(world.deps, { ...operator, ...other, role: 'globalAdministrator' })
    expect(await as(person.userId, person)).toBe('not_permitted')
    expect(await as(person.userId, other)).toBe('done')
  })
})

describe('managing a group', () => {
  test('renames it, takes its description away, and removes it', async () => {
    const { tenantId } = tenant
    const { groupId } = await addGroup(world.deps, {
      ...operator,
      tenantId,
      displayName: 'Pilots',
      description: 'First',
    })
    await addGroup(world.deps, { ...operator, tenantId, displayName: 'Others' })
    await addMember(world.deps, { ...whom(), groupId })
    const target = { ...operator, tenantId, groupId }

    expect(await codeOf(changeGroup(world.deps, { ...target, displayName: 'Others' }))).toBe('already_exists')
    await changeGroup(world.deps, { ...target, displayName: 'Flyers', description: null })
    const kept = await world.stores.groups.find(tenantId, groupId)
    expect(kept).toMatchObject({ displayName: 'Flyers' })
    expect(kept).not.toHaveProperty('description')

    await removeGroup(world.deps, target)
    expect(await world.stores.groups.listOfPerson(tenantId, person.userId)).toEqual([])
    expect(await codeOf(removeGroup(world.deps, target))).toBe('not_found')
  })
})
