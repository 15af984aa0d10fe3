import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { surfaceAaguids } from '@latchkey/api/authenticator'
import { defaultTenantSettings } from '@latchkey/identity'
import { decideStrength, freshProofs } from '@latchkey/policy'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Authenticator, phoneManager, plugIn } from './world/authenticator.ts'
import { openChromium, openPersonsBrowser, type PersonsBrowser } from './world/browser.ts'
import { inDirectory } from './world/directory.ts'
import {
  addToExtension,
  buildExtension,
  deleteOwnPasskey,
  type ExtendedBrowser,
  type ExtensionPackage,
  openExtendedBrowser,
  readLinkDigits,
  showLinkCode,
  useDevice,
} from './world/extension.ts'
import { filmQr } from './world/film-qr.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addNewcomer, type Newcomer } from './world/people.ts'
import { readQr } from './world/read-qr.ts'
import { noteSecret } from './world/secrets.ts'
import { signInToApp } from './world/sign-in.ts'
import { passQuestions, typeName, typePass } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

const pin = 'a pin of iris'
const phonePin = '493817'

let world: World<{ readonly iris: Newcomer }>
let packed: ExtensionPackage
let folder: string
let film: string
let computer: ExtendedBrowser
let handset: Browser
let phone: PersonsBrowser
let manager: Authenticator

beforeAll(async () => {
  world = await openWorld(
    async (deps, tenant) => ({ iris: await addNewcomer(deps, tenant, 'iris', { once: false }) }),
    {
      environment: { LATCHKEY_TUNNEL: 'on' },
      settings: {
        ...defaultTenantSettings,
        authenticator: { leastVersions: {}, offered: { phoneApp: {}, extension: {} } },
      },
    },
  )
  noteSecret(pin, 'the PIN of an authenticator')
  noteSecret(phonePin, 'the PIN of an app')
  packed = buildExtension(world.instance.url)
  folder = mkdtempSync(join(tmpdir(), 'latchkey-own-key-'))
  film = join(folder, 'film.y4m')
  computer = await openExtendedBrowser(packed.chromium, join(folder, 'profile'))
  handset = await openChromium([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ])
  phone = await openPersonsBrowser(handset, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    userAgent:
      'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36',
  })
  manager = await plugIn(phone.page, phoneManager)
})

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const page of computer.context.pages()) {
    const text = await page.locator('body').innerText({ timeout: 1000 }).catch(String)
    console.error(`at ${page.url().slice(0, 120)}\n${text.slice(0, 800)}`)
  }
})

afterAll(async () => {
  await handset?.close()
  await computer?.close()
  packed?.remove()
  if (folder) rmSync(folder, { recursive: true, force: true })
  await world?.close()
})

const at = (path: string) => new URL(path, world.instance.url).href
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Go somewhere in the app anew, and open its lock. */
async function openApp(path: string): Promise<void> {
  const { page } = phone
  await page.goto(at(`/authenticator${path}`))
  await page.getByRole('heading', { name: 'The app is locked' }).waitFor()
  await page.getByLabel('Your PIN').fill(phonePin)
  await press(page, 'Unlock')
}

/** A sign-in at the app on the computer, up to where the extension asks, and calls the phone. */
async function callPhone(): Promise<{ readonly page: Page; readonly consent: Page }> {
  await computer.context.clearCookies()
  const page = await computer.context.newPage()
  await signInToApp(page, world.app.url)
  await typeName(page, world.prepared.iris.person.userName)
  const consent = await computer.consent()
  await useDevice(consent, 'Android')
  return { page, consent }
}

describe('a key of the app on the phone, for a linked browser', () => {
  test('the browser’s extension has the account and a passkey', async () => {
    await addToExtension(computer, world.instance.url, { newcomer: world.prepared.iris, pin })
  })

  test('the phone has the account and a lock', async () => {
    const { page } = phone
    const { person, pass } = world.prepared.iris
    await page.goto(at('/authenticator/add'))
    await page.getByRole('button', { name: 'Work or school account' }).click()
    await typeName(page, person.userName)
    // The passkey is in the computer.
    await page.getByRole('link', { name: 'Use another way' }).click()
    await page.getByRole('link', { name: /Temporary Access Pass/ }).click()
    await typePass(page, pass)
    await page.getByRole('heading', { name: 'Set up this phone' }).waitFor()
    await manager.touch()
    await press(page, 'Set up')
    await page.getByRole('heading', { name: 'Account added' }).waitFor()
    await manager.letGo()
    await page.goto(at('/authenticator'))
    await page.getByRole('link', { name: person.userName }).click()
    await page.getByText('No browser is linked').waitFor()

    // Nobody is offered a key that nothing could use.
    expect(await page.getByRole('link', { name: 'Create a key of this app' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('radio', { name: /^A PIN/ }).click()
    await page.getByLabel('New PIN').fill(phonePin)
    await page.getByLabel('The same PIN again').fill(phonePin)
    await press(page, 'Turn on')
    await page.getByLabel('New PIN').waitFor({ state: 'hidden' })
  })

  test('they are linked by one code, and by digits that are typed', async () => {
    const { page: shown, code } = await showLinkCode(computer, pin)
    await filmQr(await readQr(code), film)
    const { page } = phone
    await openApp('/scan')
    // What reads codes is a megabyte.
    await page.getByRole('heading', { name: 'Link a browser?' }).waitFor()
    await lookAtPage(page, 'authenticator-link')
    await press(page, 'Go on')
    const digits = await readLinkDigits(shown, 'Android')
    await page.getByLabel('Six digits').fill(digits)
    await lookAtPage(page, 'authenticator-link-digits')
    await press(page, 'Link')

    await page.getByRole('heading', { name: 'The browser is linked' }).waitFor()
    await lookAtPage(page, 'authenticator-linked')
    await shown.getByText('Android is remembered').waitFor()
    await shown.close()
  })

  test('now the app makes a key of its own', async () => {
    const { page } = phone
    await page.getByRole('link', { name: 'Create a key of this app' }).click()
    await page.getByRole('heading', { name: 'Create a key of this app' }).waitFor()
    await page.getByLabel('Your PIN').fill('000000')
    await press(page, 'Create a key of this app')
    await page.getByText('Wrong PIN. You can try 9 more times.').waitFor()
    await lookAtPage(page, 'authenticator-own-key')
    await page.getByLabel('Your PIN').fill(phonePin)
    await press(page, 'Create a key of this app')
    await page.getByRole('heading', { name: 'Key registered' }).waitFor()
    await lookAtPage(page, 'authenticator-own-key-registered')
    await page.getByRole('link', { name: 'Done' }).click()

    await page.getByText('Key of this app', { exact: true }).waitFor()
    await page.getByRole('list', { name: 'Linked browsers' }).getByRole('listitem').waitFor()
    await lookAtPage(page, 'authenticator-account-linked')
    const { person } = world.prepared.iris
    const made = await inDirectory(world.instance, ({ stores }) =>
      stores.credentials.listOfPerson(person.tenantId, person.userId),
    )
    const [own] = made.filter(({ aaguid }) => aaguid === surfaceAaguids.phoneApp)
    expect(own).toMatchObject({ backupEligible: false, uvInitialized: true })
    // The lock seals it: it cannot be taken away.
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('radio', { name: /^Nothing/ }).waitFor()
    expect(await page.getByRole('radio', { name: /^Nothing/ }).isEnabled()).toBe(false)
    await lookAtPage(page, 'authenticator-lock-needed')
  })

  test('the browser asks the phone without a code, and it counts as what it is', async () => {
    await (await deleteOwnPasskey(computer)).close()
    await openApp('')
    const { page: handheld } = phone
    const { page } = await callPhone()
    const dialog = handheld.getByRole('dialog', { name: 'Sign in to Juniper Works?' })
    await dialog.waitFor()
    await lookAtPage(handheld, 'authenticator-call')
    await dialog.getByLabel('Your PIN').fill(phonePin)
    await dialog.getByRole('button', { name: 'Sign in' }).click()
    await handheld.getByRole('dialog', { name: 'Signed in' }).waitFor()
    await passQuestions(page, 'Iris Example')
    await page.close()

    const { person } = world.prepared.iris
    const recorded = await inDirectory(world.instance, async ({ stores }) => {
      const now = new Date()
      const sessions = await stores.sessions.listOfPerson(person.tenantId, person.userId, now)
      const byPhone = sessions.filter(({ proofs }) =>
        proofs.some(({ passkey }) => passkey?.aaguid === surfaceAaguids.phoneApp),
      )
      return byPhone.map(({ proofs, origin }) => decideStrength(freshProofs(proofs, now, 300), origin))
    })
    expect(recorded).toEqual(['phishingResistant'])
    await handheld.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()
  })

  test('whoever says no on the phone signs nobody in', async () => {
    const { page: handheld } = phone
    const { page, consent } = await callPhone()
    await handheld
      .getByRole('dialog', { name: 'Sign in to Juniper Works?' })
      .getByRole('button', { name: 'No, it is not me' })
      .click()

    await consent.getByText('Android did not answer, or you said no there.').waitFor()
    await press(consent, 'Cancel')
    await page.close()
  })

  test('a call that is taken back goes away on the phone', async () => {
    const { page: handheld } = phone
    const { page, consent } = await callPhone()
    const dialog = handheld.getByRole('dialog', { name: 'Sign in to Juniper Works?' })
    await dialog.waitFor()
    await press(consent, 'Cancel')

    await dialog.waitFor({ state: 'detached' })
    await page.close()
  })

  test('the passkey of the phone that locks the app answers as well as a PIN', async () => {
    const { page: handheld } = phone
    await handheld.getByRole('link', { name: 'Settings' }).click()
    await handheld.getByRole('radio', { name: /^Fingerprint, face or screen lock/ }).click()
    await manager.touch()
    await press(handheld, 'Turn on')
    const turnOn = handheld.getByRole('button', { name: /^(Turn on|One moment …)$/ })
    await turnOn.waitFor({ state: 'detached' })

    const { page } = await callPhone()
    const dialog = handheld.getByRole('dialog', { name: 'Sign in to Juniper Works?' })
    await dialog.waitFor()
    expect(await dialog.getByLabel('Your PIN').count()).toBe(0)
    await lookAtPage(handheld, 'authenticator-call-passkey')
    await dialog.getByRole('button', { name: 'Sign in' }).click()
    await handheld.getByRole('dialog', { name: 'Signed in' }).waitFor()
    await handheld.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()
    await passQuestions(page, 'Iris Example')
    await page.close()
    await manager.letGo()
  })

  test('when the phone unlinks the browser, both forget, and the key waits for another link', async () => {
    const { page: handheld } = phone
    await handheld.getByRole('link', { name: 'Authenticator', exact: true }).click()
    await handheld.getByRole('link', { name: world.prepared.iris.person.userName }).click()
    await handheld.getByRole('button', { name: /^Unlink/ }).click()
    await lookAtPage(handheld, 'authenticator-unlink')
    await handheld.getByRole('dialog').getByRole('button', { name: 'Unlink', exact: true }).click()
    await handheld.getByText('No browser is linked, so nothing can use it.').waitFor()

    const { page, consent } = await callPhone()
    await consent.getByText('Android was unlinked, so it was forgotten here.').waitFor()
    await page.close()
    await handheld.getByRole('button', { name: /^Delete the passkey “Authenticator on Android”/ }).click()
    await press(handheld, 'Delete it')
    await handheld.getByText('Key of this app', { exact: true }).waitFor({ state: 'detached' })
    expect(phone.troubles).toEqual([])
  })
})
