import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { surfaceAaguids } from '@latchkey/api/authenticator'
import { defaultTenantSettings } from '@latchkey/identity'
import { generate } from 'otplib'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { laptop, plugIn } from './world/authenticator.ts'
import {
  agreeByPin,
  allowOnlyTheExtension,
  buildExtension,
  type ExtendedBrowser,
  type ExtensionPackage,
  lookAtWindow,
  openExtendedBrowser,
} from './world/extension.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addPersonWithCodes } from './world/people.ts'
import { registerScript, run, type Script } from './world/script.ts'
import { noteSecret } from './world/secrets.ts'
import { signInToApp } from './world/sign-in.ts'
import { passQuestions, typeName, typePassword } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

interface Prepared {
  readonly gil: Awaited<ReturnType<typeof addPersonWithCodes>>
  readonly script: Script
}

const pin = 'a pin of gil'
const password = 'juniper berries in the rain'
const name = 'Latchkey Authenticator for browsers'

let world: World<Prepared>
let packed: ExtensionPackage
let profile: string
let browser: ExtendedBrowser

beforeAll(async () => {
  world = await openWorld(
    async (deps, tenant) => {
      const gil = await addPersonWithCodes(deps, tenant, 'gil', password)
      await deps.stores.roles.insert(tenant.tenantId, gil.person.userId, 'globalReader')
      const script = await registerScript(deps, tenant, [
        'Policy.ReadWrite.AuthenticationMethod',
        'UserAuthenticationMethod.ReadWrite.All',
        'Device.ReadWrite.All',
      ])
      return { gil, script }
    },
    {
      settings: {
        ...defaultTenantSettings,
        authenticator: { leastVersions: {}, offered: { extension: {} } },
      },
    },
  )
  noteSecret(pin, 'the PIN of an authenticator')
  await allowOnlyTheExtension(world, world.prepared.script)
  packed = buildExtension(world.instance.url)
  profile = mkdtempSync(join(tmpdir(), 'latchkey-profile-'))
  browser = await openExtendedBrowser(packed.chromium, profile)
})

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const page of browser.context.pages()) {
    const text = await page.locator('body').innerText({ timeout: 1000 }).catch(String)
    console.error(`at ${page.url().slice(0, 120)}\n${text.slice(0, 800)}`)
  }
})

afterAll(async () => {
  await browser?.close()
  packed?.remove()
  if (profile) rmSync(profile, { recursive: true, force: true })
  await world?.close()
})

const at = (path: string) => new URL(path, world.instance.url).href
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor()
const consentSize = { width: 460, height: 680 }

/** A sign-in at the app, with the passkey that the extension has. */
async function signIn(): Promise<Page> {
  await browser.context.clearCookies()
  const page = await browser.context.newPage()
  await signInToApp(page, world.app.url)
  await typeName(page, world.prepared.gil.person.userName)
  await agreeByPin(await browser.consent(), pin)
  return page
}

async function listPasskeys(): Promise<readonly unknown[]> {
  const { gil, script } = world.prepared
  const { json } = await run(world, script, [
    'GET',
    `/users/${gil.person.userId}/authentication/fido2Methods`,
  ])
  return json.value
}

/** Switch the one device that is registered on or off, as an administrator's script does. */
async function switchDevice(accountEnabled: boolean): Promise<void> {
  const { script } = world.prepared
  const { json } = await run(world, script, ['GET', '/devices'])
  const answer = await run(world, script, ['PATCH', `/devices/${json.value[0].id}`], {
    body: { accountEnabled },
  })
  expect(answer.status).toBe(204)
}

describe('a passkey of the extension', () => {
  test('can wait, while the account is added by password and code', async () => {
    const page = await browser.openPage('add')
    await page.getByLabel('Address of your organisation’s sign-in').fill(world.instance.url.host)
    const opened = browser.context.waitForEvent('page')
    await page.getByRole('button', { name: 'Sign in' }).click()
    const tab = await opened
    const { person, secret } = world.prepared.gil
    await typeName(tab, person.userName)
    await typePassword(tab, password)
    const gone = tab.waitForEvent('close')
    await tab.getByLabel('Code from your authenticator app').fill(await generate({ secret }))
    await tab.getByLabel('Code from your authenticator app').press('Enter')
    // No passkey is offered before the extension makes its own; staying is another matter.
    await heading(tab, 'Stay signed in?')
    await tab.getByRole('button', { name: 'No', exact: true }).click()
    await gone

    await heading(page, 'Choose how to unlock')
    await page.getByLabel('New PIN').fill(pin)
    await page.getByLabel('Repeat the PIN').fill(pin)
    await page.getByRole('button', { name: 'Next' }).click()
    await heading(page, 'Now create your passkey')
    await page.getByRole('button', { name: 'Later' }).click()
    await heading(page, 'Your account was added')
    await page.close()
    expect(await listPasskeys()).toEqual([])
  })

  test('is made at the end of the way in Security info, and verified', async () => {
    const page = await browser.context.newPage()
    await page.goto(at('/security-info/add'))
    await page.getByRole('link', { name: `Passkey in ${name}` }).click()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'I have the app' }).click()
    await page.getByRole('button', { name: 'My account is there' }).click()
    await heading(page, `Create the passkey in ${name}`)
    await page.getByRole('button', { name: 'Create the passkey' }).click()

    const consent = await browser.consent()
    await heading(consent, /Juniper Works/)
    await consent.getByText('gil@juniper.example').waitFor()
    await lookAtWindow(consent, 'consent-create', consentSize)
    await agreeByPin(consent, pin)

    await heading(page, 'Your passkey is ready')
    await page.getByText('Verified').waitFor()
    await page.getByText(`It is in ${name}.`).waitFor()
    await lookAtPage(page, 'extension-wizard-ready')
    await page.close()
    expect(await listPasskeys()).toMatchObject([
      { aaGuid: surfaceAaguids.extension, attestationLevel: 'attested' },
    ])
  })

  test('stands beside its device, for its owner and for who looks after devices', async () => {
    const page = await browser.context.newPage()
    await page.goto(at('/security-info/devices'))
    await heading(page, 'Your devices')
    await page
      .getByRole('button', { name: /^Remove/ })
      .first()
      .waitFor()
    await lookAtPage(page, 'security-info-devices')

    await page.goto(at('/admin/devices'))
    await heading(page, 'Devices')
    await page.getByText('gil@juniper.example').first().waitFor()
    await lookAtPage(page, 'admin-devices-registered')
    await page.close()
  })

  test('is refused while its device is switched off, and signs in again afterwards', async () => {
    await switchDevice(false)
    const refused = await signIn()
    await refused.getByText('We couldn’t verify your device').first().waitFor()
    await lookAtPage(refused, 'sign-in-device-off')
    await refused.close()

    await switchDevice(true)
    const page = await signIn()
    await passQuestions(page, 'Gil Example')
    await page.close()
  })

  test('is unlocked by the platform, too, where it keeps secrets', async () => {
    const page = await browser.openPage('settings')
    const platform = await plugIn(page, { ...laptop, prf: true })
    await platform.touch()
    await page.getByLabel('Your PIN').fill(pin)
    await page.getByRole('button', { name: 'Unlock', exact: true }).click()
    await page.getByRole('button', { name: 'Unlock with this device, too' }).click()
    await page.getByRole('status').getByText('Saved').waitFor()

    await page.reload()
    await page.getByRole('button', { name: 'Unlock with this device' }).click()
    await page.getByRole('heading', { name: 'Change the PIN' }).waitFor()
    await lookAtPage(page, 'extension-settings')
    await page.close()
  })

  test('is deleted from the popup, here and at the organisation', async () => {
    const popup = await browser.openPopup()
    await popup.getByRole('button', { name: /^Delete the passkey/ }).click()
    await popup.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click()
    await popup.getByText('No passkey here yet').waitFor()
    await popup.close()

    expect(await listPasskeys()).toEqual([])
    const page = await browser.context.newPage()
    await page.goto(at('/nowhere'))
    const asking = page.evaluate(() =>
      navigator.credentials
        .get({ publicKey: { challenge: new Uint8Array(16) } })
        .catch((error) => error.name),
    )
    const consent = await browser.consent()
    await heading(consent, 'No passkey here fits')
    // The window may be gone before the click is over; the answer of the page says what came of it.
    await consent
      .getByRole('button', { name: 'Cancel' })
      .click()
      .catch(() => undefined)
    expect(await asking).toBe('NotAllowedError')
    await page.close()
  })
})
