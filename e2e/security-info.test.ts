import { createHash } from 'node:crypto'
import { defaultTenantSettings } from '@latchkey/identity'
import { addDescribedProvider } from '@latchkey/identity/administer'
import { generate } from 'otplib'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Authenticator, laptop, plugIn } from './world/authenticator.ts'
import type { PersonsBrowser } from './world/browser.ts'
import { inDirectory } from './world/directory.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addNewcomer, addPasskeyHolder, type Newcomer, type PasskeyHolder } from './world/people.ts'
import { noteSecret } from './world/secrets.ts'
import {
  answerInterrupts,
  createFirstPasskey,
  passQuestions,
  typeName,
  typeNameAndTouch,
  typePass,
} from './world/steps.ts'
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

/** Ada, signed in at Security info; the laptop that holds her passkey stays plugged in, untouched. */
async function enter(): Promise<PersonsBrowser & { readonly device: Authenticator }> {
  const { person, passkeys } = world.prepared.ada
  const opened = await world.openBrowser()
  const device = await plugIn(opened.page, laptop, passkeys)
  await opened.page.goto(at('/security-info'))
  await typeNameAndTouch(opened.page, device, person.userName)
  await answerInterrupts(opened.page, { stay: 'No' })
  await heading(opened.page, 'Security info')
  await device.letGo()
  return { ...opened, device }
}

const at = (path: string) => new URL(path, world.instance.url).href
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor()

describe('an existing person, from a computer', () => {
  test('adds a passkey in the organisation’s app, step by step, and it is verified', async () => {
    const { page } = await enter()
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
    const { page } = await enter()
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
    const { page, device: own } = await enter()
    await page.goto(at('/security-info/add/passkey'))
    await heading(page, 'Which kind of passkey?')
    await lookAtPage(page, 'security-info-choice')
    await page.getByRole('link', { name: 'Choose this device only' }).click()
    await heading(page, 'Where shall the passkey be kept?')
    await lookAtPage(page, 'security-info-where')
    await page.getByRole('link', { name: /On this device/ }).click()
    await heading(page, 'Create a passkey on this device')

    await own.unplug()
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
    const mail = await world.mailbox.received('ada@mail.example', /A passkey was removed/)
    expect(mail.text).toContain('Passkey on Linux')
  })

  test('on a device that holds one already: the page says which, and how to delete it there', async () => {
    const { page, device } = await enter()
    await page.goto(at('/security-info/add/passkey/this-device'))
    await heading(page, 'Create a passkey on this device')
    await device.touch()
    await page.getByRole('button', { name: 'Create the passkey' }).click()

    await page.getByText('This passkey already exists').waitFor()
    await page.getByRole('link', { name: 'Laptop' }).waitFor()
    await lookAtPage(page, 'wizard-exists')
    const opened = page.waitForEvent('popup')
    await page.getByRole('link', { name: 'Step by step, for your device' }).click()
    const guide = await opened
    await guide.getByRole('heading', { name: 'Your steps' }).waitFor()
    await guide.close()
  })

  test('through another device: the page that waits goes on by itself', async () => {
    const waiting = await enter()
    const other = await enter()
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
    const { page } = await enter()
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
    await passQuestions(page, 'How you sign in, and what')
    await lookAtPage(page, 'security-info-first')

    await page.getByRole('link', { name: 'Manage Laptop' }).click()
    await page.getByText('This is your last way to sign in').waitFor()
    expect(await page.getByRole('button', { name: 'Delete this passkey' }).count()).toBe(0)
    await lookAtPage(page, 'passkey-last')
  })
})

describe('changing something half an hour after signing in', () => {
  test('asks for the passkey in the page, and goes on where it was', async () => {
    const { page, context, device } = await enter()
    await page.goto(at('/security-info/add/passkey/security-key'))
    await heading(page, 'Add a security key')
    const spare = await plugIn(page, key)
    await spare.touch()
    await page.getByRole('button', { name: 'Create the passkey' }).click()
    await heading(page, 'Your passkey is ready')
    await page.getByLabel('Name').fill('Blue key')
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('link', { name: 'Manage Blue key' }).click()
    await heading(page, 'Blue key')
    await spare.letGo()
    await ageProofs(context)

    await page.getByRole('button', { name: 'Delete this passkey' }).click()
    await page.getByRole('heading', { name: 'Delete “Blue key”?' }).waitFor()
    await lookAtPage(page, 'passkey-delete-question')
    await page.getByRole('button', { name: 'Yes, delete it' }).click()
    await page.getByRole('heading', { name: 'Confirm that it is you' }).waitFor()
    await lookAtPage(page, 'confirm-in-place')
    await device.touch()
    await page.getByRole('button', { name: 'Use your passkey' }).click()

    await heading(page, 'The passkey is deleted here')
    await lookAtPage(page, 'passkey-deleted-react')
    await expect.poll(async () => (await spare.passkeys()).length).toBe(0)
    expect(new URL(page.url()).pathname).toMatch(/^\/security-info\/passkeys\//)
  })

  test('a wizard asks before its first page, and can be told no', async () => {
    const { page, context, device } = await enter()
    await ageProofs(context)
    await page.goto(at('/security-info/add/passkey/this-device?keeping=synced'))
    await page.getByRole('heading', { name: 'Confirm that it is you' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('First confirm that it is you').waitFor()
    await lookAtPage(page, 'wizard-confirm-first')
    await page.getByRole('button', { name: 'Confirm now' }).click()
    await device.touch()
    await page.getByRole('button', { name: 'Use your passkey' }).click()

    await heading(page, 'Create a passkey on this device')
    expect(new URL(page.url()).search).toBe('?keeping=synced')
  })
})

describe('one-time codes', () => {
  test('are added with the first right code, and removed again', async () => {
    const { page } = await enter()
    await page.goto(at('/security-info/add/codes'))
    await page.getByRole('img', { name: /as a QR code/ }).waitFor()
    await lookAtPage(page, 'security-info-add-codes')
    const secret = (await page.locator('code[data-value]').getAttribute('data-value')) ?? ''
    noteSecret(secret, 'the secret of one-time codes')
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('That code is not right').waitFor()
    await page.getByLabel('Code', { exact: true }).fill(await generate({ secret }))
    await page.getByRole('button', { name: 'Add', exact: true }).click()

    await heading(page, 'Security info')
    await page.getByRole('button', { name: 'Remove: Authenticator app' }).click()
    await page.getByRole('button', { name: 'Yes, remove it' }).click()
    await page.getByRole('button', { name: 'Remove: Authenticator app' }).waitFor({ state: 'detached' })
  })
})

describe('with the keyboard alone', () => {
  test('a passkey is added and named', async () => {
    const { page } = await enter()
    const spare = await plugIn(page, key)
    await spare.touch()
    await tabTo(page, 'Add a way to sign in')
    await page.keyboard.press('Enter')
    await heading(page, 'Add a way to sign in')
    await tabTo(page, /^Security key/)
    await page.keyboard.press('Enter')
    await heading(page, 'Add a security key')
    await tabTo(page, 'Create the passkey')
    await page.keyboard.press('Enter')
    await heading(page, 'Your passkey is ready')
    await tabTo(page, 'Name')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Typed key')
    await page.keyboard.press('Enter')

    await heading(page, 'Security info')
    await page.getByText('Typed key').waitFor()
  })
})

describe('on a phone', () => {
  test('the app’s wizard shows this phone’s steps and no camera', async () => {
    const { passkeys, person } = world.prepared.ada
    const { page } = await world.openBrowser({
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1',
      viewport: { width: 390, height: 844 },
    })
    const device = await plugIn(page, laptop, passkeys)
    await page.goto(at(`/security-info/add/app/${world.prepared.provider}`))
    await typeNameAndTouch(page, device, person.userName)
    await answerInterrupts(page, { stay: 'No' })
    await heading(page, 'What you need')
    await page.getByText('Step 1 of 5').waitFor()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('link', { name: 'Open the store' }).waitFor()
    await lookAtPage(page, 'wizard-get-app-phone')
    await page.getByRole('button', { name: 'I have the app' }).click()
    await page.getByText('Only one at a time').waitFor()
  })

  test('a slow one has little to load for the first page, and little to work on', async () => {
    const { page, loads } = await enter()
    const devTools = await page.context().newCDPSession(page)
    await devTools.send('Network.enable')
    await devTools.send('Network.setCacheDisabled', { cacheDisabled: true })
    // The time that the page itself worked, however busy the machine is with other things.
    await devTools.send('Performance.enable', { timeDomain: 'threadTicks' })
    const worked = async () => {
      const { metrics } = await devTools.send('Performance.getMetrics')
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
    }
    const [workedBefore, loadedBefore] = [await worked(), loads.length]

    await page.reload({ waitUntil: 'commit' })
    await page.getByRole('link', { name: 'Add a way to sign in' }).waitFor()

    const slowness = 4
    expect((await worked()) - workedBefore).toBeLessThan(1500 / slowness)
    await page.waitForLoadState('networkidle')
    const bytes = loads.slice(loadedBefore).reduce((sum, load) => sum + load.bytes, 0)
    expect(bytes).toBeLessThan(200 * 1024)
  })
})

/** Press Tab until what is called so has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      const label = element?.id ? document.querySelector(`label[for="${element.id}"]`) : null
      return (element?.getAttribute('aria-label') ?? label?.textContent ?? element?.textContent ?? '').trim()
    })
    if (typeof name === 'string' ? focused === name : name.test(focused)) return
  }
  throw new Error(`nothing called ${name} can be reached with the keyboard`)
}

/** What was proven in this browser was proven half an hour ago. */
async function ageProofs(context: BrowserContext): Promise<void> {
  const { tenantId } = world.tenant
  const { userId } = world.prepared.ada.person
  const tokens = (await context.cookies()).filter(({ name }) => name.includes('session'))
  await inDirectory(world.instance, async ({ stores }) => {
    for (const { value } of tokens) {
      const hash = new Uint8Array(createHash('sha256').update(value).digest())
      const session = await stores.sessions.findByToken(tenantId, hash)
      if (session?.userId !== userId) continue
      const proofs = session.proofs.map((proof) => ({
        ...proof,
        at: new Date(proof.at.getTime() - 1_800_000),
      }))
      await stores.sessions.rotate({ ...session, proofs }, hash, hash)
    }
  })
}
