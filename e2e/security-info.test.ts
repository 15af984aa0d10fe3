import { addDescribedProvider, defaultTenantSettings } from '@latchkey/identity'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import { laptop, plugIn } from './world/authenticator.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addNewcomer, addPasskeyHolder, type Newcomer, type PasskeyHolder } from './world/people.ts'
import { createFirstPasskey, passQuestions, typeName, typePass } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

/** What Chromium's own test authenticators say they are. */
const chromium = '01020304-0506-0708-0102-030405060708'

/** A security key that was never used here. */
const key = { transport: 'usb', verifiesUser: true } as const

/** A phone nearby, with an app on it that keeps passkeys to itself. */
const phone = { transport: 'cable', verifiesUser: true } as const

let world: World<{ readonly ada: PasskeyHolder; readonly nils: Newcomer; readonly provider: string }>

beforeAll(async () => {
  world = await openWorld(
    async (deps, tenant) => {
      const { tenantId } = tenant
      const { providerId } = await addDescribedProvider(
        deps,
        { tenantId, actor: { kind: 'operator' } },
        {
          name: 'Juniper Authenticator',
          aaguids: [chromium],
          phones: {
            iOS: { store: 'https://apps.example/ios/juniper', least: '17' },
            android: { store: 'https://apps.example/android/juniper', appVersion: '6.2', least: '14' },
          },
        },
      )
      return {
        ada: await addPasskeyHolder(deps, tenant, 'ada'),
        nils: await addNewcomer(deps, tenant, 'nils'),
        provider: providerId,
      }
    },
    { settings: { ...defaultTenantSettings, helpDesk: { text: 'Ring 4711', phone: '+49 30 4711' } } },
  )
})

afterAll(() => world?.close())

const at = (path: string) => new URL(path, world.instance.url).href
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor()

describe('an existing person, from a computer', () => {
  test('adds a passkey in the organisation’s app, step by step, and it is verified', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.ada, '/security-info')
    await heading(page, 'Security info')
    await page.getByText('Synced').first().waitFor()
    await lookAtPage(page, 'security-info')

    await page.getByRole('link', { name: 'Add a way to sign in' }).first().click()
    await heading(page, 'Add a way to sign in')
    await page.getByText('Recommended').waitFor()
    await lookAtPage(page, 'security-info-add')
    await page.getByRole('link', { name: /Passkey in Juniper Authenticator/ }).click()

    await heading(page, 'What you need')
    await lookAtPage(page, 'wizard-requirements')
    await page.getByRole('button', { name: 'Next' }).click()
    await heading(page, 'Get Juniper Authenticator')
    await page.getByRole('img', { name: 'A code that leads to the app in the store' }).nth(1).waitFor()
    await lookAtPage(page, 'wizard-get-app')
    await page.getByRole('button', { name: 'I have the app' }).click()
    await heading(page, 'Which phone do you have?')
    await lookAtPage(page, 'wizard-choose-phone')
    await page.getByRole('button', { name: 'iPhone or iPad' }).click()
    await heading(page, 'Let Juniper Authenticator keep passkeys')
    await lookAtPage(page, 'wizard-make-provider-ios18')
    await page.getByRole('tab', { name: 'iOS 17' }).click()
    await page.getByText('Only one at a time').waitFor()
    await lookAtPage(page, 'wizard-make-provider-ios17')

    // A closed tab loses nothing: the address knows where one was.
    await page.reload()
    await heading(page, 'Let Juniper Authenticator keep passkeys')
    await page.getByRole('button', { name: 'It is switched on' }).click()
    await heading(page, 'Bring both devices together')
    await lookAtPage(page, 'wizard-nearby')
    await page.getByRole('button', { name: 'Both are ready' }).click()
    await heading(page, 'Scan with the right camera')
    await lookAtPage(page, 'wizard-camera')
    await page.getByRole('button', { name: 'Next' }).click()
    await heading(page, 'Save it in Juniper Authenticator')
    await lookAtPage(page, 'wizard-reminder')
    await page.getByRole('button', { name: 'I understand' }).click()
    await heading(page, 'Create the passkey in Juniper Authenticator')
    await lookAtPage(page, 'wizard-prompt')

    const device = await plugIn(page, phone)
    await device.touch()
    await page.getByRole('button', { name: 'Create the passkey' }).click()
    await heading(page, 'Your passkey is ready')
    await lookAtPage(page, 'wizard-ready')
    await page.getByLabel('Name').fill('My work phone')
    await page.getByRole('button', { name: 'Done' }).click()
    await heading(page, 'Security info')
    await page.getByText('My work phone').waitFor()
    const mail = await world.mailbox.received('ada@mail.example', /A passkey was added/)
    expect(mail.text).toContain('was added to your account')
  })

  test('sees the way on an Android phone, and on one of Samsung’s', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.ada, '/security-info')
    const { provider } = world.prepared

    await page.goto(at(`/security-info/add/app/${provider}?step=makeProvider&phone=android`))
    await page.getByRole('tab', { name: 'Android' }).waitFor()
    await lookAtPage(page, 'wizard-make-provider-android')
    await page.getByRole('tab', { name: 'Samsung' }).click()
    await page.getByText('Tap Preferred service').waitFor()
    await lookAtPage(page, 'wizard-make-provider-samsung')
  })
})

describe('where a passkey lands', () => {
  test('elsewhere than asked: the page says where, and removes it if that is wanted', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.ada, '/security-info')
    await page.goto(at('/security-info/add/passkey'))
    await heading(page, 'Which kind of passkey?')
    await lookAtPage(page, 'security-info-choice')
    await page.getByRole('link', { name: 'Choose this device only' }).click()
    await heading(page, 'Where shall the passkey be kept?')
    await lookAtPage(page, 'security-info-where')
    await page.getByRole('link', { name: /On this device/ }).click()
    await heading(page, 'Create a passkey on this device')

    const device = await plugIn(page, laptop)
    await device.touch()
    await page.getByRole('button', { name: 'Create the passkey' }).click()
    await heading(page, 'The passkey was saved somewhere else')
    await page.getByText('You wanted it on one device only').waitFor()
    await lookAtPage(page, 'wizard-elsewhere')
    await page.getByRole('button', { name: 'Remove it and try again' }).click()
    await heading(page, 'Create a passkey on this device')
    // The Signal API told the device, too.
    await expect.poll(async () => (await device.passkeys()).length).toBe(0)
  })

  test('on a device that holds one already: the page says which, and how to delete it there', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.ada, '/security-info')
    await page.goto(at('/security-info/add/passkey/this-device'))
    await heading(page, 'Create a passkey on this device')
    const device = await plugIn(page, laptop, world.prepared.ada.passkeys)
    await device.touch()
    await page.getByRole('button', { name: 'Create the passkey' }).click()

    await page.getByText('This passkey already exists').waitFor()
    await page.getByRole('link', { name: 'Laptop' }).waitFor()
    await lookAtPage(page, 'wizard-exists')
  })

  test('through another device: the page that waits goes on by itself', async () => {
    const waiting = await enterAdminCentre(world, world.prepared.ada, '/security-info')
    const other = await enterAdminCentre(world, world.prepared.ada, '/security-info')
    await waiting.page.goto(at(`/security-info/add/app/${world.prepared.provider}?step=reminder&phone=iOS`))
    await heading(waiting.page, 'Save it in Juniper Authenticator')

    await other.page.goto(at('/security-info/add/passkey/security-key'))
    await heading(other.page, 'Add a security key')
    await lookAtPage(other.page, 'wizard-security-key')
    const device = await plugIn(other.page, key)
    await device.touch()
    await other.page.getByRole('button', { name: 'Create the passkey' }).click()
    await heading(other.page, 'Your passkey is ready')

    await heading(waiting.page, 'Your passkey is ready')
  })

  test('nowhere, because the tab was closed: told for a day, and put away', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.ada, '/security-info')
    await page.evaluate(() => {
      const at = Date.now() - 3_600_000
      localStorage.setItem('latchkey-begun', JSON.stringify({ kind: 'other-device', at }))
    })
    await page.reload()
    await page.getByRole('heading', { name: 'Not finished' }).waitFor()
    await lookAtPage(page, 'security-info-unfinished')
    await page.getByRole('button', { name: 'Put away: Passkey on another device' }).click()
    await page.getByRole('heading', { name: 'Not finished' }).waitFor({ state: 'detached' })
  })
})

describe('a new person', () => {
  test('comes with a pass, makes a first passkey, and cannot delete it while it is the only one', async () => {
    const { page } = await world.openBrowser()
    const device = await plugIn(page, laptop)
    await page.goto(at('/security-info'))
    await typeName(page, 'nils@juniper.example')
    await device.touch()
    await typePass(page, world.prepared.nils.pass)
    await createFirstPasskey(page, 'Laptop')
    await passQuestions(page, 'One passkey is one too few')
    await lookAtPage(page, 'security-info-first')

    await page.getByRole('link', { name: 'Manage Laptop' }).click()
    await page.getByText('This is your last way to sign in').waitFor()
    expect(await page.getByRole('button', { name: 'Delete this passkey' }).count()).toBe(0)
    await lookAtPage(page, 'passkey-last')
  })
})
