import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { surfaceAaguids } from '@latchkey/api/authenticator'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { allowOnlyTheExtension, buildExtension, type ExtensionPackage } from './world/extension.ts'
import { type Firefox, type FirefoxPage, openFirefox } from './world/firefox.ts'
import { addNewcomer, type Newcomer } from './world/people.ts'
import { repository } from './world/program.ts'
import { registerScript, run, type Script } from './world/script.ts'
import { noteSecret } from './world/secrets.ts'
import { openWorld, type World } from './world/world.ts'

interface Prepared {
  readonly fay: Newcomer
  readonly script: Script
}

const pin = 'a pin of fay'
/** Firefox gives every installation an address of its own. We say which. */
const inside = '7d1f8f9e-95f1-4b6c-8d44-0c6a3b1a2f10'
const uuids = JSON.stringify({ 'authenticator@latchkey.example': inside })

let world: World<Prepared>
let packed: ExtensionPackage
let firefox: Firefox

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => ({
    fay: await addNewcomer(deps, tenant, 'fay', { once: false }),
    script: await registerScript(deps, tenant, [
      'Policy.ReadWrite.AuthenticationMethod',
      'UserAuthenticationMethod.ReadWrite.All',
    ]),
  }))
  noteSecret(pin, 'the PIN of an authenticator')
  noteSecret(world.prepared.fay.pass, 'a Temporary Access Pass')
  await allowOnlyTheExtension(world, world.prepared.script)
  packed = buildExtension(world.instance.url)
  firefox = await openFirefox({ 'extensions.webextensions.uuids': uuids })
  await firefox.installExtension(packed.firefox)
})

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const page of await firefox.listPages()) {
    const text = await page.evaluate(() => document.body.innerText).catch(String)
    console.error(`at ${(await page.url().catch(String)).slice(0, 120)}\n${text.slice(0, 800)}`)
  }
})

afterAll(async () => {
  await firefox?.close()
  packed?.remove()
  await world?.close()
})

const ours = (path: string) => `moz-extension://${inside}/${path}`
const at = (path: string) => new URL(path, world.instance.url).href

/** The tab or window that shows this address, as soon as it is there. */
async function findPage(begin: string): Promise<FirefoxPage> {
  for (let tries = 0; tries < 100; tries++) {
    const [page] = await firefox.listPages(begin)
    if (page !== undefined) return page
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`nothing shows ${begin}`)
}

async function untilGone(begin: string): Promise<void> {
  await expect.poll(() => firefox.listPages(begin)).toHaveLength(0)
}

/** Say no, and again if the window was just making room. It goes away under the click, which then gets no answer. */
async function cancel(consent: FirefoxPage): Promise<void> {
  const pressed = async () => {
    void consent.press('button', 'Cancel').catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 500))
    return await firefox.listPages(ours('consent.html'))
  }
  await expect.poll(pressed).toHaveLength(0)
}

async function look(page: FirefoxPage, name: string): Promise<void> {
  const album = join(repository, 'e2e/photographs')
  mkdirSync(album, { recursive: true })
  writeFileSync(join(album, `extension-firefox-${name}.actual.png`), await page.screenshot())
}

/** Type the PIN into the window that asks, once it takes clicks. */
async function agree(consent: FirefoxPage): Promise<void> {
  await consent.waitFor('form')
  await new Promise((resolve) => setTimeout(resolve, 700))
  await consent.typeInto('Your PIN', `${pin}\n`)
}

/** Say no to every question between a proof and the way on, until the page shows this. */
async function passQuestions(page: FirefoxPage, until: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const shown = await page.evaluate(() => document.body.innerText).catch(() => '')
    if (shown.includes(until)) return
    const name = ['Not now', 'No'].find((name) => shown.split('\n').includes(name))
    if (name !== undefined) await page.press('button', name).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no way to ${until} on ${await page.url()}`)
}

describe('somebody with Firefox', () => {
  test('adds their account, and creates a passkey that proves where it is', async () => {
    const page = await firefox.openPage()
    await page.goto(ours('app.html#/add'))
    await page.waitFor('h1', 'Add your account')
    await page.typeInto('Address of your organisation’s sign-in', world.instance.url.host)
    await page.press('button', 'Sign in')

    const { person, pass } = world.prepared.fay
    const tab = await findPage(at('/'))
    await tab.typeInto('Work email or user name', `${person.userName}\n`)
    await tab.waitFor('label', 'Temporary Access Pass')
    await tab.typeInto('Temporary Access Pass', `${pass}\n`)
    await untilGone(at('/'))

    await page.waitFor('h1', 'Choose how to unlock')
    await page.typeInto('New PIN', pin)
    await page.typeInto('Repeat the PIN', `${pin}\n`)
    await page.waitFor('h1', 'Now create your passkey')
    await page.typeInto('Your PIN', `${pin}\n`)
    await page.waitFor('h1', 'Your account was added')
    await look(page, 'added')
    await page.close()

    const methods = `/users/${person.userId}/authentication/fido2Methods`
    const { json } = await run(world, world.prepared.script, ['GET', methods])
    expect(json.value).toMatchObject([{ aaGuid: surfaceAaguids.extension, attestationLevel: 'attested' }])
  })

  test('signs in with it, after a look at who asks', async () => {
    const page = await firefox.openPage()
    await firefox.bidi.send('storage.deleteCookies')
    await page.goto(world.app.url.href)
    await page.press('button', 'Sign in with Latchkey')
    await page.typeInto('Work email or user name', `${world.prepared.fay.person.userName}\n`)

    const consent = await findPage(ours('consent.html'))
    await consent.waitFor('h1', 'Sign in to Juniper Works?')
    await consent.waitFor('section', world.instance.url.host)
    await look(consent, 'consent')
    await agree(consent)
    await untilGone(ours('consent.html'))

    await passQuestions(page, 'Fay Example')
    await page.waitFor('body', 'hwk')
    await page.close()
  })

  test('says no, and the page learns no more than that', async () => {
    const page = await openTakenOver()
    const asking = page.evaluate(ask, [])
    const consent = await findPage(ours('consent.html'))
    await consent.waitFor('h1', 'Sign in to Juniper Works?')
    await cancel(consent)

    const no = await asking
    expect(no.name).toBe('NotAllowedError')

    const askingForUnknown = page.evaluate(
      ask,
      Array.from({ length: 32 }, () => 7),
    )
    const other = await findPage(ours('consent.html'))
    await other.waitFor('h1')
    await cancel(other)
    expect(await askingForUnknown).toEqual(no)
    await page.close()
  })
})

describe('a page of the organisation in Firefox', () => {
  test('gets neither the port nor a window of ours', async () => {
    const page = await openTakenOver()
    const asking = page.evaluate(ask, [])
    const consent = await findPage(ours('consent.html'))
    await consent.waitFor('h1', 'Sign in to Juniper Works?')

    const seen = await page.evaluate(async (address) => {
      const frame = document.createElement('iframe')
      frame.src = address
      document.body.append(frame)
      await new Promise((resolve) => setTimeout(resolve, 500))
      return {
        stolen: Reflect.get(window, 'stolen'),
        browser: [typeof Reflect.get(window, 'browser'), typeof Reflect.get(window, 'chrome')],
        fetched: await fetch(address).then(
          () => true,
          () => false,
        ),
        // What Firefox shows in the place of what no page may put into a frame.
        framed: frame.contentDocument?.URL,
        opener: window.opener,
      }
    }, ours('consent.html'))
    expect(seen).toEqual({
      stolen: [],
      browser: ['undefined', 'undefined'],
      fetched: false,
      framed: 'about:blank',
      opener: null,
    })

    await cancel(consent)
    expect(await asking).toMatchObject({ name: 'NotAllowedError' })
    await page.close()
  })

  test('of somebody else has the browser alone', async () => {
    const page = await firefox.openPage()
    await page.goto(world.app.url.href)
    const before = await page.evaluate(ask, [], 300)
    await page.close()

    expect(before.name).not.toBe('none')
    await expect(findPage(ours('consent.html'))).rejects.toThrow('nothing shows')
  })
})

/** A page on the very origin of the sign-in that does what it can: somebody got a script into it. */
async function openTakenOver(): Promise<FirefoxPage> {
  const page = await firefox.openPage()
  const script = `(${String(playTricks)})()`
  await firefox.answerFor(
    at('/taken-over'),
    `<!doctype html><title>Sign in</title><script>${script}</script>`,
  )
  await page.goto(at('/taken-over'))
  return page
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
function ask(id: readonly number[], timeout = 20_000) {
  const allowCredentials = id.length === 0 ? [] : [{ type: 'public-key', id: new Uint8Array(id) } as const]
  const publicKey = { challenge: new Uint8Array(16), timeout, allowCredentials }
  return navigator.credentials.get({ publicKey }).then(
    () => ({ name: 'none', message: '' }),
    ({ name, message }) => ({ name: String(name), message: String(message) }),
  )
}
