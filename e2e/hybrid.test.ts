import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { surfaceAaguids } from '@latchkey/api/authenticator'
import { hybridCryptography, toTunnelDomain } from '@latchkey/ctap/hybrid'
import { defaultTenantSettings } from '@latchkey/identity'
import { changeRules } from '@latchkey/identity/administer'
import { applyConfigurationPatch, configurationTypes } from '@latchkey/policy'
import { findFreePorts } from '@latchkey/testing/free-ports'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Air, openAir } from './world/bluez.ts'
import { type Certificates, makeCertificates } from './world/certificates.ts'
import { addNewcomer, type Newcomer } from './world/people.ts'
import { type Program, repository, startProgram } from './world/program.ts'
import { openScreen, type Screen } from './world/screen.ts'
import { type Phone, takePhone } from './world/screen-agent.ts'
import { openSeenChromium, type SeenChromium } from './world/screen-chromium.ts'
import { passQuestions, typeName, typePass } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

/** The number of the organisation's tunnel service, and the name that browsers derive from it. */
const tunnelDomain = 266
const tunnelName = await toTunnelDomain(hybridCryptography(crypto.subtle), tunnelDomain)

const pin = '493817'

/** Where the pictures go; not kept in the repository. */
const album = join(repository, 'e2e/photographs')

/** Passkeys of our agent alone, each vouched for by a device the organisation has registered, with keys in software. */
const onlyOurPhone = {
  passkeyTypes: 'deviceBound',
  attestationEnforcement: 'registrationOnly',
  keyRestrictions: { isEnforced: true, enforcementType: 'allow', aaGuids: [surfaceAaguids.agent] },
  latchkey_leastEvidence: 'software',
}

let world: World<{ readonly ada: Newcomer }>
let air: Air
let screen: Screen
let tunnel: Program
let chromium: SeenChromium
let phone: Phone
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-hybrid-'))
  const certificates = await makeCertificates(folder)
  ;[air, screen] = await Promise.all([openAir(), openScreen()])
  world = await openWorld(
    async (deps, tenant) => {
      const { tenantId } = tenant
      await changeRules(deps, { tenantId, actor: { kind: 'operator' } }, [
        {
          kind: 'methodsPolicy',
          id: 'authenticationMethodsPolicy',
          change(before) {
            if (before === undefined) throw new Error('there is always a methods policy')
            const stamp = { at: new Date().toISOString(), newId: () => crypto.randomUUID() }
            const profiles = before.fido2.passkeyProfiles
            const patch = {
              '@odata.type': configurationTypes.Fido2,
              passkeyProfiles: profiles.map((profile) => ({ ...profile, ...onlyOurPhone })),
            }
            return applyConfigurationPatch(before, 'Fido2', patch, stamp)
          },
        },
      ])
      return { ada: await addNewcomer(deps, tenant, 'ada', { once: false }) }
    },
    {
      environment: { LATCHKEY_TUNNEL_DOMAIN: String(tunnelDomain) },
      settings: { ...defaultTenantSettings, authenticator: { leastVersions: {}, offered: { agent: {} } } },
    },
  )
  const tunnelPort = await findFreePorts()
  tunnel = await startTunnel(tunnelPort, certificates)
  const authorityFile = join(folder, 'authority.pem')
  writeFileSync(authorityFile, certificates.authority)
  phone = takePhone({ air, screen, tunnelUrl: `wss://localhost:${tunnelPort}`, authorityFile })
  chromium = await openSeenChromium({
    screen,
    air,
    names: { [tunnelName]: `127.0.0.1:${tunnelPort}` },
    arguments: [certificates.chromiumArgument],
  })
})

afterAll(async () => {
  // Chromium dies with its bus, so it goes before it.
  await chromium?.close()
  phone?.close()
  await tunnel?.stop()
  await world?.close()
  await air?.close()
  await screen?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function startTunnel(port: number, { certificateFile, keyFile }: Certificates): Promise<Program> {
  const program = startProgram(['scripts/launch.mjs', 'latchkey', 'tunnel'], {
    PORT: String(port),
    LATCHKEY_URL: `https://localhost:${port}`,
    LATCHKEY_HOST: '127.0.0.1',
    LATCHKEY_TLS_CERT: certificateFile,
    LATCHKEY_TLS_KEY: keyFile,
  })
  await program.said(/tunnel service is ready/)
  return program
}

const at = (path: string) => new URL(path, world.instance.url).href
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor()

/** Keep a picture of everything that is to be seen, the browser's own windows too. */
async function photograph(name: string): Promise<void> {
  mkdirSync(album, { recursive: true })
  writeFileSync(join(album, `${name}.actual.png`), await screen.photograph())
}

/** Begin to sign in as Ada, in a browser that remembers nothing: the page asks for the passkey, and the browser shows its code. */
async function beginSignIn(page: Page): Promise<void> {
  await page.context().clearCookies()
  await page.goto(at('/security-info'))
  await page.bringToFront()
  await typeName(page, world.prepared.ada.person.userName)
  await page.waitForURL((url) => url.pathname === '/sign-in/passkey')
}

/** Runs in the page: asks the passkey for two secrets, and keeps how long they are and whether they differ. */
function askForSecrets(): void {
  const salt = (byte: number) => new Uint8Array(32).fill(byte)
  const publicKey = {
    challenge: salt(3),
    rpId: location.hostname,
    userVerification: 'required',
    hints: ['hybrid'],
    extensions: { prf: { eval: { first: salt(1), second: salt(2) } } },
  } as const
  const asked = navigator.credentials.get({ publicKey })
  const secrets = asked.then((credential) => {
    if (!(credential instanceof PublicKeyCredential)) return String(credential)
    const { first, second } = credential.getClientExtensionResults().prf?.results ?? {}
    if (!(first instanceof ArrayBuffer && second instanceof ArrayBuffer)) return 'no secrets'
    return [
      first.byteLength,
      second.byteLength,
      String(new Uint8Array(first)) !== String(new Uint8Array(second)),
    ]
  }, String)
  Reflect.set(window, 'secrets', secrets)
}

describe('an unmodified Chromium and our phone, over the hybrid transport', () => {
  test('the phone is registered for an account, by signing in in the browser', async () => {
    const { page } = chromium
    const { person, pass } = world.prepared.ada

    const command = phone.start('add', world.instance.url.href, '--name', 'Ada’s phone')
    await command.type(/Choose a PIN/, pin)
    await command.type(/once more/, pin)
    const [address = ''] = await command.said(/http\S+authorize\S+/)
    await page.goto(address)
    await typeName(page, person.userName)
    await typePass(page, pass)
    await passQuestions(page, 'You are signed in')

    expect(await command.ended()).toBe(0)
    expect(command.output()).toContain('ada@juniper.example of Juniper Works was added.')
  })

  test('a passkey is made on the phone, and the organisation’s policy takes it for what it is', async () => {
    const { page } = chromium
    await page.goto(at('/security-info/add'))
    await page.getByRole('link', { name: /Passkey in Latchkey Authenticator for Linux/ }).click()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'I have the app' }).click()
    await page.getByRole('button', { name: 'My account is there' }).click()
    await page.getByRole('button', { name: 'Both are ready' }).click()
    await heading(page, 'Scan with Latchkey Authenticator for Linux')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'I understand' }).click()

    await page.getByRole('button', { name: 'Create the passkey' }).click()
    const command = phone.start('answer')
    await command.type(/Continue\?/, 'y')
    await command.type(/Type your PIN/, pin)

    expect(await command.ended()).toBe(0)
    await page.getByText('Verified').waitFor()
    await photograph('hybrid-passkey-ready')
    expect(command.output()).toBe(`Looking for a QR code …

The QR code asks for a new passkey.
Only continue if this QR is on a device next to you that you are using.
Continue? y or n: Connecting …
Telling the browser by Bluetooth where to find us …

── Create a passkey? ───────────────────────────────────────────
   Site              localhost
   It calls itself   Latchkey
   Account           ada@juniper.example (Ada Example)
   What for          create a passkey
────────────────────────────────────────────────────────────────
Type your PIN to agree, or nothing to say no: Passkey registered
`)
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByText('Latchkey Authenticator for Linux (proven by its maker)').waitFor()
  })

  test('the passkey signs in, with a code on the sign-in page', async () => {
    const { page } = chromium
    await beginSignIn(page)

    const command = phone.start('answer')
    await command.type(/Continue\?/, 'y')
    await command.type(/── Sign in\?[\s\S]*Type your PIN/, pin)

    expect(await command.ended()).toBe(0)
    expect(command.output()).toContain('Signed in')
    await passQuestions(page, 'How you sign in, and what your organisation asks for.')
    await photograph('hybrid-signed-in')
  })

  test('the passkey gives a page secrets of its own', async () => {
    const { page } = chromium
    const devTools = await page.context().newCDPSession(page)
    await page.bringToFront()
    await devTools.send('Runtime.evaluate', { userGesture: true, expression: `(${askForSecrets})()` })

    const command = phone.start('answer')
    await command.type(/Continue\?/, 'y')
    await command.type(/Type your PIN/, pin)
    expect(await command.ended()).toBe(0)

    const secrets = await page.evaluate(async () => await Reflect.get(window, 'secrets'))
    expect(secrets).toEqual([32, 32, true])
  })

  test('a browser is told that the person said no', async () => {
    const { page } = chromium
    await beginSignIn(page)

    const command = phone.start('answer')
    await command.type(/Continue\?/, 'y')
    await command.type(/Type your PIN/, '')

    expect(await command.ended()).toBe(1)
    expect(command.output()).toContain('You said no. The site was told.')
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    await photograph('hybrid-denied')
  })

  test('a browser that is not near gets nowhere, whoever read its code', async () => {
    const { page } = chromium
    await beginSignIn(page)
    const heard = air.heard.length
    air.setDeaf(true)

    const command = phone.start('answer')
    await command.type(/Continue\?/, 'y')
    await command.said(/Telling the browser/)
    await expect.poll(() => air.heard.length).toBe(heard + 1)
    await page.waitForTimeout(3000)

    expect(command.output()).not.toContain('Sign in?')
    expect(new URL(page.url()).pathname).toBe('/sign-in/passkey')
    await command.stop('SIGINT')
    air.setDeaf(false)
  })
})
