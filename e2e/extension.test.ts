import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { surfaceAaguids } from '@latchkey/api/authenticator'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { plugIn } from './world/authenticator.ts'
import {
  allowOnlyTheExtension,
  buildExtension,
  type ExtendedBrowser,
  type ExtensionPackage,
  lookAtWindow,
  openExtendedBrowser,
  typePin,
} from './world/extension.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addNewcomer, type Newcomer } from './world/people.ts'
import { registerScript, run, type Script } from './world/script.ts'
import { noteSecret } from './world/secrets.ts'
import { signInToApp } from './world/sign-in.ts'
import { passQuestions, typeName, typePass } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

interface Prepared {
  readonly eva: Newcomer
  readonly script: Script
}

const pin = 'a pin of eva'

let world: World<Prepared>
let packed: ExtensionPackage
let profile: string
let browser: ExtendedBrowser

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => ({
    eva: await addNewcomer(deps, tenant, 'eva', { once: false }),
    script: await registerScript(deps, tenant, [
      'Policy.ReadWrite.AuthenticationMethod',
      'UserAuthenticationMethod.ReadWrite.All',
      'Device.ReadWrite.All',
    ]),
  }))
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
const popupSize = { width: 384, height: 560 }

/** Sign in with the pass where the extension asks for it, until the tab is gone. */
async function signInForTheExtension(tab: Page): Promise<void> {
  const { person, pass } = world.prepared.eva
  await typeName(tab, person.userName)
  await typePass(tab, pass)
  const gone = tab.waitForEvent('close')
  const skip = tab.getByRole('button', { name: 'Not now' })
  await Promise.race([gone, skip.click().catch(() => undefined)])
  await gone
}

/** A sign-in at the app, up to where the passkey is asked for. */
async function beginSignIn(): Promise<{ readonly page: Page; readonly consent: Page }> {
  await browser.context.clearCookies()
  const page = await browser.context.newPage()
  await signInToApp(page, world.app.url)
  await typeName(page, world.prepared.eva.person.userName)
  return { page, consent: await browser.consent() }
}

/** Press the button that closes the window that asks. */
async function leave(consent: Page, button: 'Cancel' | 'Use another way'): Promise<void> {
  const closed = consent.waitForEvent('close')
  // It may be gone before the click is over.
  await consent
    .getByRole('button', { name: button })
    .click()
    .catch((error) => {
      if (!consent.isClosed()) throw error
    })
  await closed
}

describe('somebody new', () => {
  test('adds their account, and creates a passkey that proves where it is', async () => {
    const popup = await browser.openPopup()
    await popup.getByText('Sign in from this browser').waitFor()
    await lookAtWindow(popup, 'popup-welcome', popupSize)
    await popup.close()

    const page = await browser.openPage('add')
    await heading(page, 'Add your account')
    await lookAtPage(page, 'extension-add')
    await page.getByLabel('Address of your organisation’s sign-in').fill(world.instance.url.host)
    const opened = browser.context.waitForEvent('page')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await signInForTheExtension(await opened)

    await heading(page, 'Choose how to unlock')
    await page.getByLabel('New PIN').fill('123456')
    await page.getByLabel('Repeat the PIN').fill('123456')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('among the first that anybody tries').waitFor()
    await lookAtPage(page, 'extension-lock')
    await page.getByLabel('New PIN').fill(pin)
    await page.getByLabel('Repeat the PIN').fill(pin)
    await page.getByRole('button', { name: 'Next' }).click()
    await heading(page, 'Now create your passkey')
    await lookAtPage(page, 'extension-passkey')
    await page.getByLabel('Your PIN').fill(pin)
    await page.getByRole('button', { name: 'Create passkey' }).click()
    await heading(page, 'Your account was added')
    await page.getByText('Passkey registered').waitFor()
    await lookAtPage(page, 'extension-added')
    await page.close()

    const after = await browser.openPopup()
    await after.getByRole('list', { name: 'Passkeys in this browser' }).waitFor()
    await lookAtWindow(after, 'popup', popupSize)
    await after.close()
  })

  test('signs in with it, after a look at who asks', async () => {
    const { page, consent } = await beginSignIn()
    await heading(consent, 'Sign in to Juniper Works?')
    await consent.getByText(world.instance.url.host).waitFor()
    await consent.getByText('eva@juniper.example').waitFor()
    await consent.getByRole('button', { name: 'Sign in', disabled: false }).waitFor()
    await lookAtWindow(consent, 'consent', consentSize)

    await typePin(consent, pin)
    await passQuestions(page, 'Eva Example')

    await page.getByText('hwk').first().waitFor()
    await page.close()
  })

  test('says no, and the page learns no more than that', async () => {
    const { page, consent } = await beginSignIn()
    await leave(consent, 'Cancel')

    await page.getByRole('alert').first().waitFor()
    expect(browser.asks()).toBe(false)
    await page.close()
  })

  test('types a wrong PIN, and is told how often it may be tried again', async () => {
    const { page, consent } = await beginSignIn()
    await typePin(consent, 'not the pin')
    await consent.getByText('That PIN is wrong. 9 tries are left.').waitFor()
    await lookAtWindow(consent, 'consent-wrong', consentSize)
    await typePin(consent, 'nor this one')
    await consent.getByText('8 tries are left.').waitFor()

    await typePin(consent, pin)
    await passQuestions(page, 'Eva Example')
    await page.close()
  })
})

describe('a page of the organisation', () => {
  /** A page on the very origin of the sign-in that does what it can: somebody got a script into it. */
  async function openTakenOver(): Promise<Page> {
    const page = await browser.context.newPage()
    await page.route(at('/taken-over'), (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Sign in</title><script>(${String(playTricks)})()</script>`,
      }),
    )
    await page.goto(at('/taken-over'))
    return page
  }

  test('gets neither the port nor a window of ours', async () => {
    const page = await openTakenOver()
    const asking = page.evaluate(askForAny, 5000)
    const consent = await browser.consent()
    await heading(consent, 'Sign in to Juniper Works?')
    const address = consent.url()

    const seen = await page.evaluate(async (inside) => {
      const frame = document.createElement('iframe')
      frame.src = inside
      document.body.append(frame)
      await new Promise((resolve) => setTimeout(resolve, 500))
      return {
        stolen: Reflect.get(window, 'stolen'),
        runtime: typeof Reflect.get(Reflect.get(window, 'chrome') ?? {}, 'runtime'),
        fetched: await fetch(inside).then(
          () => true,
          () => false,
        ),
        opener: window.opener,
      }
    }, address)
    expect(seen).toEqual({ stolen: [], runtime: 'undefined', fetched: false, opener: null })
    // The frame shows nothing of ours: one window asks, and no other place.
    expect(page.frames().map((frame) => frame.url())).not.toContain(address)

    await leave(consent, 'Cancel')
    expect(await asking).toMatchObject({ name: 'NotAllowedError' })
    await page.close()
  })

  test('does not learn whether a passkey is here before the person has answered', async () => {
    const page = await openTakenOver()
    const answers: unknown[] = []
    for (const kind of ['any', 'unknown'] as const) {
      const asking = page.evaluate(kind === 'any' ? askForAny : askForUnknown, 10_000)
      const consent = await browser.consent()
      await consent.getByRole('button', { name: 'Use another way' }).waitFor()
      if (kind === 'unknown') await lookAtWindow(consent, 'consent-nothing', consentSize)
      const isWaiting = await Promise.race([asking, page.waitForTimeout(700).then(() => 'waits')])
      expect(isWaiting).toBe('waits')
      await leave(consent, 'Cancel')
      const { name, message } = await asking
      answers.push({ name, message })
    }
    expect(answers[0]).toEqual(answers[1])
    await page.close()
  })

  test('takes its request back, and the window closes', async () => {
    const page = await openTakenOver()
    const asking = page.evaluate(async () => {
      const stop = new AbortController()
      Reflect.set(window, 'stop', () => stop.abort(new DOMException('enough', 'AbortError')))
      const publicKey = { challenge: new Uint8Array(16) }
      return navigator.credentials.get({ publicKey, signal: stop.signal }).catch((error) => error.name)
    })
    const consent = await browser.consent()
    const closed = consent.waitForEvent('close')
    await page.evaluate(() => Reflect.get(window, 'stop')())
    await closed
    expect(await asking).toBe('AbortError')
    await page.close()
  })

  test('lets the browser ask when the person wants another way', async () => {
    const page = await openTakenOver()
    const key = await plugIn(page, { transport: 'usb', verifiesUser: true })
    await key.touch()
    const asking = page.evaluate(createAny, surfaceAaguids.extension)
    const consent = await browser.consent()
    await heading(consent, 'This account is not in the Authenticator')
    await lookAtWindow(consent, 'consent-not-here', consentSize)
    await leave(consent, 'Use another way')

    expect(await asking).toEqual({ isOurs: false })
    await key.unplug()
    await page.close()
  })

  test('of somebody else is left to the browser', async () => {
    const page = await browser.context.newPage()
    await page.goto(world.app.url.href)
    const key = await plugIn(page, { transport: 'usb', verifiesUser: true })
    await key.touch()

    expect(await page.evaluate(createAny, surfaceAaguids.extension)).toEqual({ isOurs: false })
    expect(browser.asks()).toBe(false)
    await page.close()
  })
})

describe('as time goes by', () => {
  test('an update keeps everything', async () => {
    await browser.close()
    const manifest = join(packed.chromium, 'manifest.json')
    const text = readFileSync(manifest, 'utf8')
    writeFileSync(manifest, text.replace('"version": "0.1.0"', '"version": "0.1.1"'))
    browser = await openExtendedBrowser(packed.chromium, profile)
    await expect.poll(() => browser.inBackground(countScripts)).toBe(2)

    const { page, consent } = await beginSignIn()
    await typePin(consent, pin)
    await passQuestions(page, 'Eva Example')
    await page.close()
  })

  test('waits, after too many wrong ones', async () => {
    const { page, consent } = await beginSignIn()
    for (const left of [9, 8, 7]) {
      await typePin(consent, 'not the pin')
      await consent.getByText(`${left} tries are left.`).waitFor()
    }
    await typePin(consent, 'not the pin')
    await consent.getByText('You can try again in 1 min.').waitFor()
    await typePin(consent, pin)
    await consent.getByText('You can try again in 1 min.').waitFor()

    await consent.close()
    await page.getByRole('alert').first().waitFor()
    await page.close()
  })

  test('a passkey that the organisation removed is deleted here, and that is said', async () => {
    const { eva, script } = world.prepared
    const methods = `/users/${eva.person.userId}/authentication/fido2Methods`
    const { json } = await run(world, script, ['GET', methods])
    const [method] = json.value
    expect(method).toMatchObject({ aaGuid: surfaceAaguids.extension, attestationLevel: 'attested' })
    await run(world, script, ['DELETE', `${methods}/${method.id}`])

    const page = await browser.context.newPage()
    await browser.context.clearCookies()
    await page.goto(at('/nowhere'))
    await page.evaluate(
      (credentialId) => PublicKeyCredential.signalUnknownCredential({ rpId: 'localhost', credentialId }),
      String(method.id),
    )
    await page.waitForTimeout(1500)
    const popup = await browser.openPopup()
    await popup.getByText('We cleaned up').waitFor()
    await popup.getByText('No passkey here yet').waitFor()
    await lookAtWindow(popup, 'popup-cleaned', popupSize)
    await popup.close()
    await page.close()
  })

  test('a browser that was switched off is told so at its next sign-in', async () => {
    const { script } = world.prepared
    const { json } = await run(world, script, ['GET', '/devices'])
    const answer = await run(world, script, ['PATCH', `/devices/${json.value[0].id}`], {
      body: { accountEnabled: false },
    })
    expect(answer.status).toBe(204)

    const popup = await browser.openPopup()
    await popup.getByText('No longer registered').waitFor()
    await lookAtWindow(popup, 'popup-revoked', popupSize)
    await popup.close()
  })

  test('a new profile knows nothing, says so, and leaves the page to the browser', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'latchkey-profile-'))
    const fresh = await openExtendedBrowser(packed.chromium, empty)
    try {
      const popup = await fresh.openPopup()
      await popup.getByText('this profile is new').waitFor()
      const page = await fresh.context.newPage()
      await page.goto(at('/nowhere'))
      const key = await plugIn(page, { transport: 'usb', verifiesUser: true })
      await key.touch()
      expect(await page.evaluate(createAny, surfaceAaguids.extension)).toEqual({ isOurs: false })
    } finally {
      await fresh.close()
      rmSync(empty, { recursive: true, force: true })
    }
  })
})

/** Runs in the background: how many scripts are let into pages. Browsers forget them at an update. */
async function countScripts(): Promise<number> {
  const scripting = Reflect.get(Reflect.get(globalThis, 'chrome'), 'scripting')
  return (await scripting.getRegisteredContentScripts()).length
}

/** The first script of the page: whatever comes by is kept. */
function playTricks(): void {
  const stolen: string[] = []
  Reflect.set(window, 'stolen', stolen)
  for (const type of ['message', 'latchkey-port', 'latchkey-port-wanted']) {
    addEventListener(
      type,
      (event) => {
        if (event instanceof MessageEvent && event.ports.length > 0) stolen.push(type)
      },
      true,
    )
  }
  dispatchEvent(new Event('latchkey-port-wanted'))
  for (const name of ['postMessage', 'start', 'close'] as const) {
    const real = MessagePort.prototype[name]
    Reflect.set(MessagePort.prototype, name, function (this: MessagePort, ...given: unknown[]) {
      stolen.push(name)
      return Reflect.apply(real, this, given)
    })
  }
  const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')
  Object.defineProperty(MessageEvent.prototype, 'data', {
    ...data,
    get(this: MessageEvent) {
      stolen.push('data')
      return data?.get?.call(this)
    },
  })
}

/** Runs in the page. */
function askForAny(timeout: number) {
  return navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16), timeout } }).then(
    () => ({ name: 'none', message: '' }),
    ({ name, message }) => ({ name: String(name), message: String(message) }),
  )
}

/** Runs in the page. */
function askForUnknown(timeout: number) {
  const allowCredentials = [{ type: 'public-key', id: new Uint8Array(32).fill(7) } as const]
  const publicKey = { challenge: new Uint8Array(16), timeout, allowCredentials }
  return navigator.credentials.get({ publicKey }).then(
    () => ({ name: 'none', message: '' }),
    ({ name, message }) => ({ name: String(name), message: String(message) }),
  )
}

/** Runs in the page. @returns whether our extension made it */
async function createAny(ours: string) {
  const credential = await navigator.credentials.create({
    publicKey: {
      rp: { name: 'Somebody' },
      user: { id: new Uint8Array(16).fill(9), name: 'someone', displayName: 'Some One' },
      challenge: new Uint8Array(16),
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    },
  })
  if (!(credential instanceof PublicKeyCredential)) return undefined
  const { response } = credential
  if (!(response instanceof AuthenticatorAttestationResponse)) return undefined
  const aaguid = new Uint8Array(response.getAuthenticatorData()).slice(37, 53)
  const made = Array.from(aaguid, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { isOurs: made === ours.replaceAll('-', '') }
}
