import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { createFirstAdministratorLink } from '@latchkey/identity'
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from '../test-world.ts'

/** One story in one browser: each test goes on where the one before it ended. */

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const photographs = process.env['PHOTOGRAPHS'] ?? mkdtempSync(join(tmpdir(), 'latchkey-portal-'))

let world: TestWorld
let browser: Browser
let context: BrowserContext
let page: Page
let devTools: CDPSession
let laptop: string
let key: string
let url: string
const troubles: string[] = []

beforeAll(async () => {
  const port = await findFreePort()
  url = `http://localhost:${port}`
  world = await openTestWorld({ PORT: String(port), LATCHKEY_URL: url })
  world.clock.at = new Date()
  await world.app.listen({ port, host: 'localhost' })
  browser = await chromium.launch({
    executablePath,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type/i.test(message.text())) troubles.push(message.text())
  })
  devTools = await context.newCDPSession(page)
  await devTools.send('WebAuthn.enable', { enableUI: false })
  laptop = await plugIn('internal')
})

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await page.screenshot({ path: join(photographs, 'failed.png') })
})

afterAll(async () => {
  await browser?.close()
  await world?.close()
})

describe('the first administrator', () => {
  test('sets up the organisation from the link, which leaves the address bar at once', async () => {
    const token = await createFirstAdministratorLink(world.deps)
    await page.goto(`${url}/welcome#${token}`)
    await heading('Set up your organisation')

    expect(page.url()).toBe(`${url}/welcome`)
    await page.getByRole('button', { name: 'Set up, then create my passkey' }).click()
    await page.getByText('Type the name of your organisation.').waitFor()
    await look('welcome')
    await page.getByLabel('Name', { exact: true }).fill('Juniper Works')
    await page.getByLabel('Domain').fill('juniper.example')
    await page.getByLabel('Your name').fill('Grace Höpper')
    expect(await page.getByLabel('Your user name').inputValue()).toBe('grace.hopper@juniper.example')
    await page.getByRole('button', { name: 'Set up, then create my passkey' }).click()
  })

  test('creates a passkey in the same visit, and arrives at Security info', async () => {
    await heading('Keep your account secure')
    await page.getByRole('button', { name: 'Create a passkey' }).first().click()
    await heading('Your passkey is ready')
    await page.getByLabel('Name').fill('Laptop')
    await page.getByRole('button', { name: 'Done' }).click()
    await answerQuestions()

    expect(await namesOfPasskeys()).toEqual(['Laptop'])
    await page.getByText('One passkey is one too few').waitFor()
    await page.getByText('All times are in your time zone, Europe/Berlin.').waitFor()
    await look('security-info-one')
  })

  test('finds the link dead afterwards', async () => {
    const other = await context.newPage()
    await other.goto(`${url}/welcome#${'A'.repeat(43)}`)
    await other.getByRole('heading', { name: 'This link does not work any more' }).waitFor()
    await other.goto(`${url}/welcome`)
    await other.close()
  })
})

describe('one’s passkeys', () => {
  test('the last one cannot be deleted, and the page says what to do', async () => {
    await manage('Laptop')

    await page.getByText('This is your last way to sign in').waitFor()
    expect(await page.getByRole('button', { name: 'Delete this passkey' }).count()).toBe(0)
    await look('passkey-last')
  })

  test('one that is there already is not made again', async () => {
    await page.goto(`${url}/security-info/add/passkey/this-device`)
    await page.getByRole('button', { name: 'Create the passkey' }).click()

    await heading('This passkey already exists')
    await page.getByRole('link', { name: /Laptop/ }).waitFor()
    await look('passkey-exists')
  })

  test('a second one is added on a security key, and named', async () => {
    key = await plugIn('usb')
    await page.goto(`${url}/security-info`)
    await page.getByRole('link', { name: 'Add a way to sign in' }).click()
    await heading('Add a way to sign in')
    await look('add')
    await page.getByRole('link', { name: /Security key/ }).click()
    await heading('Add a security key')
    await look('add-passkey')
    await page.getByRole('button', { name: 'Create the passkey' }).click()
    await heading('Your passkey is ready')
    await look('passkey-made')
    await page.getByLabel('Name').fill('Blue key')
    await page.getByRole('button', { name: 'Done' }).click()

    await heading('Security info')
    expect((await namesOfPasskeys()).sort()).toEqual(['Blue key', 'Laptop'])
  })

  test('one is renamed', async () => {
    await manage('Blue key')
    await look('passkey')
    await page.getByLabel('Name').fill('Blue key on my key ring')
    await page.getByRole('button', { name: 'Save the name' }).click()

    await heading('Security info')
    expect((await namesOfPasskeys()).sort()).toEqual(['Blue key on my key ring', 'Laptop'])
    await look('security-info')
  })

  test('deleting one wants a fresh proof, then asks again, then says where else to delete it', async () => {
    world.clock.at = new Date(world.clock.at.getTime() + 6 * 60_000)
    await manage('Blue key')
    await page.getByRole('button', { name: 'Delete this passkey' }).click()
    await look('passkey-delete')
    await page.getByRole('button', { name: 'Yes, delete it' }).click()

    await page.waitForURL(/\/sign-in/)
    await answerQuestions(page, 'Delete this passkey')
    await page.getByRole('button', { name: 'Yes, delete it' }).click()
    await heading('The passkey is deleted here')
    await page.getByText('It also lives on the security key itself').waitFor()
    await look('passkey-deleted')
    // The Signal API told it; the passkey that still counts is where it was.
    await expect.poll(() => countPasskeysOn(key)).toBe(0)
    expect(await countPasskeysOn(laptop)).toBe(1)
    await page.getByRole('link', { name: 'Done' }).click()
    await heading('Security info')
    expect(await namesOfPasskeys()).toEqual(['Laptop'])
  })
})

describe('other ways to sign in', () => {
  test('one-time codes are shown as a picture and as text', async () => {
    await page.goto(`${url}/security-info/add/codes`)
    await heading('Add one-time codes')
    await page.getByRole('img', { name: 'The key for your authenticator app, as a QR code' }).waitFor()
    await look('add-codes')
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await page.getByRole('button', { name: 'Add' }).click()

    await page.getByText('That code is not right').waitFor()
  })

  test('the default is kept', async () => {
    await page.goto(`${url}/security-info`)
    await page.getByLabel('Ask me first for').selectOption('A passkey')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    await page.reload()

    expect(await page.getByLabel('Ask me first for').inputValue()).toBe('passkey')
  })
})

describe('administration', () => {
  test('adds a person and issues a pass, which is shown once', async () => {
    await page.goto(`${url}/admin-plain`)
    await heading('People')
    await look('admin')
    await page.getByRole('link', { name: 'Add a person' }).click()
    await look('admin-add-person')
    await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace')
    await page.getByLabel('User name').fill('ada@juniper.example')
    await page.getByRole('button', { name: 'Add' }).click()
    await heading('Ada Lovelace')
    await look('admin-person')
    await page.getByRole('button', { name: 'Issue a pass' }).click()
    await page.getByText('Make sure first').waitFor()
    await page.getByLabel('I have made sure that it is this person').check()
    await page.getByRole('button', { name: 'Issue a pass' }).click()
    await page.getByText('The pass, shown this once').waitFor()
    const pass = (await page.locator('#issued-pass').textContent()) ?? ''
    await look('admin-pass')
    await page.getByRole('link', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Remove the pass' }).waitFor()

    expect(pass.length).toBeGreaterThanOrEqual(8)
    expect(await page.content()).not.toContain(pass)
    await look('admin-person-pass')
  })

  test('switches an account off, after asking, and on', async () => {
    await page.getByRole('button', { name: 'Switch the account off' }).click()
    await page.getByRole('button', { name: 'Yes, switch it off' }).click()
    await page.getByText('Switched off', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Switch the account on' }).click()

    await page.getByText('Switched on', { exact: true }).waitFor()
  })
})

describe('one’s sessions', () => {
  test('another one is listed and ended', async () => {
    const elsewhere = await browser.newContext({ locale: 'en-GB' })
    await elsewhere.addCookies((await context.cookies()).filter(({ name }) => name === 'latchkey-tenant'))
    await signInElsewhere(elsewhere)
    await page.goto(`${url}/security-info`)
    const others = page.getByRole('button', { name: /^End the session/ })
    await page.getByText('This browser').waitFor()
    const before = await others.count()
    await others.first().click()
    await expect.poll(() => others.count()).toBe(before - 1)

    const [there] = elsewhere.pages()
    await there?.goto(`${url}/security-info`)
    expect(there?.url()).toContain('/sign-in')
    await elsewhere.close()
  })

  test('all end with one button, this one too', async () => {
    await page.goto(`${url}/security-info`)
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await look('sign-out-everywhere')
    await page.getByRole('button', { name: 'Yes, sign me out everywhere' }).click()
    await heading('You are signed out')
    await page.goto(`${url}/security-info`)

    expect(page.url()).toContain('/sign-in')
    expect(troubles).toEqual([])
  })
})

describe('a device that answers by itself, and is refused', () => {
  test('is asked again when the person acts, and in the end no more', async () => {
    const elsewhere = await browser.newContext({ locale: 'en-GB' })
    await elsewhere.addCookies((await context.cookies()).filter(({ name }) => name === 'latchkey-tenant'))
    const { there, session, authenticatorId } = await bringLaptop(elsewhere)
    await session.send('WebAuthn.setResponseOverrideBits', { authenticatorId, isBogusSignature: true })
    let answers = 0
    there.on('request', (request) => {
      if (request.url().endsWith('/sign-in/passkey/finish')) answers++
    })
    const name = there.getByRole('textbox')
    const turnToTheForm = async () => {
      await there.getByRole('heading', { level: 1 }).click()
      await name.focus()
      await there.waitForTimeout(700)
    }

    await there.goto(`${url}/security-info`)
    await there.locator('#problem').waitFor()
    await there.waitForTimeout(700)
    expect(answers).toBe(1)

    await turnToTheForm()
    expect(answers).toBe(2)
    for (let time = 0; time < 3; time++) await turnToTheForm()
    expect(answers).toBe(3)

    await name.fill('somebody')
    expect(await name.inputValue()).toBe('somebody')
    await elsewhere.close()
  })
})

async function plugIn(transport: 'internal' | 'usb', session = devTools): Promise<string> {
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return authenticatorId
}

async function countPasskeysOn(authenticatorId: string): Promise<number> {
  const { credentials } = await devTools.send('WebAuthn.getCredentials', { authenticatorId })
  return credentials.length
}

/** The same passkey, in a browser that has never been here. */
async function signInElsewhere(elsewhere: BrowserContext): Promise<void> {
  const { there } = await bringLaptop(elsewhere)
  await there.goto(`${url}/security-info`)
  await answerQuestions(there)
}

/** A page of another browser that holds the laptop's passkey. */
async function bringLaptop(elsewhere: BrowserContext) {
  const { credentials } = await devTools.send('WebAuthn.getCredentials', { authenticatorId: laptop })
  const there = await elsewhere.newPage()
  const session = await elsewhere.newCDPSession(there)
  await session.send('WebAuthn.enable', { enableUI: false })
  const authenticatorId = await plugIn('internal', session)
  for (const credential of credentials) {
    await session.send('WebAuthn.addCredential', { authenticatorId, credential })
  }
  return { there, session, authenticatorId }
}

/** Go through sign-in with whatever it asks, saying no to its offers, until this is there. */
async function answerQuestions(where = page, until = 'Security info'): Promise<void> {
  const arrived = where.getByText(until, { exact: true }).first()
  const next = where.getByRole('button', { name: /^(Not now|No|Use passkey|Try again)$/ }).first()
  for (let question = 0; question < 6; question++) {
    await arrived.or(next).first().waitFor()
    if (await arrived.isVisible()) return
    const asked = where.url()
    await next.click()
    await where.waitForURL((address) => address.href !== asked)
  }
}

async function heading(name: string): Promise<void> {
  await page.getByRole('heading', { name, level: 1, exact: true }).waitFor()
}

async function manage(name: string): Promise<void> {
  await page.goto(`${url}/security-info`)
  await page.getByRole('link', { name: new RegExp(`^Manage ${name}`) }).click()
  await page.waitForURL(/\/passkeys\//)
}

async function namesOfPasskeys(): Promise<string[]> {
  const labels = await page
    .getByRole('link', { name: /^Manage / })
    .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''))
  return labels.map((label) => label.replace('Manage ', ''))
}

/** Photograph a page, light and dark, on a desktop and a phone, and have axe look at it. */
async function look(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const [device, size] of [
      ['desktop', { width: 1280, height: 900 }],
      ['phone', { width: 390, height: 844 }],
    ] as const) {
      await page.setViewportSize(size)
      await page.screenshot({ path: join(photographs, `${name}.${device}.${colorScheme}.png`) })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, `${name} scrolls sideways on a ${device}`).toBeLessThanOrEqual(0)
    }
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(
      violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`),
      colorScheme,
    ).toEqual([])
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
