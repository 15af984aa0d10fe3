import type { Tenant } from '@latchkey/identity'
import { changeRules } from '@latchkey/identity/administer'
import { applyConfigurationPatch, applyPolicyPatch, configurationTypes } from '@latchkey/policy'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testBrowser } from '../sign-in/test-browser.ts'
import { type TestPasskey, testPasskey } from '../sign-in/test-passkey.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { addPasskey, makePerson, makeTenant, signIn, type TestPerson } from './test-people.ts'

let world: TestWorld
let tenant: Tenant
let ada: TestPerson

beforeEach(async () => {
  world = await openTestWorld()
  tenant = await makeTenant(world, 'juniper.example')
  ada = await makePerson(world, tenant, 'ada')
})
afterEach(async () => {
  await world.close()
})

const stamp = { at: '2026-03-01T09:00:00Z', newId: () => crypto.randomUUID() }
const operator = { actor: { kind: 'operator' } } as const

async function changePasskeys(change: object) {
  const patch = { '@odata.type': configurationTypes.Fido2, ...change }
  await changeRules(world.deps, { ...operator, tenantId: tenant.tenantId }, [
    {
      kind: 'methodsPolicy',
      id: 'authenticationMethodsPolicy',
      change: (before) => before && applyConfigurationPatch(before, 'Fido2', patch, stamp),
    },
  ])
}

const otherModel = '11111111-1111-4111-8111-111111111111'
const models = (...aaGuids: readonly string[]) => ({
  keyRestrictions: { isEnforced: true, enforcementType: 'allow', aaGuids },
})
const nobody = '00000000-0000-0000-0000-000000000000'

/** Sign in with the name, as the page does. */
async function useIt(passkey: TestPasskey) {
  const browser = testBrowser(world)
  const begin = await browser.open('/security-info')
  const named = await browser.post('/sign-in/name', { flow: begin.flow, userName: ada.person.userName })
  const page = await browser.open(named.json().navigate)
  const again = await browser.post('/sign-in/passkey/begin', { flow: page.flow })
  return await browser.post('/sign-in/passkey/finish', {
    flow: page.flow,
    response: passkey.authenticate(again.json().options),
  })
}

describe('a passkey whose model was taken off the list', () => {
  let passkey: TestPasskey
  beforeEach(async () => {
    passkey = await addPasskey(ada.browser)
    await changePasskeys(models(otherModel))
  })

  test('is shown as dormant in Security info, with the reason', async () => {
    const answer = await ada.browser.send('GET', '/security-info/api/methods')

    expect(answer.json()).toMatchObject({
      passkeys: [{ dormantBecause: 'model_not_allowed', last: false }],
      requirement: { satisfied: false, passkeys: 0 },
    })
  })

  test('is told from a wrong one to whoever can use it, and the browser is not told to forget it', async () => {
    const answer = await useIt(passkey)

    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({
      type: 'urn:latchkey:passkey_dormant',
      title: 'This passkey is not usable at the moment',
      detail: 'Your organisation does not take passkeys from this app or security key.',
    })
  })

  test('works again when it is back on the list', async () => {
    await changePasskeys(models(otherModel, nobody))

    expect((await useIt(passkey)).statusCode).toBe(200)
    const [shown] = (await ada.browser.send('GET', '/security-info/api/methods')).json().passkeys
    expect(shown).not.toHaveProperty('dormantBecause')
  })

  test('is kept while another of the kind is refused, with the policy’s reason', async () => {
    await changePasskeys(models(otherModel, nobody))
    const another = testPasskey()
    const begun = await ada.browser.post('/security-info/api/passkeys/begin', { kind: 'this-device' })
    await changePasskeys(models(otherModel))
    const refused = await ada.browser.post('/security-info/api/passkeys/finish', {
      kind: 'this-device',
      response: another.register(begun.json().options),
    })

    expect(refused.json()).toMatchObject({
      type: 'urn:latchkey:not_allowed_by_policy',
      title: 'This kind of passkey is not allowed',
    })
    const kept = await world.deps.stores.credentials.listOfPerson(tenant.tenantId, ada.person.userId)
    expect(kept).toHaveLength(1)
  })
})

describe('an organisation that proposes the best method', () => {
  test('says so, and what was chosen counts for nothing', async () => {
    await addPasskey(ada.browser)
    const preferred = async () =>
      (await (await signIn(world, ada.person)).send('GET', '/security-info/api/methods')).json().preferred
    expect(await preferred()).toEqual({ offered: ['passkey'], bySystem: false })

    const change = { systemCredentialPreferences: { state: 'enabled' } }
    await changeRules(world.deps, { ...operator, tenantId: tenant.tenantId }, [
      {
        kind: 'methodsPolicy',
        id: 'authenticationMethodsPolicy',
        change: (before) => before && applyPolicyPatch(before, change, stamp),
      },
    ])

    expect(await preferred()).toEqual({ offered: ['passkey'], bySystem: true })
  })
})
