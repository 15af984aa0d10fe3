import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { authenticatorClient } from '@latchkey/api/authenticator'
import { answerChallenge } from '@latchkey/bench/software-passkey'
import type { Deps, Person } from '@latchkey/identity'
import { setPassword } from '@latchkey/identity/administer'
import { linkApi, newAuthenticatorApi } from '@latchkey/keeper'
import { decideStrength, strengthIdOf } from '@latchkey/policy'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allowApprovals } from './world/allow-approvals.ts'
import { phoneManager, plugIn } from './world/authenticator.ts'
import { openChromium, openPersonsBrowser } from './world/browser.ts'
import { makeCertificates } from './world/certificates.ts'
import { inDirectory } from './world/directory.ts'
import { deviceDeps, type HonestDevice, registerHonestDevice } from './world/honest-phone.ts'
import { addPasskeyHolder, type PasskeyHolder } from './world/people.ts'
import { openPhishingSite, type PhishingSite, phishingName } from './world/phishing-site.ts'
import type { PlainBrowser } from './world/plain-browser.ts'
import { getToken, openSignIn, signInPlainly } from './world/plain-sign-in.ts'
import { registerScript, run, runKnowingly, type Script } from './world/script.ts'
import { typeName, typePassword } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

/** A page under another name that hands everything on, live. What counts is what the server keeps afterwards. */

const password = 'a long sentence nobody guesses'
const actor = { kind: 'operator' } as const

interface Prepared {
  readonly vera: PasskeyHolder
  readonly otto: PasskeyHolder
  readonly script: Script
}

let world: World<Prepared>
let site: PhishingSite
let chromium: Browser
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-phishing-'))
  const certificates = await makeCertificates(folder)
  world = await openWorld(async (deps, tenant) => {
    const { tenantId } = tenant
    await allowApprovals(deps, tenantId)
    await deps.stores.tenants.putSettings(tenantId, { ...tenant.settings, leastStrength: 'multiFactor' })
    const vera = await addPasskeyHolder(deps, tenant, 'vera')
    const { userId } = vera.person
    await setPassword(deps, { tenantId, userId, password, actor })
    await deps.stores.people.putDefaultMethod(tenantId, userId, 'push')
    const otto = await addPasskeyHolder(deps, tenant, 'otto')
    const permissions = ['AuditLog.Read.All', 'Policy.ReadWrite.ConditionalAccess']
    return { vera, otto, script: await registerScript(deps, tenant, permissions) }
  })
  site = await openPhishingSite(world.instance.url, certificates)
  chromium = await openChromium([
    `--host-resolver-rules=MAP ${phishingName} 127.0.0.1`,
    certificates.chromiumArgument,
  ])
})

afterAll(async () => {
  await chromium?.close()
  await site?.close()
  await world?.close()
  rmSync(folder, { recursive: true, force: true })
})

const look = <T>(does: (deps: Deps) => Promise<T>) => inDirectory(world.instance, does)

/** Everything that gives somebody a way in, or brings them nearer to one. */
const waysOf = ({ tenantId, userId }: Person) =>
  look(async ({ stores }) => ({
    passkeys: (await stores.credentials.listOfPerson(tenantId, userId)).map(({ name }) => name),
    codes: (await stores.totps.listOfPerson(tenantId, userId)).length,
    devices: (await stores.registeredDevices.listOfPerson(tenantId, userId)).map(({ deviceId }) => deviceId),
    approvers: (await stores.approvers.listOfPerson(tenantId, userId)).map(({ deviceId }) => deviceId),
    browsers: (await stores.rememberedBrowsers.listOfPerson(tenantId, userId)).length,
    links: (await stores.deviceLinks.listOfPerson(tenantId, userId)).length,
  }))

/** What the log says of somebody's sign-ins, newest first. */
const signInsOf = ({ tenantId, userId }: Person) =>
  look(({ stores }) => stores.signIns.list(tenantId, { limit: 50, userId }))

/** What the sessions of somebody are worth. */
const sessionsOf = ({ tenantId, userId }: Person) =>
  look(async ({ stores, now }) =>
    (await stores.sessions.listOfPerson(tenantId, userId, now())).map(({ sessionId, proofs, origin }) => ({
      sessionId,
      methods: proofs.map(({ method }) => method),
      strength: decideStrength(proofs, origin),
    })),
  )

/** Somebody opens the link of a mail, in their own browser. */
async function lure(path = '/security-info'): Promise<Page> {
  site.begin()
  const { page } = await openPersonsBrowser(chromium)
  await page.goto(new URL(path, site.url).href)
  return page
}

const numberOn = async (page: Page) => {
  const digits = page.locator('#digits').filter({ hasText: /^\d\d$/ })
  await digits.waitFor()
  return (await digits.textContent()) ?? ''
}

/** Ask for an app as somebody's browser. @returns where it ended */
const openApp = (browser: PlainBrowser) => {
  const query = new URLSearchParams({
    client_id: world.app.clientId,
    redirect_uri: new URL('/signed-in', world.app.url).href,
    response_type: 'code',
    scope: 'openid',
    state: 'state',
    nonce: 'nonce',
    code_challenge: createHash('sha256').update('x'.repeat(43)).digest('base64url'),
    code_challenge_method: 'S256',
  })
  return browser.open(`/${world.tenant.tenantId}/oauth2/v2.0/authorize?${query}`)
}

describe('a phishing page that relays a password and an approval', () => {
  let phone: HonestDevice
  let extension: HonestDevice
  let attacker: PlainBrowser
  let flow: string
  const refused = { code: 'stronger_sign_in_needed' }

  beforeAll(async () => {
    const { url } = world.instance
    const vera = await signInPlainly(url, world.prepared.vera)
    phone = await registerHonestDevice(url, vera, 'phoneApp')
    extension = await registerHonestDevice(url, vera, 'extension')
    await phone.approves()
  })

  test('gets a session, which is written down for what it is', async () => {
    const { person } = world.prepared.vera
    const page = await lure()
    await typeName(page, person.userName)
    await typePassword(page, password)
    const number = await numberOn(page)
    expect(new URL(page.url()).hostname).toBe(phishingName)
    const outcome = await phone.answer(await phone.asked(), 'approve', number)
    await page.waitForURL((address) => address.pathname !== '/sign-in/approve')
    attacker = site.attacker
    flow = new URL(page.url()).searchParams.get('flow') ?? ''

    expect(outcome).toEqual({ outcome: 'approved' })
    const [newest] = await signInsOf(person)
    expect(newest).toMatchObject({ outcome: 'success', method: 'push', strength: 'multiFactor' })
    expect((await sessionsOf(person)).find(({ sessionId }) => sessionId === newest?.sessionId)).toMatchObject(
      {
        methods: ['password', 'push'],
        strength: 'multiFactor',
      },
    )
    const { script } = world.prepared
    const { json } = await run(world, script, ['GET', `/auditLogs/signIns/${newest?.signInId}`])
    expect(json).toMatchObject({ userId: person.userId, status: { errorCode: 0 } })
    expect((await attacker.send('GET', '/security-info/api/methods')).status).toBe(200)
  })

  test('adds no way in of its own', async () => {
    const { person } = world.prepared.vera
    const { url } = world.instance
    const before = await waysOf(person)
    expect(before).toMatchObject({
      devices: [expect.anything(), expect.anything()],
      passkeys: [expect.anything()],
    })
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64url')
    const deviceId = extension.account.device.deviceId
    const asSession = newAuthenticatorApi(deviceDeps('extension', attacker.fetch), {
      serverUrl: url.origin,
      caller: { by: 'cookie' },
    })

    const tried = [
      await attacker.send('POST', '/security-info/api/passkeys/begin', { body: { kind: 'this-device' } }),
      await attacker.send('POST', '/security-info/api/codes/begin', { body: {} }),
      await attacker.send('POST', '/authenticator/api/passkeys/begin', { body: {} }),
      await attacker.send('POST', '/authenticator/api/codes/begin', { body: { deviceId } }),
      await attacker.send('POST', '/sign-in/register/begin', { body: { flow, kind: 'this-device' } }),
      await attacker.send('POST', '/sign-in/remember', { body: { flow, publicKey: spki } }),
      await attacker.send('DELETE', `/security-info/api/passkeys/${await passkeyIdOf(person)}`),
      await attacker.send('DELETE', `/security-info/api/devices/${deviceId}`),
      await attacker.send('DELETE', `/security-info/api/approvers/${phone.account.device.deviceId}`),
    ]
    await expect(registerHonestDevice(url, attacker, 'phoneApp')).rejects.toMatchObject(refused)
    const accessToken = await getToken(url, attacker, {
      tenantId: world.tenant.tenantId,
      ...authenticatorClient,
      redirectUri: new URL(authenticatorClient.redirectPath, url).href,
    })
    const byToken = registerHonestDevice(url, attacker, 'agent', { by: 'token', accessToken })
    await expect(byToken).rejects.toMatchObject(refused)
    await expect(linkApi(asSession).begin(deviceId)).rejects.toMatchObject(refused)

    const answers = tried.map(({ status, json }) => [status, json().type])
    expect(new Set(answers.map(String))).toEqual(new Set(['403,urn:latchkey:stronger_sign_in_needed']))
    expect(await waysOf(person)).toEqual(before)
  })

  test('does not open what a rule keeps for the phishing-resistant', async () => {
    const { person } = world.prepared.vera
    const arrived = await openApp(attacker)
    expect([arrived.origin, arrived.searchParams.has('code')]).toEqual([world.app.url.origin, true])
    const answer = await runKnowingly(
      world,
      world.prepared.script,
      ['POST', '/identity/conditionalAccess/policies'],
      {
        body: {
          displayName: 'Only the phishing-resistant',
          state: 'enabled',
          conditions: {
            clientAppTypes: ['all'],
            applications: { includeApplications: [world.app.clientId] },
            users: { includeUsers: [person.userId] },
          },
          grantControls: {
            operator: 'OR',
            builtInControls: [],
            authenticationStrength: { id: strengthIdOf.phishingResistant },
          },
        },
      },
    )
    expect(answer.status).toBe(201)

    const stopped = await openApp(attacker)
    const honest = await openApp(await signInPlainly(world.instance.url, world.prepared.vera))

    expect([stopped.origin, stopped.searchParams.has('code')]).toEqual([world.instance.url.origin, false])
    expect([honest.origin, honest.searchParams.has('code')]).toEqual([world.app.url.origin, true])
  })

  test('is reported once, and then rings no more; the passkey works as ever', async () => {
    const { person } = world.prepared.vera
    const page = await lure()
    await typeName(page, person.userName)
    await typePassword(page, password)
    await numberOn(page)
    const outcome = await phone.answer(await phone.asked(), 'report')
    await page.getByRole('button', { name: 'Ask again' }).click()
    await page.getByText('Approvals are paused').waitFor()

    expect(outcome).toMatchObject({ outcome: 'reported', pausedUntil: expect.any(String) })
    expect(await phone.api.send('GET', '/requests')).toEqual({
      requests: [],
      pausedUntil: outcome.pausedUntil,
    })
    expect((await signInsOf(person)).find(({ outcome }) => outcome === 'failure')).toMatchObject({
      method: 'push',
      code: 'approval_denied',
      detail: 'reported',
    })
    const byPassword = (await sessionsOf(person)).filter(({ methods }) => methods.join() === 'password')
    expect(byPassword.map(({ strength }) => strength)).toEqual(['singleFactor'])
    await signInPlainly(world.instance.url, world.prepared.vera)
    const [newest] = await signInsOf(person)
    expect(newest).toMatchObject({ outcome: 'success', method: 'passkey', strength: 'phishingResistant' })
  })

  const passkeyIdOf = ({ tenantId, userId }: Person) =>
    look(async ({ stores }) => {
      const [first] = await stores.credentials.listOfPerson(tenantId, userId)
      return Buffer.from(first?.id ?? []).toString('base64url')
    })
})

interface Asked {
  readonly kind: 'get' | 'create'
  /** Absent: of the page itself. */
  readonly rpId?: string
  readonly challenge: string
}

/** Runs in the page: what the browser says to a ceremony, and what comes of it. */
async function askInPage({ kind, rpId, challenge }: Asked) {
  const bytes = Uint8Array.from(atob(challenge.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
    c.charCodeAt(0),
  )
  const rp = rpId === undefined ? {} : { rpId }
  try {
    const made =
      kind === 'get'
        ? await navigator.credentials.get({
            publicKey: { challenge: bytes, ...rp, userVerification: 'required' },
          })
        : await navigator.credentials.create({
            publicKey: {
              challenge: bytes,
              rp: { name: 'Latchkey', ...(rpId !== undefined && { id: rpId }) },
              user: { id: bytes.slice(0, 16), name: 'otto', displayName: 'Otto' },
              pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
              authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
            },
          })
    return { response: made instanceof PublicKeyCredential ? made.toJSON() : undefined }
  } catch (error) {
    return { refused: error instanceof DOMException ? error.name : String(error) }
  }
}

const ask = (page: Page, asked: Asked) => page.evaluate(askInPage, asked)

describe('a phishing page that asks for a passkey', () => {
  const rpId = 'localhost'

  test('is told by the browser that it may not, and what it gets for itself is worth nothing', async () => {
    const { person, passkeys } = world.prepared.otto
    const { userName } = person
    const page = await lure()
    const manager = await plugIn(page, phoneManager, passkeys)
    await manager.touch()
    const { attacker } = site
    const flow = await openSignIn(attacker)
    const begin = async (): Promise<string> => {
      const answer = await attacker.send('POST', '/sign-in/passkey/begin', { body: { flow } })
      return answer.json().options.challenge
    }
    const challenge = await begin()

    expect(await ask(page, { kind: 'get', rpId, challenge })).toEqual({
      refused: 'SecurityError',
    })
    expect(await ask(page, { kind: 'create', rpId, challenge })).toEqual({
      refused: 'SecurityError',
    })
    expect(await ask(page, { kind: 'create', challenge })).toHaveProperty('response')
    const own = await ask(page, { kind: 'get', challenge })
    expect(own.response).toMatchObject({ type: 'public-key' })
    const body = { flow, response: own.response }
    const relayed = await attacker.send('POST', '/sign-in/passkey/finish', { body })

    expect(relayed.status).toBeGreaterThanOrEqual(400)
    // What a browser would never sign: the true key over the false origin; and nobody took the answer of another visit.
    const { passkey } = world.prepared.otto
    const phished = answerChallenge({ ...passkey, origin: site.url.origin }, await begin())
    const second = await attacker.send('POST', '/sign-in/passkey/finish', {
      body: { flow, response: phished },
    })
    expect(second.status).toBeGreaterThanOrEqual(400)
    expect(attacker.cookie()).not.toContain('latchkey-session')
    expect(await sessionsOf(person)).toEqual([])
    expect((await signInsOf(person)).map(({ outcome, code }) => [outcome, code])).toEqual([
      ['failure', 'origin_mismatch'],
    ])
    const all = await look(({ stores }) =>
      stores.signIns.list(person.tenantId, { limit: 50, outcome: 'success' }),
    )
    expect(all.filter((record) => record.userName === userName)).toEqual([])
  })
})
