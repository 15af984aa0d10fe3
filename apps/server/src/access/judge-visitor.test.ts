import { changeRules } from '@latchkey/identity/administer'
import { applyConfigurationPatch, configurationTypes } from '@latchkey/policy'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { actor, openSignInWorld, type SignInWorld, typeName } from '../sign-in/test-sign-in-world.ts'

let world: SignInWorld
beforeEach(async () => {
  world = await openSignInWorld()
})
afterEach(() => world.close())

const iPhone = (version: string) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${version} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1`

/** Say from which versions systems count. */
async function wish(versions: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const { tenantId } = world.tenant
  const stamp = { at: world.deps.now().toISOString(), newId: () => crypto.randomUUID() }
  const change = { '@odata.type': configurationTypes.Fido2, latchkey_minimumVersions: versions }
  await changeRules(world.deps, { tenantId, actor }, [
    {
      kind: 'methodsPolicy',
      id: 'authenticationMethodsPolicy',
      change: (before) => before && applyConfigurationPatch(before, 'Fido2', change, stamp),
    },
  ])
}

describe('somebody who adds a passkey on a device that is too old', () => {
  test('is told before they try, and is offered another device', async () => {
    const page = await world.comeWithPass(world.browser(iPhone('15_8')), 'pia')

    expect(page.heading).toBe('Keep your account secure')
    expect(page.answer.body).toContain(
      'This device has iOS 15.8, and keeping a passkey takes iOS 16 or newer.',
    )
    expect(page.answer.body).not.toContain('data-kind="this-device"')
    expect(page.answer.body).toContain('data-kind="other-device"')
  })

  test.each([
    ['new enough', iPhone('17_4')],
    ['whose version nobody knows', iPhone('18_6')],
    ['of a system that never says', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0'],
  ])('is told nothing on one that is %s', async (_, userAgent) => {
    const page = await world.comeWithPass(world.browser(userAgent), 'pia')

    expect(page.answer.body).toContain('data-kind="this-device"')
    expect(page.answer.body).not.toContain('keeping a passkey takes')
  })

  test('counts from the version that the organisation wants', async () => {
    await wish({ icloudKeychain: { iOS: '17.4' } })

    const page = await world.comeWithPass(world.browser(iPhone('17_2')), 'pia')

    expect(page.answer.body).toContain('takes iOS 17.4 or newer')
  })
})

describe('the help beside a prompt that does not come', () => {
  test('names the systems a phone needs, as the organisation says', async () => {
    await wish({ authenticator: { iOS: '18', android: '15' } })
    await world.add('pia')
    const browser = world.browser()
    const start = await typeName(browser, 'pia')

    const page = await browser.open(`/sign-in/passkey?flow=${start.flow}`)

    expect(page.answer.body).toContain('iOS 18 or Android 15, or newer')
  })
})
