import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  aPersonWithPasskey,
  aVisitor,
  codeOf,
  codesOf,
  goodPassword,
  openWorld,
  operator,
  signIn,
  type World,
} from '../../test/world.ts'
import {
  grantRole,
  markBreakGlass,
  removePerson,
  revokeRole,
  setPassword,
  setPersonEnabled,
} from '../administer.ts'
import { type Person, removePasskey, type Tenant } from '../index.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant({ leastStrength: 'singleFactor' })
})
afterAll(() => world.close())

/** Somebody who administers everything, and can sign in. */
async function anAdministrator(name: string) {
  const holder = await aPersonWithPasskey(world, tenant, name)
  await grantRole(world.deps, { ...operator, ...holder.person, role: 'globalAdministrator' })
  return holder
}
const as = ({ userId }: Person) => ({ actor: { kind: 'person' as const, userId } })
const off = (by: Person, whom: Person) => setPersonEnabled(world.deps, { ...as(by), ...whom, enabled: false })
const strip = (by: Person, whom: Person) =>
  revokeRole(world.deps, { ...as(by), ...whom, role: 'globalAdministrator' })
const remove = (by: Person, whom: Person) => removePerson(world.deps, { ...as(by), ...whom })
type Take = (by: Person, whom: Person) => Promise<unknown>

describe('the last administrator who can sign in', () => {
  test.each<[string, Take, Take]>([
    ['switch each other off', off, off],
    ['take the role from each other', strip, strip],
    ['remove each other', remove, remove],
    ['go for each other in different ways', off, strip],
  ])('is one of two who %s at once', async (_, take, back) => {
    const { person: anna } = await anAdministrator('anna')
    const { person: ben } = await anAdministrator('ben')

    // Whoever is out by then may do nothing any more.
    expect(await codesOf([take(anna, ben), back(ben, anna)])).toEqual(['done', 'not_permitted'])

    const holders = await world.stores.roles.listHolders(tenant.tenantId, 'globalAdministrator')
    const able = (await world.stores.lockOut.listHeld(tenant.tenantId, holders)).filter(
      ({ passkeys }) => passkeys.length > 0,
    )
    expect(able).toHaveLength(1)
  })

  test('is one of two whom the operator takes out at once, each in another way', async () => {
    const { person: anna } = await anAdministrator('anna')
    const { person: ben } = await anAdministrator('ben')
    // They hold the role and could not come in.
    const idle = await world.aPerson(tenant, 'idle')
    await grantRole(world.deps, { ...operator, ...idle, role: 'globalAdministrator' })

    expect(
      await codesOf([
        setPersonEnabled(world.deps, { ...operator, ...anna, enabled: false }),
        revokeRole(world.deps, { ...operator, ...ben, role: 'globalAdministrator' }),
      ]),
    ).toEqual(['done', 'last_administrator'])
  })

  test('stays, whatever account is kept for emergencies', async () => {
    const { person: anna } = await anAdministrator('anna')
    const { person: rescue } = await anAdministrator('rescue')
    await markBreakGlass(world.deps, { ...operator, ...rescue })
    const switchOff = (whom: Person) =>
      codeOf(setPersonEnabled(world.deps, { ...operator, ...whom, enabled: false }))

    expect(await switchOff(anna)).toBe('last_administrator')
    expect(await switchOff(rescue)).toBe('done')
  })

  test('cannot take their own last way into the admin centre: a password alone is none', async () => {
    const { person: anna, passkey } = await anAdministrator('anna')
    await setPassword(world.deps, { ...operator, ...anna, password: goodPassword })
    const { session } = await signIn(world, tenant.tenantId, passkey)
    const removal = () =>
      removePasskey(world.deps, { session, credentialId: passkey.id, visitor: aVisitor() })

    expect(await codeOf(removal())).toBe('last_administrator')
    expect(await world.stores.credentials.listOfPerson(anna.tenantId, anna.userId)).toHaveLength(1)
    await anAdministrator('ben')
    expect(await codeOf(removal())).toBe('done')
  })
})
