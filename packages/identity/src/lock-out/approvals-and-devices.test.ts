import { strengthIdOf } from '@latchkey/policy'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anExtensionPasskey } from '../../test/extension-passkey.ts'
import { aPhone } from '../../test/phone.ts'
import { aPhonePasskey } from '../../test/phone-passkey.ts'
import { aPolicyChange, patchMethods } from '../../test/rules.ts'
import { arriveWithPassword, openWorld, operator, type World } from '../../test/world.ts'
import { changeDevice, changeRules } from '../administer.ts'
import { type Deps, IdentityRefusal, type Person, removeApproverOf, type Tenant } from '../index.ts'

let world: World
let tenant: Tenant
let anna: Person
let deps: Deps
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant({ leastStrength: 'singleFactor' })
  // Before anybody is there whom it could concern.
  await patchMethods(world, tenant.tenantId, 'MicrosoftAuthenticator', { state: 'enabled' })
  anna = await world.aPerson(tenant, 'anna')
  await arriveWithPassword(world, anna)
  deps = { ...world.deps, lockOut: { placeOf: () => ({ platform: 'windows' as const }) } }
})
afterAll(() => world.close())

/** What becomes of Anna: nothing, or where she comes to stand and through what. */
async function outcomeOf(grantControls: object): Promise<unknown> {
  const by = { ...operator, tenantId: tenant.tenantId }
  try {
    await changeRules(deps, by, [aPolicyChange(grantControls)])
    return 'done'
  } catch (refusal) {
    if (!(refusal instanceof IdentityRefusal)) throw refusal
    return refusal.affected?.people.map(({ after, through }) => [after, through])
  }
}
const needsHelp = [['needsHelpDesk', undefined]]

describe('a rule that an approval satisfies', () => {
  const mfa = { operator: 'OR', builtInControls: ['mfa'] }

  test('shuts out nobody whose phone approves', async () => {
    await aPhone(world, anna)

    expect(await outcomeOf(mfa)).toBe('done')
  })

  test('shuts out whose phone does no more', async () => {
    const { deviceId } = await aPhone(world, anna)
    await removeApproverOf(world.deps, { ...operator, ...anna, deviceId })

    expect(await outcomeOf(mfa)).toEqual(needsHelp)
  })

  test.each([
    ['was used lately', 29, 'done'],
    ['was not', 31, needsHelp],
  ])('without a password takes a browser that %s', async (_, days, expected) => {
    await aPhone(world, anna)
    await world.stores.rememberedBrowsers.insert({
      ...anna,
      browserId: crypto.randomUUID(),
      publicKey: new Uint8Array(91),
      userAgent: 'Edge',
      ipAddress: '192.0.2.7',
      createdAt: new Date(0),
      lastUsedAt: new Date(world.deps.now().getTime() - days * 86_400_000),
    })
    const passwordless = { operator: 'OR', authenticationStrength: { id: strengthIdOf.passwordless } }

    expect(await outcomeOf(passwordless)).toEqual(expected)
  })
})

describe('a rule that a passkey satisfies', () => {
  const resistant = { operator: 'OR', authenticationStrength: { id: strengthIdOf.phishingResistant } }

  test('shuts out nobody whose phone a browser can ask', async () => {
    await aPhonePasskey(world, anna)

    expect(await outcomeOf(resistant)).toBe('done')
  })

  test('shuts out whose phone no browser can ask any more', async () => {
    const { linkId } = await aPhonePasskey(world, anna)
    await world.stores.deviceLinks.remove(tenant.tenantId, linkId)

    expect(await outcomeOf(resistant)).toEqual(needsHelp)
  })
})

describe('a rule that asks for a compliant device', () => {
  const compliant = { operator: 'OR', builtInControls: ['compliantDevice'] }

  test('shuts out nobody who proves one, and waits for the word of whoever manages it', async () => {
    const { objectId } = await anExtensionPasskey(world, anna)

    expect(await outcomeOf(compliant)).toEqual([['needsHelpDesk', 'device']])
    const { tenantId } = tenant
    await changeDevice(world.deps, { ...operator, tenantId, objectId, isCompliant: true })
    expect(await outcomeOf(compliant)).toBe('done')
  })

  test('asks for another one of whose device was switched off', async () => {
    const { objectId } = await anExtensionPasskey(world, anna)
    const { tenantId } = tenant
    await changeDevice(world.deps, { ...operator, tenantId, objectId, isCompliant: true, enabled: false })

    expect(await outcomeOf(compliant)).toEqual([['needsHelpDesk', 'device']])
  })
})
