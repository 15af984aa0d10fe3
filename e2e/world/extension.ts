import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { surfaceAaguids } from '@latchkey/api/authenticator'
import { defaultProfileId } from '@latchkey/policy'
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { lookAtPage } from './look-at-page.ts'
import { patience } from './patience.ts'
import type { Newcomer } from './people.ts'
import { repository } from './program.ts'
import { runKnowingly, type Script } from './script.ts'
import { typeName, typePass } from './steps.ts'
import type { World } from './world.ts'

/** A package of the extension that an organisation made for its own server. */
export interface ExtensionPackage {
  readonly chromium: string
  readonly firefox: string
  remove(): void
}

/** Build it. The permission for the server comes with it: nobody can answer a browser’s own question here. */
export function buildExtension(server: URL, ...more: readonly '--may-proxy'[]): ExtensionPackage {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-extension-'))
  const out = join(folder, 'dist')
  execFileSync(
    process.execPath,
    [join(repository, 'scripts/build-extension.mjs'), '--for', server.origin, '--out', out, ...more],
    { cwd: repository, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  return {
    chromium: join(out, 'chromium'),
    firefox: join(out, 'firefox'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** From now on new passkeys have to prove that they are in our extension. */
export async function allowOnlyTheExtension(world: World<unknown>, script: Script): Promise<void> {
  const path = '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/Fido2'
  const answer = await runKnowingly(world, script, ['PATCH', path], {
    body: {
      '@odata.type': '#microsoft.graph.fido2AuthenticationMethodConfiguration',
      passkeyProfiles: [
        {
          id: defaultProfileId,
          name: 'Default passkey profile',
          passkeyTypes: 'deviceBound',
          attestationEnforcement: 'registrationOnly',
          latchkey_leastEvidence: 'software',
          keyRestrictions: {
            isEnforced: true,
            enforcementType: 'allow',
            aaGuids: [surfaceAaguids.extension],
          },
        },
      ],
    },
  })
  expect(answer.status).toBe(204)
}

/** A browser with the extension in it. */
export interface ExtendedBrowser {
  readonly context: BrowserContext
  /** Open what is behind the icon in the toolbar, as a page: a popup cannot be held open from outside. */
  openPopup(): Promise<Page>
  /** Open a page of the extension. @param place with what comes behind `#/` */
  openPage(place: string): Promise<Page>
  /** The window that asks, as soon as it is there. */
  consent(): Promise<Page>
  /** Whether it is there now. */
  asks(): boolean
  /** Do something in the background of the extension. */
  inBackground<T>(does: () => Promise<T> | T): Promise<T>
  close(): Promise<void>
}

/**
 * Open Chromium with the extension.
 *
 * @param profile a folder that keeps what the browser keeps
 * @param program the browser, if not the usual one
 */
export async function openExtendedBrowser(
  packed: string,
  profile: string,
  program: string = process.env['CHROMIUM'] ?? '/usr/bin/chromium',
): Promise<ExtendedBrowser> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    ignoreDefaultArgs: ['--disable-extensions'],
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${packed}`,
      `--load-extension=${packed}`,
    ],
  })
  context.setDefaultTimeout(patience)
  const worker = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const base = new URL('/', (await worker()).url()).href
  const isConsent = (page: Page) => page.url().startsWith(`${base}consent.html`)
  const open = async (path: string) => {
    const page = await context.newPage()
    await page.goto(base + path)
    return page
  }

  return {
    context,
    openPopup: () => open('popup.html'),
    openPage: (place) => open(`app.html#/${place}`),
    async consent() {
      for (let tries = 0; tries < 200; tries++) {
        const found = context.pages().find(isConsent)
        if (found !== undefined) return found
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error('no window of the extension asks')
    },
    asks: () => context.pages().some(isConsent),
    inBackground: async (does) => (await worker()).evaluate(does),
    close: () => context.close(),
  }
}

/** Add an account by a pass that works again and again, lock the extension by a PIN, and make a passkey in it. */
export async function addToExtension(
  browser: ExtendedBrowser,
  server: URL,
  { newcomer: { person, pass }, pin }: { readonly newcomer: Newcomer; readonly pin: string },
): Promise<void> {
  const page = await browser.openPage('add')
  const press = (name: string) => page.getByRole('button', { name }).click()
  await page.getByLabel('Address of your organisation’s sign-in').fill(server.host)
  const opened = browser.context.waitForEvent('page')
  await press('Sign in')
  const tab = await opened
  await typeName(tab, person.userName)
  await typePass(tab, pass)
  const gone = tab.waitForEvent('close')
  const skip = tab.getByRole('button', { name: 'Not now' })
  await Promise.race([gone, skip.click().catch(() => undefined)])
  await gone
  await page.getByLabel('New PIN').fill(pin)
  await page.getByLabel('Repeat the PIN').fill(pin)
  await press('Next')
  await page.getByLabel('Your PIN').fill(pin)
  await press('Create passkey')
  await page.getByRole('heading', { name: 'Your account was added', level: 1 }).waitFor()
  await page.close()
}

/** Have the extension show the code by which a device is linked, having signed in by its passkey. */
export async function showLinkCode(
  browser: ExtendedBrowser,
  pin: string,
): Promise<{ readonly page: Page; readonly code: Locator }> {
  const popup = await browser.openPopup()
  const opening = browser.context.waitForEvent('page')
  await popup.getByRole('button', { name: 'Remember another device' }).click()
  const page = await opening
  await popup.close()
  await page.getByRole('heading', { name: 'Remember a device that signs you in', level: 1 }).waitFor()
  await lookAtPage(page, 'extension-remember')
  const opened = browser.context.waitForEvent('page')
  await page.getByRole('button', { name: 'Sign in and show the QR code' }).click()
  const tab = await opened
  // Who is signed in by a pass is asked for the passkey.
  await agreeByPin(await browser.consent(), pin)
  const code = page.getByRole('img', { name: 'QR code for linking a device' })
  const skip = tab.getByRole('button', { name: /Not now|^No$/ })
  await Promise.race([code.waitFor(), skip.click().catch(() => undefined)])
  await code.waitFor()
  await lookAtPage(page, 'extension-link-code')
  return { page, code }
}

/** Read the six digits that the browser shows once a device has read its code. */
export async function readLinkDigits(page: Page, device: string): Promise<string> {
  await page.getByText(`Type these digits on ${device}`).waitFor()
  await lookAtPage(page, 'extension-link-digits')
  const [digits = ''] = /\d{6}/.exec(await page.locator('main').innerText()) ?? []
  return digits
}

/** Delete the passkey of this browser, so that only another device can sign in here. */
export async function deleteOwnPasskey(browser: ExtendedBrowser): Promise<Page> {
  const popup = await browser.openPopup()
  await popup.getByRole('list', { name: 'Remembered devices' }).waitFor()
  await popup.getByRole('button', { name: /^Delete the passkey/ }).click()
  await popup.getByRole('button', { name: 'Delete', exact: true }).click()
  await popup.getByText('No passkey here yet').waitFor()
  return popup
}

/** Press a button of the window that asks, once it takes clicks: it has to stand in front for a while. */
export async function useDevice(consent: Page, device: string): Promise<void> {
  await consent.getByRole('button', { name: `Use ${device}`, disabled: false }).click()
}

/** Type a PIN into the window that asks, once it takes answers: it has to stand in front for a while. */
export async function typePin(consent: Page, pin: string): Promise<void> {
  const field = consent.getByLabel('Your PIN')
  await field.fill(pin)
  await consent.getByRole('button', { name: /^(Sign in|Create passkey)$/, disabled: false }).waitFor()
  await field.press('Enter')
}

/** Give the window that asks the right PIN, and see it close. */
export async function agreeByPin(consent: Page, pin: string): Promise<void> {
  const closed = consent.waitForEvent('close')
  // It may go in the middle of a word.
  await Promise.all([closed, typePin(consent, pin).catch(() => undefined)])
}

/**
 * Look at a window of the extension as large as it is for people: photograph it light and dark, and have axe check it.
 */
export async function lookAtWindow(
  page: Page,
  name: string,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  const album = join(repository, 'e2e/photographs')
  mkdirSync(album, { recursive: true })
  await page.setViewportSize(size)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({
      path: join(album, `extension-${name}-${colorScheme}.actual.png`),
      fullPage: true,
    })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
    expect(found, `axe, ${name}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}
