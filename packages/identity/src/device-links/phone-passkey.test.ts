import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aPhonePasskey, type PhonePasskey } from '../../test/phone-passkey.ts'
import { arriveWithPass, openWorld, operator, register, type World } from '../../test/world.ts'
import { changeDevice, grantRole, listRegistrations, markBreakGlass, removeDevice } from '../administer.ts'
import {
  findUsableMethods,
  listPasskeysWithState,
  lookUpName,
  mayOfferSecondPasskey,
  type Person,
  type Tenant,
} from '../index.ts'

let world: World
let tenant: Tenant
let person: Person
let phone: PhonePasskey
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
  person = await world.aPerson(tenant)
  phone = await aPhonePasskey(world, person)
})
afterAll(() => world.close())

const unlink = () => world.stores.deviceLinks.remove(tenant.tenantId, phone.linkId)
const browser = () => ({ ...operator, tenantId: tenant.tenantId, objectId: phone.browserId })

describe('a passkey that the app of a phone keeps', () => {
  test('is a way to sign in while a browser is linked', async () => {
    const { deps, stores } = world
    const say = async () => ({
      usable: (await findUsableMethods(stores, deps, person)).passkeys,
      page: await lookUpName(deps, tenant.tenantId, person.userName),
      registered: (await listRegistrations(deps, tenant.tenantId)).flatMap(({ passkeys }) => passkeys),
      states: (await listPasskeysWithState(stores, deps, person)).map(({ dormantBecause }) => dormantBecause),
    })
    const linked = await say()
    await unlink()
    const alone = await say()

    expect(linked).toMatchObject({ usable: 1, page: { kind: 'passkey' }, states: [undefined] })
    expect(linked.registered).toMatchObject([{ usable: true }])
    expect(alone).toMatchObject({ usable: 0, states: ['link_needed'] })
    expect(alone.page).toEqual({ kind: 'pass', allowCredentials: [] })
    expect(alone.registered).toMatchObject([{ usable: false }])
  })

  test('is none while the browser’s device is switched off', async () => {
    const usable = async () => (await findUsableMethods(world.stores, world.deps, person)).passkeys
    await changeDevice(world.deps, { ...browser(), enabled: false })
    const off = await usable()
    await changeDevice(world.deps, { ...browser(), enabled: true })

    expect([off, await usable()]).toEqual([0, 1])
  })

  test('opens no account for emergencies without a link', async () => {
    await unlink()

    await expect(markBreakGlass(world.deps, { ...operator, ...person })).rejects.toMatchObject({
      code: 'break_glass_without_passkey',
    })
  })

  test('does not stand for a second passkey once it is alone', async () => {
    const { session } = await arriveWithPass(world, person)
    await register(world, session)
    world.after(2 * 86_400)
    const came = { passkey: undefined, byAnotherDevice: true }
    const offered = () => mayOfferSecondPasskey(world.stores, world.deps, person, came)
    const linked = await offered()
    await unlink()

    expect([linked, await offered()]).toEqual([false, true])
  })

  test.each([
    ['switched off', () => changeDevice(world.deps, { ...browser(), enabled: false })],
    ['removed', () => removeDevice(world.deps, browser())],
  ])('the browser of the last administrator is not %s', async (_, end) => {
    await grantRole(world.deps, { ...operator, ...person, role: 'globalAdministrator' })

    await expect(end()).rejects.toMatchObject({ code: 'last_administrator' })
  })
})
