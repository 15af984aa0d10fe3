import { builtInProviders } from '@latchkey/guidance'
import { ownModels } from '@latchkey/identity'
import { changeKnowingly } from '@latchkey/identity/fixture'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testPasskey } from '../sign-in/test-passkey.ts'
import {
  actor,
  answerQuestions,
  makePasskey,
  openSignInWorld,
  type SignInWorld,
} from '../sign-in/test-sign-in-world.ts'
import { testDevice } from './test-device.ts'

let world: SignInWorld
beforeAll(async () => {
  world = await openSignInWorld()
})
afterAll(() => world.close())

/** Name the only models whose passkeys are taken. */
async function takeOnly(aaGuids: readonly string[]): Promise<void> {
  await changeKnowingly(world.deps, { tenantId: world.tenant.tenantId, actor }, [
    {
      kind: 'methodsPolicy',
      id: 'authenticationMethodsPolicy',
      change(before) {
        if (before === undefined) throw new Error('there is always a methods policy')
        const { fido2 } = before
        const keyRestrictions = { isEnforced: true, enforcementType: 'allow' as const, aaGuids }
        const passkeyProfiles = fido2.passkeyProfiles.map((profile) => ({ ...profile, keyRestrictions }))
        return { ...before, fido2: { ...fido2, passkeyProfiles } }
      },
    },
  ])
}

let people = 0

/** Register a device of somebody new. @returns whether they may set up a passkey on it, when asked */
async function arriveWith(surface: 'extension' | 'phoneApp'): Promise<() => Promise<boolean>> {
  const browser = world.browser()
  const page = await world.comeWithPass(browser, `ada${++people}`)
  await answerQuestions(browser, await makePasskey(browser, page.flow, testPasskey()))
  const device = testDevice(surface)
  const registered = await browser.post('/authenticator/api/devices', device.registration({ surface }))
  expect(registered.statusCode, registered.body).toBe(201)
  const { deviceId } = registered.json().device
  return async () => {
    const answer = await browser.send('GET', `/authenticator/api/account?deviceId=${deviceId}`)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json().offers.passkey
  }
}

describe('setting up a passkey on a device of ours', () => {
  test('is held against what keeps it: the phone itself, where a web app cannot', async () => {
    const extension = await arriveWith('extension')
    const phone = await arriveWith('phoneApp')
    expect([await extension(), await phone()]).toEqual([true, true])

    await takeOnly(ownModels.map(({ aaguid }) => aaguid))

    expect([await extension(), await phone()]).toEqual([true, false])

    await takeOnly(builtInProviders.icloudKeychain.aaguids)

    expect([await extension(), await phone()]).toEqual([false, true])
  })
})
