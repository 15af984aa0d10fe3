import { issuePass } from '@latchkey/identity'
import { changeRules, type RuleChange, setPassword } from '@latchkey/identity/administer'
import { applyConfigurationPatch, configurationTypes } from '@latchkey/policy'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Passkeys, phoneManager, plugIn } from './world/authenticator.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addNewcomer, addPasskeyHolder } from './world/people.ts'
import { signInWithPasskey, signOut } from './world/sign-in.ts'
import { passQuestions, typeName, typePass, typePassword } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

const password = 'a long sentence nobody guesses'

/** A phone: small, and touched. */
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  userAgent:
    'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36',
}

let world: World<{
  readonly pia: string
  readonly rex: string
  readonly zoe: string
  readonly passkeys: Passkeys
}>

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const { tenantId } = tenant
    const actor = { kind: 'operator' } as const
    const allow: RuleChange = {
      kind: 'methodsPolicy',
      id: 'authenticationMethodsPolicy',
      change(before) {
        if (before === undefined) throw new Error('there is always a methods policy')
        const body = { '@odata.type': configurationTypes.MicrosoftAuthenticator, state: 'enabled' }
        const stamp = { at: deps.now().toISOString(), newId: () => '' }
        return applyConfigurationPatch(before, 'MicrosoftAuthenticator', body, stamp)
      },
    }
    await changeRules(deps, { tenantId, actor }, [allow])
    await deps.stores.tenants.putSettings(tenantId, { ...tenant.settings, leastStrength: 'multiFactor' })
    const pia = await addNewcomer(deps, tenant, 'pia')
    await setPassword(deps, { tenantId, userId: pia.person.userId, password, actor })
    await deps.stores.people.putDefaultMethod(tenantId, pia.person.userId, 'push')
    const rex = await addPasskeyHolder(deps, tenant, 'rex')
    const { pass } = await issuePass(deps, { tenantId, userId: rex.person.userId, actor })
    const zoe = await addNewcomer(deps, tenant, 'zoe')
    return { pia: pia.pass, rex: pass, zoe: zoe.pass, passkeys: rex.passkeys }
  })
})

afterAll(() => world?.close())

const at = (path: string) => new URL(path, world.instance.url).href

/** Add the account on a phone: everything is set up at once, approvals too. */
async function addOnPhone(name: 'pia' | 'rex' | 'zoe'): Promise<Page> {
  const { page } = await world.openBrowser(phone)
  const manager = await plugIn(page, phoneManager)
  await page.goto(at('/authenticator'))
  await page.getByRole('link', { name: 'Add account' }).click()
  await page.getByRole('button', { name: 'Work or school account' }).click()
  await typeName(page, `${name}@juniper.example`)
  await toPass(page)
  await typePass(page, world.prepared[name])
  await page.getByRole('heading', { name: 'Set up this phone' }).waitFor()
  await manager.touch()
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByRole('heading', { name: 'Account added' }).waitFor()
  await manager.letGo()
  await page.goto(at('/authenticator'))
  await page.getByRole('link', { name: /Juniper Works/ }).waitFor()
  return page
}

/** To the page that asks for the pass, whichever came first. */
async function toPass(page: Page): Promise<void> {
  const field = page.getByLabel('Temporary Access Pass')
  const another = page.getByRole('link', { name: 'Use another way' })
  await field.or(another).first().waitFor()
  if (await field.isVisible()) return
  await another.click()
  await page.getByRole('link', { name: /Temporary Access Pass/ }).click()
}

const numberOn = async (page: Page) => {
  await page
    .locator('#digits')
    .filter({ hasText: /^\d\d$/ })
    .waitFor()
  return (await page.locator('#digits').textContent()) ?? ''
}

/** The number that counts now: a request that was looked at for too long is asked again. */
async function currentNumber(page: Page): Promise<string> {
  const again = page.getByRole('button', { name: 'Ask again' })
  if (await again.isVisible()) await again.click()
  return await numberOn(page)
}

/** Type a number on the phone, and approve. */
async function approveOn(phonePage: Page, number: string): Promise<void> {
  await phonePage.getByRole('dialog', { name: 'Are you signing in?' }).waitFor()
  await phonePage.getByLabel('Number').fill(number)
  await phonePage.getByRole('button', { name: 'Approve', exact: true }).click()
}

describe('approving a sign-in on the phone', () => {
  test('after a password: the number goes from one screen to the other, and the page goes on by itself', async () => {
    const phonePage = await addOnPhone('pia')
    const { page } = await world.openBrowser()
    await page.goto(at('/security-info'))
    await typeName(page, 'pia@juniper.example')
    await typePassword(page, password)
    await page.getByRole('heading', { name: 'Approve the sign-in' }).waitFor()
    await numberOn(page)
    await lookAtPage(page, 'sign-in-approve')
    await currentNumber(page)

    await phonePage.getByRole('dialog', { name: 'Are you signing in?' }).waitFor()
    await phonePage.getByRole('dialog').getByText('pia@juniper.example').waitFor()
    await lookAtPage(phonePage, 'authenticator-approve')
    await approveOn(phonePage, await currentNumber(page))
    await phonePage.getByRole('dialog', { name: 'Approved' }).waitFor()
    await lookAtPage(phonePage, 'authenticator-approved')
    await phonePage.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()

    await passQuestions(page, 'Approves sign-ins by a number')
    await lookAtPage(page, 'security-info-approvals')
    const ready = await page.evaluate(async () => {
      const answer = await fetch('/security-info/api/ready', { method: 'POST' })
      return (await answer.json()).type
    })
    expect(ready).toBe('urn:latchkey:stronger_sign_in_needed')

    const { page: other } = await world.openBrowser()
    await other.goto(at('/security-info'))
    await typeName(other, 'pia@juniper.example')
    await typePassword(other, password)
    await numberOn(other)
    await phonePage.getByRole('button', { name: 'Report it' }).click()
    await phonePage.getByRole('dialog', { name: 'Reported' }).waitFor()
    await lookAtPage(phonePage, 'authenticator-reported')
    await other.getByText('The sign-in was denied').waitFor()
    await lookAtPage(other, 'sign-in-denied')
    await other.getByRole('button', { name: 'Ask again' }).click()
    await other.getByText('Approvals are paused').waitFor()
  })

  test('is turned on again by whoever proves that it is their phone', async () => {
    const phonePage = await addOnPhone('zoe')
    await phonePage.getByRole('link', { name: /Juniper Works/ }).click()
    await phonePage.getByRole('button', { name: 'Turn off' }).click()
    // As the server answers once the registration is some minutes old.
    let asked = 0
    await phonePage.route('**/authenticator/api/push', async (route) => {
      if (route.request().method() !== 'PUT' || asked++ > 0) return await route.continue()
      const json = { type: 'urn:latchkey:fresh_sign_in_needed', status: 403 }
      await route.fulfill({ status: 403, contentType: 'application/problem+json', json })
    })
    await phonePage.getByRole('button', { name: 'Approve sign-ins here' }).click()
    await phonePage.getByText('Confirm that it is you first').waitFor()
    await lookAtPage(phonePage, 'authenticator-approvals-prove')

    await phonePage.getByRole('button', { name: 'Confirm that it is you' }).click()

    await phonePage.getByRole('button', { name: 'Turn off' }).waitFor()
    expect(asked).toBe(2)
  })

  test('without a password, in a browser that is remembered after a passkey', async () => {
    const phonePage = await addOnPhone('rex')
    const { page } = await world.openBrowser()
    await signInWithPasskey(page, new URL(at('/security-info')), world.prepared.passkeys)
    await signOut(page)

    await page.goto(at('/security-info'))
    await typeName(page, 'rex@juniper.example')
    await page.getByRole('link', { name: 'Use another way' }).click()
    await page.getByRole('link', { name: /Approve on a device/ }).click()
    await approveOn(phonePage, await numberOn(page))
    await passQuestions(page, 'Remembered browsers')
    await lookAtPage(page, 'security-info-browsers')
  })
})
