import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Person } from '@latchkey/identity'
import { generate } from 'otplib'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Authenticator, phoneManager, plugIn } from './world/authenticator.ts'
import { openChromium, openPersonsBrowser, type PersonsBrowser } from './world/browser.ts'
import { inDirectory } from './world/directory.ts'
import { filmQr } from './world/film-qr.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addNewcomer, addPersonWithCodes } from './world/people.ts'
import { noteSecret } from './world/secrets.ts'
import { typeName, typePass, typePassword } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

interface Prepared {
  readonly pass: string
  /** Two who have a password and codes. */
  readonly max: { readonly person: Person; readonly secret: string }
  readonly mona: { readonly person: Person; readonly secret: string }
}

const password = 'a long sentence nobody guesses'

/** A phone: small, and touched. */
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  userAgent:
    'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36',
}

let world: World<Prepared>

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const { pass } = await addNewcomer(deps, tenant, 'pia')
    const max = await addPersonWithCodes(deps, tenant, 'max', password)
    const mona = await addPersonWithCodes(deps, tenant, 'mona', password)
    return { pass, max, mona }
  })
})

afterAll(() => world?.close())

const at = (path: string) => new URL(path, world.instance.url).href

/** Open the app on a new phone, up to its question what to add. */
async function openToAdd(): Promise<PersonsBrowser & { readonly manager: Authenticator }> {
  const browser = await world.openBrowser(phone)
  const { page } = browser
  const manager = await plugIn(page, phoneManager)
  await page.goto(at('/authenticator'))
  await page.getByRole('heading', { name: 'Sign in with this phone' }).waitFor()
  await page.getByRole('link', { name: 'Add account' }).click()
  await page.getByRole('heading', { name: 'Add account' }).waitFor()
  return { ...browser, manager }
}

/** Hear the secret that the server gives for one-time codes, as nobody else may. */
function hearSecret(page: Page): () => string {
  let heard = ''
  page.on('response', async (response) => {
    if (!response.url().endsWith('/codes/begin')) return
    heard = (await response.json()).secret
    noteSecret(heard, 'a secret of one-time codes')
  })
  return () => heard
}

/** From signed in to set up. */
async function setUp(page: Page, manager: Authenticator): Promise<void> {
  await page.getByRole('heading', { name: 'Set up this phone' }).waitFor()
  await lookAtPage(page, 'authenticator-set-up')
  await manager.touch()
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByRole('heading', { name: 'Account added' }).waitFor()
  await manager.letGo()
}

async function readCode(page: Page): Promise<string> {
  const code = page.getByRole('status', { name: /^Code for/ })
  await expect.poll(async () => (await code.textContent())?.replace(/\s/g, '')).toMatch(/^\d{6}$/)
  return ((await code.textContent()) ?? '').replace(/\s/g, '')
}

/** Sign in with a password and a code, and set everything up. */
async function addWithCode(
  { page, manager }: Awaited<ReturnType<typeof openToAdd>>,
  { person, secret }: Prepared['max'],
): Promise<void> {
  await page.getByRole('button', { name: 'Work or school account' }).click()
  await typeName(page, person.userName)
  await typePassword(page, password)
  await page.getByLabel('Code from your authenticator app').fill(await nextCode(secret))
  await page.getByRole('button', { name: 'Verify' }).click()
  await setUp(page, manager)
}

/** Which code was used last, of each secret. */
const spent = new Map<string, number>()

/** A code that was not used before: each counts once. */
async function nextCode(secret: string): Promise<string> {
  const now = Math.floor(Date.now() / 30_000)
  // The server takes the next one, too.
  const step = Math.max(now, (spent.get(secret) ?? 0) + 1)
  if (step > now + 1) await new Promise((resolve) => setTimeout(resolve, (step - now - 1) * 30_000))
  spent.set(secret, step)
  return await generate({ secret, epoch: step * 30 })
}

/** What somebody loads who opens the app for the first time, in bytes as they come. */
function readFirstLoad(page: Page): Promise<number> {
  return page.evaluate(() =>
    performance
      .getEntries()
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  )
}

describe('opening the Authenticator on a phone', () => {
  test('needs no sign-in, and no more than 200 KB', async () => {
    const { page } = await world.openBrowser(phone)

    await page.goto(at('/authenticator'), { waitUntil: 'networkidle' })
    await page.getByRole('heading', { name: 'Sign in with this phone' }).waitFor()

    await lookAtPage(page, 'authenticator-welcome')
    expect(await readFirstLoad(page)).toBeLessThan(200_000)
    await page.getByRole('link', { name: 'What this app does, and what it cannot do' }).click()
    await page.getByText('It is a web app').waitFor()
    await lookAtPage(page, 'authenticator-about')
  })

  test('has a manifest and icons, so that it can be installed', async () => {
    const answer = await fetch(at('/authenticator/manifest.webmanifest'))
    const manifest = await answer.json()

    expect(manifest).toMatchObject({
      display: 'standalone',
      start_url: '/authenticator',
      scope: '/authenticator',
    })
    for (const { src } of manifest.icons) {
      const icon = await fetch(at(src))
      expect(icon.headers.get('content-type')).toBe('image/png')
    }
  })
})

// A server that starts again may build its pages first.
describe('adding a work account on a phone', () => {
  test('with a pass: everything is set up at once, and codes work without a network', async () => {
    const { page, manager, context } = await openToAdd()
    const secretOf = hearSecret(page)
    await lookAtPage(page, 'authenticator-add')

    await page.getByRole('button', { name: 'Work or school account' }).click()
    await typeName(page, 'pia@juniper.example')
    await typePass(page, world.prepared.pass)
    await setUp(page, manager)

    await page.getByText('Your account was added according to your organisation’s policies').waitFor()
    await lookAtPage(page, 'authenticator-added')
    expect(await manager.passkeys()).toHaveLength(1)
    await page.getByRole('link', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'Juniper Works' }).waitFor()
    await page.getByText('Made on this phone').waitFor()
    await lookAtPage(page, 'authenticator-account')
    const right = await Promise.all(
      [-30, 0, 30].map((seconds) =>
        generate({ secret: secretOf(), epoch: Math.floor(Date.now() / 1000) + seconds }),
      ),
    )
    expect(right).toContain(await readCode(page))

    await page.evaluate(() => navigator.serviceWorker.ready)
    await context.setOffline(true)
    await page.goto(at('/authenticator'))
    await page.getByText('No connection').waitFor()
    await lookAtPage(page, 'authenticator-offline')
    await page.getByRole('link', { name: /Juniper Works/ }).click()
    expect(await readCode(page)).toMatch(/^\d{6}$/)
    await context.setOffline(false)
  })

  test('with a password and a code: the same; and once more gives no second account', async () => {
    const opened = await openToAdd()
    const { page, manager } = opened
    await addWithCode(opened, world.prepared.max)
    await page.getByText('Your account was added according to your organisation’s policies').waitFor()

    await page.goto(at('/authenticator/adding'))
    await page.getByText('This account is on this phone already').waitFor()
    await setUp(page, manager)
    await page.goto(at('/authenticator'))

    const accounts = page.getByRole('list', { name: 'Your accounts' })
    await accounts.waitFor()
    expect(await accounts.getByRole('listitem').count()).toBe(1)
    expect(await manager.passkeys()).toHaveLength(1)

    await page.getByRole('link', { name: /Juniper Works/ }).click()
    await page.getByRole('button', { name: /^Delete the passkey/ }).click()
    await page.getByRole('heading', { name: /^Delete the passkey/ }).waitFor()
    await lookAtPage(page, 'authenticator-delete-passkey')
    await page.getByRole('button', { name: 'Delete it' }).click()
    await page.getByText('No passkey yet').waitFor()
    await expect.poll(() => manager.passkeys()).toHaveLength(0)

    await page.getByRole('link', { name: 'Create a passkey' }).click()
    await page.getByRole('heading', { name: 'Create a passkey' }).waitFor()
    await lookAtPage(page, 'authenticator-create-passkey')
    await manager.touch()
    await page.getByRole('button', { name: 'Create a passkey' }).click()
    await page.getByRole('heading', { name: 'Passkey registered' }).waitFor()
    await lookAtPage(page, 'authenticator-passkey-registered')
    expect(await manager.passkeys()).toHaveLength(1)
    await page.getByRole('link', { name: 'Done' }).click()
  })

  test('says what is gone from the organisation, and leaves nothing of a removed account', async () => {
    const opened = await openToAdd()
    const { page } = opened
    await addWithCode(opened, world.prepared.mona)
    const { person } = world.prepared.mona
    await world.whileStopped(async ({ stores }) => {
      const { tenantId, userId } = person
      for (const { id } of await stores.credentials.listOfPerson(tenantId, userId)) {
        await stores.credentials.remove(tenantId, userId, id)
      }
      const totps = await stores.totps.listOfPerson(tenantId, userId)
      for (const { totpId, name } of totps) {
        if (name === 'Android') await stores.totps.remove(tenantId, userId, totpId)
      }
    })
    await page.goto(at('/authenticator'))
    await page.getByText('We cleaned up').waitFor()
    await page.getByText('no longer exists at your organisation').waitFor()
    await page.getByText('no longer count').waitFor()
    await lookAtPage(page, 'authenticator-cleaned-up')

    await page.getByRole('link', { name: /Juniper Works/ }).click()
    await page.getByRole('button', { name: 'Remove account' }).click()
    await page.getByRole('heading', { name: 'Remove mona@juniper.example from this phone?' }).waitFor()
    await lookAtPage(page, 'authenticator-remove-account')
    await page.getByRole('dialog').getByRole('button', { name: 'Remove account' }).click()
    await page.getByRole('heading', { name: 'Sign in with this phone' }).waitFor()
    const devicesLeft = () =>
      inDirectory(world.instance, ({ stores }) =>
        stores.registeredDevices.listOfPerson(person.tenantId, person.userId),
      )
    await expect.poll(devicesLeft).toEqual([])
  })
})

describe('the app lock', () => {
  const addService = async (page: Page) => {
    await page.goto(at('/authenticator/codes/add'))
    await page.getByLabel('Name of the service').fill('Shop')
    await page.getByLabel('Key').fill('JBSW Y3DP EHPK 3PXP')
    await lookAtPage(page, 'authenticator-add-by-hand')
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('link', { name: 'Shop' }).waitFor()
  }

  test('opens with the PIN, counts wrong ones, and then makes whoever guesses wait', async () => {
    const { page } = await world.openBrowser(phone)
    await addService(page)

    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('radio', { name: /^A PIN/ }).click()
    await lookAtPage(page, 'authenticator-settings')
    await page.getByLabel('New PIN').fill('123456')
    await page.getByLabel('The same PIN again').fill('123456')
    await page.getByRole('button', { name: 'Turn on' }).click()
    await page.getByText('This is one of the PINs that everybody tries first').waitFor()
    await page.getByLabel('New PIN').fill('290744')
    await page.getByLabel('The same PIN again').fill('290744')
    await page.getByRole('button', { name: 'Turn on' }).click()
    await page.getByLabel('New PIN').waitFor({ state: 'hidden' })

    await page.goto(at('/authenticator'))
    await page.getByRole('heading', { name: 'The app is locked' }).waitFor()
    expect(await page.getByText('Shop').count()).toBe(0)
    await lookAtPage(page, 'authenticator-locked')
    const tryPin = async (pin: string) => {
      await page.getByLabel('Your PIN').fill(pin)
      await page.getByRole('button', { name: 'Unlock' }).click()
    }
    await tryPin('111222')
    await page.getByText('Wrong PIN. You can try 9 more times.').waitFor()
    await tryPin('290744')
    await page.getByRole('link', { name: 'Shop' }).click()
    expect(await readCode(page)).toMatch(/^\d{6}$/)

    await page.goto(at('/authenticator'))
    for (const left of [9, 8, 7, 6]) {
      await tryPin('111222')
      await page.getByText(`You can try ${left} more times.`).waitFor()
    }
    await tryPin('290744')
    await page.getByText(/^Wait \d+ seconds/).waitFor()
  })

  test('opens with a passkey of the phone, which signs in nowhere and is never deleted', async () => {
    const { page } = await world.openBrowser(phone)
    const manager = await plugIn(page, phoneManager)
    await addService(page)
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('radio', { name: /^Fingerprint/ }).click()
    await manager.touch()
    await page.getByRole('button', { name: 'Turn on' }).click()
    await page.getByRole('button', { name: /^(Turn on|One moment …)$/ }).waitFor({ state: 'hidden' })
    await page.goto(at('/authenticator'))
    await page.getByRole('button', { name: 'Unlock' }).click()
    await page.getByRole('link', { name: 'Shop' }).click()
    expect(await readCode(page)).toMatch(/^\d{6}$/)

    const [lock] = await manager.passkeys()
    if (lock === undefined) throw new Error('there is no lock')
    await manager.unplug()
    // A phone that keeps every passkey where it can be chosen without a name, whatever was asked for.
    const handle = Buffer.from(`lock:${'0'.repeat(32)}`).toString('base64')
    const offering = await plugIn(page, phoneManager, [
      { ...lock, isResidentCredential: true, userHandle: handle },
    ])
    await offering.touch()
    await page.goto(at('/security-info'))
    await page.getByText('This passkey only opens an app').waitFor()
    await lookAtPage(page, 'authenticator-lock-passkey-refused')
    expect(await offering.passkeys()).toHaveLength(1)

    // What the server says of the person's passkeys leaves it alone.
    const { tenantId, userId, userHandle } = world.prepared.max.person
    const accepted = await page.evaluate(
      async ([id, rpId]) => {
        await PublicKeyCredential.signalAllAcceptedCredentials({
          rpId: rpId ?? '',
          userId: id ?? '',
          allAcceptedCredentialIds: [],
        })
        return true
      },
      [Buffer.from(userHandle).toString('base64url'), world.instance.url.hostname],
    )
    expect(accepted).toBe(true)
    expect(await offering.passkeys()).toHaveLength(1)
    const known = await inDirectory(world.instance, ({ stores }) =>
      stores.credentials.listOfPerson(tenantId, userId),
    )
    expect(known.map(({ id }) => Buffer.from(id).toString('base64'))).not.toContain(lock.credentialId)
  })
})

describe('scanning', () => {
  const scan = async (text: string): Promise<{ page: Page; close(): Promise<void> }> => {
    const film = join(tmpdir(), `latchkey-film-${process.pid}-${Date.now()}.y4m`)
    await filmQr(text, film)
    const chromium = await openChromium([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ])
    const { page, troubles } = await openPersonsBrowser(chromium, phone)
    await page.goto(at('/authenticator'))
    await page.getByRole('link', { name: 'Scan a QR code' }).click()
    return {
      page,
      async close() {
        await chromium.close()
        await rm(film)
        expect(troubles).toEqual([])
      },
    }
  }

  test('the code of a sign-in is left to the camera of the phone', async () => {
    const { page, close } = await scan(`FIDO:/${'0'.repeat(80)}`)

    await page.getByRole('heading', { name: 'Use your phone’s camera app' }).waitFor()

    expect(new URL(page.url()).pathname).toBe('/authenticator/scan')
    await lookAtPage(page, 'authenticator-scan-passkey')
    await close()
  })

  test('the code of another service is added, once that was said', async () => {
    const { page, close } = await scan(
      'otpauth://totp/Shop:max?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Shop',
    )

    await page.getByRole('heading', { name: 'Add one-time codes?' }).waitFor()
    await lookAtPage(page, 'authenticator-scan-codes')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('link', { name: 'Shop' }).click()

    const right = await Promise.all(
      [-30, 0, 30].map((seconds) =>
        generate({
          secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
          epoch: Math.floor(Date.now() / 1000) + seconds,
        }),
      ),
    )
    expect(right).toContain(await readCode(page))
    await lookAtPage(page, 'authenticator-codes')
    await close()
  })
})
