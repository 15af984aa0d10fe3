import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { surfaceAaguids } from '@latchkey/api/authenticator'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  addToExtension,
  agreeByPin,
  allowOnlyTheExtension,
  buildExtension,
  type ExtendedBrowser,
  type ExtensionPackage,
  openExtendedBrowser,
} from './world/extension.ts'
import { canBeManaged, type ManagedChromium, makeManagedChromium } from './world/managed-chromium.ts'
import { addNewcomer, type Newcomer } from './world/people.ts'
import { registerScript, type Script } from './world/script.ts'
import { noteSecret } from './world/secrets.ts'
import { signInToApp } from './world/sign-in.ts'
import { passQuestions, typeName } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

interface Prepared {
  readonly mia: Newcomer
  readonly script: Script
}

const pin = 'a pin of mia'

/** Chromium looks at its policies when it finds the time: on a busy machine that takes half a minute. */

/**
 * Told when it is asked for: `LATCHKEY_MANAGED=yes npx vitest run --project whole e2e/extension-managed`. A Chromium that
 * runs does not always notice that its policy has changed, and then nothing here is true of it.
 */
const isAsked = process.env['LATCHKEY_MANAGED'] === 'yes'

/** The policy of a browser is a file of the system: without mounts of one's own it would be everybody's. */
describe.skipIf(!isAsked || !canBeManaged())(
  'a Chromium whose organisation has every passkey kept here',
  () => {
    let world: World<Prepared>
    let packed: ExtensionPackage
    let folder: string
    let chromium: ManagedChromium
    let browser: ExtendedBrowser

    beforeAll(async () => {
      world = await openWorld(async (deps, tenant) => ({
        mia: await addNewcomer(deps, tenant, 'mia', { once: false }),
        script: await registerScript(deps, tenant, ['Policy.ReadWrite.AuthenticationMethod']),
      }))
      noteSecret(pin, 'the PIN of an authenticator')
      await allowOnlyTheExtension(world, world.prepared.script)
      packed = buildExtension(world.instance.url, '--may-proxy')
      folder = mkdtempSync(join(tmpdir(), 'latchkey-managed-'))
      chromium = makeManagedChromium(folder, packed.chromium)
      browser = await openExtendedBrowser(packed.chromium, join(folder, 'profile'), chromium.program)
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

    const heading = (page: Page, name: string | RegExp) =>
      page.getByRole('heading', { name, level: 1 }).waitFor()

    /** A page of the organisation, or of the app, that does nothing by itself. */
    async function openPage(origin: URL): Promise<Page> {
      const page = await browser.context.newPage()
      const address = new URL('/nothing', origin).href
      const body = '<!doctype html><title>Nothing</title>'
      await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body }))
      await page.goto(address)
      return page
    }

    async function beginSignIn(): Promise<{ readonly page: Page; readonly consent: Page }> {
      await browser.context.clearCookies()
      const page = await browser.context.newPage()
      await signInToApp(page, world.app.url)
      await typeName(page, world.prepared.mia.person.userName)
      return { page, consent: await browser.consent() }
    }

    /** Scripts are let into the organisation's pages where the extension stands before the browser. */
    const expectScripts = (count: number) =>
      expect.poll(() => browser.inBackground(countScripts), { timeout: 100_000 }).toBe(count)

    test('hears of it while it runs, and stands before no page any more', async () => {
      await addToExtension(browser, world.instance.url, { newcomer: world.prepared.mia, pin })
      await expectScripts(2)

      chromium.say({ webAuthenticationProxy: true })

      await expectScripts(0)
      const page = await openPage(world.instance.url)
      expect(await page.evaluate(() => String(CredentialsContainer.prototype.get))).toContain('[native code]')
      expect(
        await page.evaluate(async () => await PublicKeyCredential.isConditionalMediationAvailable()),
      ).toBe(false)
      await page.close()
    })

    test('signs in with it, after a look at who asks', async () => {
      const { page, consent } = await beginSignIn()
      await heading(consent, 'Sign in to Juniper Works?')
      await consent.getByText(world.instance.url.host).waitFor()
      await agreeByPin(consent, pin)

      await passQuestions(page, 'Mia Example')
      await page.getByText('hwk').first().waitFor()
      await page.close()
    })

    test('closes the window when the page takes its request back', async () => {
      const page = await openPage(world.instance.url)
      const asking = page.evaluate(askAndStop)
      const consent = await browser.consent()
      const closed = consent.waitForEvent('close')
      await page.evaluate(() => Reflect.get(window, 'stop')())
      await closed

      expect(await asking).toBe('AbortError')
      await page.close()
    })

    test('has nothing for a page that is not the organisation’s, nor for a frame of another origin', async () => {
      const stranger = await openPage(world.app.url)
      expect(await stranger.evaluate(askForAny, 'localhost')).toBe('NotAllowedError')
      expect(await stranger.evaluate(askForAny, 'example.org')).toBe('SecurityError')

      const inside = new URL('/nothing', world.instance.url).href
      const body = '<!doctype html><title>Inside</title>'
      await stranger.route(inside, (route) => route.fulfill({ contentType: 'text/html', body }))
      await stranger.evaluate(async (address) => {
        const frame = document.createElement('iframe')
        frame.allow = 'publickey-credentials-get *'
        frame.src = address
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
        document.body.append(frame)
        await loaded
      }, inside)
      const frame = stranger.frames().find((one) => one.url() === inside)
      expect(await frame?.evaluate(askForAny, 'localhost')).toBe('NotAllowedError')

      // Not even for a page of its own: the passkey that unlocks it is of the platform, which nobody asks any more.
      const own = await browser.openPage('settings')
      expect(await own.evaluate(askForAny, new URL(own.url()).hostname)).toBe('NotAllowedError')

      expect(browser.asks()).toBe(false)
      await own.close()
      await stranger.close()
    })

    test('answers also when the background of the extension had ended', async () => {
      const workers = await browser.context.newPage()
      await workers.goto('chrome://serviceworker-internals/')
      await workers.getByRole('button', { name: 'Stop' }).first().click()
      await workers.getByText('STOPPED').first().waitFor()
      await workers.close()

      const { page, consent } = await beginSignIn()
      await agreeByPin(consent, pin)
      await passQuestions(page, 'Mia Example')
      await page.close()
    })

    test('makes a passkey that pages get as the browser’s own', async () => {
      // It takes the place of the one that the organisation knows: here nobody signs in any more.
      const page = await openPage(world.instance.url)
      const { userHandle } = world.prepared.mia.person
      const making = page.evaluate(makePasskey, [...userHandle])
      const consent = await browser.consent()
      await heading(consent, 'Create a passkey for Juniper Works?')
      await agreeByPin(consent, pin)

      expect(await making).toEqual({
        aaguid: surfaceAaguids.extension.replaceAll('-', ''),
        attachment: 'platform',
        publicKeyLength: 91,
        transports: ['internal'],
        discoverable: true,
      })
      await page.close()
    })

    test('stands before pages again when its organisation has thought better of it', async () => {
      chromium.say({ webAuthenticationProxy: false })

      await expectScripts(2)
      const page = await openPage(world.instance.url)
      const asking = page.evaluate(askForAny, 'localhost')
      const consent = await browser.consent()
      await consent.getByRole('button', { name: 'Cancel' }).waitFor()
      await consent.close()
      expect(await asking).toBe('NotAllowedError')
      await page.close()
    })
  },
)

/** Runs in the background: how many scripts are let into pages. */
async function countScripts(): Promise<number> {
  const scripting = Reflect.get(Reflect.get(globalThis, 'chrome'), 'scripting')
  return (await scripting.getRegisteredContentScripts()).length
}

/** Runs in the page. @returns what came of it */
function askForAny(rpId: string): Promise<string> {
  return navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16), rpId } }).then(
    () => 'a credential',
    ({ name }) => String(name),
  )
}

/** Runs in the page. */
function askAndStop(): Promise<string> {
  const stop = new AbortController()
  Reflect.set(window, 'stop', () => stop.abort())
  const publicKey = { challenge: new Uint8Array(16) }
  return navigator.credentials.get({ publicKey, signal: stop.signal }).then(
    () => 'a credential',
    ({ name }) => String(name),
  )
}

/** Runs in the page. */
async function makePasskey(userHandle: readonly number[]) {
  const credential = await navigator.credentials.create({
    publicKey: {
      rp: { name: 'Juniper Works', id: 'localhost' },
      user: { id: Uint8Array.from(userHandle), name: 'mia@juniper.example', displayName: 'Mia Example' },
      challenge: new Uint8Array(32),
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'direct',
      extensions: { credProps: true },
    },
  })
  if (!(credential instanceof PublicKeyCredential)) return String(credential)
  const { response } = credential
  if (!(response instanceof AuthenticatorAttestationResponse)) return String(response)
  const aaguid = new Uint8Array(response.getAuthenticatorData()).slice(37, 53)
  return {
    aaguid: Array.from(aaguid, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    attachment: credential.authenticatorAttachment,
    publicKeyLength: response.getPublicKey()?.byteLength,
    transports: response.getTransports(),
    discoverable: credential.getClientExtensionResults().credProps?.rk,
  }
}
