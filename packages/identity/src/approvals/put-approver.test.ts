import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aPhone, newKey } from '../../test/phone.ts'
import { patchMethods } from '../../test/rules.ts'
import {
  aPersonWithPasskey,
  arriveWithPassword,
  aVisitor,
  codeOf,
  openWorld,
  signIn,
  type World,
} from '../../test/world.ts'
import { endSession, type NewApprover, putApprover, removeApproverOfDevice, type Tenant } from '../index.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
  await patchMethods(world, tenant.tenantId, 'MicrosoftAuthenticator', { state: 'enabled' })
})
afterAll(() => world.close())

/** A phone that was registered some time ago, approved, and does no more. */
async function aRemovedApprover(seconds = 601) {
  const { person, passkey } = await aPersonWithPasskey(world, tenant)
  const phone = await aPhone(world, person)
  world.after(seconds)
  await removeApproverOfDevice(world.deps, { device: phone, visitor: aVisitor() })
  const { tenantId, deviceId } = phone
  const put = (more: Partial<NewApprover> = {}) =>
    codeOf(
      putApprover(world.deps, {
        tenantId,
        deviceId,
        approvalKey: newKey().spki,
        visitor: aVisitor(),
        ...more,
      }),
    )
  return { person, passkey, phone, put }
}

describe('a device that approves no more', () => {
  test('is not back by its own word', async () => {
    const { phone, put } = await aRemovedApprover()

    expect(await put()).toBe('fresh_sign_in_needed')
    expect(await world.stores.approvers.find(tenant.tenantId, phone.deviceId)).toBeUndefined()
  })

  test('is not back by its own word, however lately it was registered', async () => {
    const { phone, put } = await aRemovedApprover(60)

    expect(await put()).toBe('fresh_sign_in_needed')
    expect(await world.stores.approvers.find(tenant.tenantId, phone.deviceId)).toBeUndefined()
  })

  test('is back by the proof of its owner, who was just there', async () => {
    const { passkey, put } = await aRemovedApprover()
    const { session } = await signIn(world, tenant.tenantId, passkey)
    world.after(299)

    expect(await put({ session })).toBe('done')
  })

  test('is not back by a proof that is old, weak, somebody else’s, or of a session that ended', async () => {
    const { passkey, person, put } = await aRemovedApprover()
    const other = await aPersonWithPasskey(world, tenant, 'bert')
    const others = await signIn(world, tenant.tenantId, other.passkey)
    const typed = await arriveWithPassword(world, person)
    const { session } = await signIn(world, tenant.tenantId, passkey)

    expect(await put({ session: others.session })).toBe('fresh_sign_in_needed')
    expect(await put({ session: typed.session })).toBe('not_allowed_by_policy')
    world.after(301)
    expect(await put({ session })).toBe('fresh_sign_in_needed')
    const again = await signIn(world, tenant.tenantId, passkey)
    await endSession(world.deps, { ...again.session, because: 'signed_out' })
    expect(await put({ session: again.session })).toBe('session_ended')
  })
})

describe('a device that approves', () => {
  test('says by itself how it is woken, and does not change its key by itself', async () => {
    const { person } = await aPersonWithPasskey(world, tenant)
    const { tenantId, deviceId } = await aPhone(world, person)
    const { approvalKey = new Uint8Array() } = (await world.stores.approvers.find(tenantId, deviceId)) ?? {}
    const subscription = {
      endpoint: 'https://push.example/1',
      p256dh: Uint8Array.of(4, ...new Uint8Array(64)),
      auth: new Uint8Array(16),
    }
    const visitor = aVisitor()
    world.after(601)

    await putApprover(world.deps, { tenantId, deviceId, approvalKey, subscription, visitor })
    const changed = putApprover(world.deps, { tenantId, deviceId, approvalKey: newKey().spki, visitor })

    expect(await codeOf(changed)).toBe('fresh_sign_in_needed')
    expect(await world.stores.approvers.find(tenantId, deviceId)).toMatchObject({ approvalKey, subscription })
  })
})
