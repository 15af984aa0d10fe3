import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { surfaceAaguids } from '@latchkey/api/authenticator'
import { defaultTenantSettings } from '@latchkey/identity'
import { decideStrength, freshProofs } from '@latchkey/policy'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inDirectory } from './world/directory.ts'
import {
  addToExtension,
  buildExtension,
  deleteOwnPasskey,
  type ExtendedBrowser,
  type ExtensionPackage,
  lookAtWindow,
  openExtendedBrowser,
  readLinkDigits,
  showLinkCode,
  useDevice,
} from './world/extension.ts'
import { addNewcomer, type Newcomer } from './world/people.ts'
import { startProgram } from './world/program.ts'
import { noteSecret } from './world/secrets.ts'
import { signInToApp } from './world/sign-in.ts'
import { passQuestions, typeName, typePass } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

const pin = 'a pin of iris'
const phonePin = '493817'

let world: World<{ readonly iris: Newcomer }>
let packed: ExtensionPackage
let folder: string
let browser: ExtendedBrowser

beforeAll(async () => {
  world = await openWorld(
    async (deps, tenant) => ({ iris: await addNewcomer(deps, tenant, 'iris', { once: false }) }),
    {
      environment: { LATCHKEY_TUNNEL: 'on' },
      settings: {
        ...defaultTenantSettings,
        authenticator: { leastVersions: {}, offered: { agent: {}, extension: {} } },
      },
    },
  )
  noteSecret(pin, 'the PIN of an authenticator')
  packed = buildExtension(world.instance.url)
  folder = mkdtempSync(join(tmpdir(), 'latchkey-linked-'))
  browser = await openExtendedBrowser(packed.chromium, join(folder, 'profile'))
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
  if (folder) rmSync(folder, { recursive: true, force: true })
  await world?.close()
})

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor()

/** Start a command of the Linux phone, which has neither a screen nor a camera here. */
function phone(...argv: readonly string[]) {
  const environment = {
    LATCHKEY_AGENT_FOLDER: join(folder, 'phone'),
    DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/nowhere',
    LANG: 'en_GB.UTF-8',
  }
  const program = startProgram(['scripts/launch.mjs', 'agent', ...argv], environment, 'somebody')
  const ended = new Promise<number | null>((resolve) => program.process.on('exit', resolve))
  return {
    ...program,
    ended,
    async type(question: RegExp, answer: string) {
      await program.said(question)
      program.process.stdin?.write(`${answer}\n`)
    },
  }
}

/** A sign-in at the app, up to where a window of the extension asks. */
async function beginSignIn(): Promise<{ readonly page: Page; readonly consent: Page }> {
  await browser.context.clearCookies()
  const page = await browser.context.newPage()
  await signInToApp(page, world.app.url)
  await typeName(page, world.prepared.iris.person.userName)
  return { page, consent: await browser.consent() }
}

const use = (consent: Page) => useDevice(consent, 'Iris’s phone')

describe('a browser and a phone that remember each other', () => {
  test('the phone has the account', async () => {
    const adding = phone('add', world.instance.url.href, '--name', 'Iris’s phone')
    await adding.type(/Choose a PIN/, phonePin)
    await adding.type(/once more/, phonePin)
    const context = await world.browser.newContext()
    const page = await context.newPage()
    const { person, pass } = world.prepared.iris
    const [address = ''] = await adding.said(/http\S+authorize\S+/)
    await page.goto(address)
    await typeName(page, person.userName)
    await typePass(page, pass)
    await passQuestions(page, 'You are signed in')
    await context.close()
    expect(await adding.ended, adding.output()).toBe(0)
  })

  test('the browser’s extension has the account and a passkey', async () => {
    await addToExtension(browser, world.instance.url, { newcomer: world.prepared.iris, pin })
  })

  test('the phone has a passkey', async () => {
    const creating = phone('create')
    const [address = ''] = await creating.said(/http\S+authorize\S+/)
    const page = await browser.context.newPage()
    await page.goto(address)
    // Whichever program listens there, a session that merely lives gives it nothing.
    await page.getByRole('heading', { name: 'Choose an account' }).waitFor()
    await page.getByRole('button', { name: world.prepared.iris.person.userName }).click()
    await passQuestions(page, 'You are signed in')
    await page.close()
    await creating.type(/Type your PIN/, phonePin)
    expect(await creating.ended, creating.output()).toBe(0)
  })

  test('they are linked by one code, and by digits that are typed', async () => {
    const { page, code } = await showLinkCode(browser, pin)
    const picture = join(folder, 'code.png')
    await code.screenshot({ path: picture })

    const linking = phone('link', '--picture', picture)
    await linking.type(/PIN:/, phonePin)
    await linking.said(/six digits/)
    const digits = await readLinkDigits(page, 'Iris’s phone')
    await linking.type(/six digits/, digits)

    expect(await linking.ended, linking.output()).toBe(0)
    await page.getByText('Iris’s phone is remembered').waitFor()
    await page.close()
  })

  test('from then on the phone is asked without a code, and it counts as what it is', async () => {
    const popup = await deleteOwnPasskey(browser)
    await lookAtWindow(popup, 'popup-remembered', { width: 384, height: 560 })
    await popup.close()
    const running = phone('run')
    await running.type(/linked browsers can find this device/, phonePin)
    await running.said(/Linked browsers may call/)

    const { page, consent } = await beginSignIn()
    await heading(consent, 'Sign in to Juniper Works?')
    await lookAtWindow(consent, 'consent-remembered', { width: 460, height: 680 })
    await use(consent)
    await heading(consent, 'Look at your Iris’s phone')
    await running.type(/── Sign in\?[\s\S]*Type your PIN/, phonePin)
    await passQuestions(page, 'Iris Example')
    await running.stop()

    const { person } = world.prepared.iris
    const recorded = await inDirectory(world.instance, async ({ stores }) => {
      const now = new Date()
      const sessions = await stores.sessions.listOfPerson(person.tenantId, person.userId, now)
      const byPhone = sessions.filter(({ proofs }) =>
        proofs.some(({ passkey }) => passkey?.aaguid === surfaceAaguids.agent),
      )
      return byPhone.map(({ proofs, origin }) => decideStrength(freshProofs(proofs, now, 300), origin))
    })
    expect(running.output()).toContain('asks, without a QR code')
    expect(recorded).toEqual(['phishingResistant'])
    await page.close()
  })

  test('when it is unlinked in Security info, both forget', async () => {
    const { page, consent } = await beginSignIn()
    const session = await browser.context.newPage()
    const running = phone('run')
    await running.type(/linked browsers can find this device/, phonePin)
    await running.said(/Linked browsers may call/)
    await use(consent)
    await running.type(/── Sign in\?[\s\S]*Type your PIN/, phonePin)
    await passQuestions(page, 'Iris Example')
    await session.goto(new URL('/security-info/devices', world.instance.url).href)
    await session.getByRole('button', { name: /Unlink/ }).click()
    await session.getByRole('button', { name: /Unlink/ }).waitFor({ state: 'detached' })
    await running.stop()

    const again = await beginSignIn()
    await use(again.consent)
    await again.consent.getByText('Iris’s phone was unlinked, so it was forgotten here.').waitFor()
    const after = phone('run')
    await after.type(/linked browsers can find this device/, phonePin)
    await after.said(/A link was removed, so it was forgotten here/)
    await after.stop()
  })
})
