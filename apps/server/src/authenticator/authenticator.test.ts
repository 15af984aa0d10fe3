import { createHash, randomBytes } from 'node:crypto'
import type { AccountAnswer, RegisteredAnswer } from '@latchkey/api/authenticator'
import { authenticatorClient } from '@latchkey/api/authenticator'
import { authenticatorAppId } from '@latchkey/identity'
import {
  addApp,
  changeAuthenticatorSettings,
  changeDevice,
  removeDevice,
} from '@latchkey/identity/administer'
import { changeKnowingly } from '@latchkey/identity/fixture'
import { readConditionalAccess } from '@latchkey/policy'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestBrowser } from '../sign-in/test-browser.ts'
import { type TestPasskey, testPasskey } from '../sign-in/test-passkey.ts'
import {
  actor,
  answerQuestions,
  makePasskey,
  openSignInWorld,
  post,
  type SignInWorld,
} from '../sign-in/test-sign-in-world.ts'
import { type TestDevice, testDevice } from './test-device.ts'

let world: SignInWorld
beforeAll(async () => {
  world = await openSignInWorld()
})
afterAll(() => world.close())

let names = 0
let browser: TestBrowser
let name: string
let passkey: TestPasskey
beforeEach(async () => {
  // The provider tells the time by itself.
  world.clock.at = new Date()
  await newcomer()
})

/** Somebody new, in a browser of theirs, with a passkey of no device of ours. */
async function newcomer() {
  name = `ada${++names}`
  browser = world.browser()
  passkey = testPasskey()
  const page = await world.comeWithPass(browser, name)
  await answerQuestions(browser, await makePasskey(browser, page.flow, passkey))
}

const days = (count: number) => count * 86_400_000

/** Do something later, and come back. */
async function later(milliseconds: number, story: () => Promise<void>) {
  const { at } = world.clock
  world.clock.at = new Date(at.getTime() + milliseconds)
  try {
    await story()
  } finally {
    world.clock.at = at
  }
}

/** A device, as whoever manages devices names it. */
async function targetOf({ registered }: TestDevice) {
  const { tenantId } = world.tenant
  const { deviceId = '' } = registered?.device ?? {}
  const entry = await world.deps.stores.devices.findByDeviceId(tenantId, deviceId)
  return { tenantId, objectId: entry?.objectId ?? '', actor }
}

function setLeast(extension: string | null) {
  const { tenantId } = world.tenant
  return changeAuthenticatorSettings(world.deps, { tenantId, actor, leastVersions: { extension } })
}

async function register(change: object = {}, device = testDevice()): Promise<TestDevice> {
  const answer = await browser.post('/authenticator/api/devices', device.registration(change))
  expect(answer.statusCode, answer.body).toBe(201)
  device.registered = answer.json<RegisteredAnswer>()
  return device
}

/** Ask as a device. */
function ask(
  device: TestDevice,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  { body, change = {} }: { body?: object; change?: object } = {},
) {
  const payload = body && JSON.stringify(body)
  const authorization = device.authorize({
    method,
    url: path,
    ...(payload !== undefined && { body: payload }),
    at: world.deps.now(),
    change,
  })
  return world.app.inject({
    method,
    url: path,
    headers: { authorization, ...(payload !== undefined && { 'content-type': 'application/json' }) },
    ...(payload !== undefined && { payload }),
  })
}

async function addPasskey(device: TestDevice, change = {}) {
  const begun = await browser.post('/authenticator/api/passkeys/begin', {})
  const made = device.makePasskey(begun.json().options, change)
  const finished = await browser.post('/authenticator/api/passkeys/finish', { response: made.response })
  return { made, finished }
}

/** Sign in from a browser with nothing in it. @returns that browser, wherever it got */
async function arrive(authenticate: (options: unknown) => object): Promise<TestBrowser> {
  const other = world.browser()
  await signInWith(authenticate, other)
  return other
}

/** Sign in. @returns the answer to the passkey's */
async function signInWith(authenticate: (options: unknown) => object, other = world.browser()) {
  const { flow } = await other.open('/ask?strength=multiFactor')
  const page = await other.open(
    await post(other, '/sign-in/name', { flow, userName: `${name}@contoso.example` }),
  )
  return await other.post('/sign-in/passkey/finish', {
    flow: page.flow,
    response: authenticate(page.options),
  })
}

describe('registering a device', () => {
  test('gives it an entry in the directory, a certificate, and the account it is for', async () => {
    const device = await register()

    const { registered } = device
    expect(registered?.account).toMatchObject({ userName: `${name}@contoso.example`, rpId: 'localhost' })
    expect(registered?.device).toMatchObject({ state: 'active', evidence: 'software', tooOld: false })
    expect(registered?.x5c).toHaveLength(2)
    const { tenantId } = world.tenant
    const entry = await world.deps.stores.devices.findByDeviceId(tenantId, registered?.device.deviceId ?? '')
    expect(entry).toMatchObject({ displayName: 'Work laptop', enabled: true })
    expect(entry).not.toHaveProperty('isCompliant')
  })

  test('needs a session, and a request that comes from us', async () => {
    const registration = testDevice().registration()
    const from = (headers: object) =>
      world.app.inject({
        method: 'POST',
        url: '/authenticator/api/devices',
        payload: registration,
        headers: { ...headers },
      })

    expect((await from({ 'sec-fetch-site': 'same-origin' })).json().type).toBe('urn:latchkey:session_ended')
    expect((await from({ 'sec-fetch-site': 'cross-site' })).json().type).toBe('urn:latchkey:cross_origin')
    expect((await from({ authorization: 'Bearer nothing' })).json().type).toBe('urn:latchkey:session_ended')
  })

  test('again keeps the one there was', async () => {
    const first = await register()

    const again = await register({ formerDeviceId: first.registered?.device.deviceId, name: 'Laptop' })

    expect(again.registered?.device.deviceId).toBe(first.registered?.device.deviceId)
    expect(again.registered?.device.name).toBe('Laptop')
  })

  test.each([
    ['no request at all', 'AAAA'],
    ['a request whose signature is another key’s', testDevice().csr('by another key')],
  ])('refuses %s', async (_, csr) => {
    const answer = await browser.post('/authenticator/api/devices', testDevice().registration({ csr }))

    expect(answer.json().type).toBe('urn:latchkey:invalid_input')
  })

  test('refuses what a TPM does not say', async () => {
    const tpm = { attestationKey: 'AAAA', deviceKey: 'AAAA', certifyInfo: 'AAAA', signature: 'AAAA' }

    const answer = await browser.post('/authenticator/api/devices', testDevice().registration({ tpm }))

    expect(answer.json().type).toBe('urn:latchkey:device_evidence_unproven')
  })

  test('takes a fresh proof', async () => {
    const other = await arrive(passkey.authenticate)
    await later(6 * 60_000, async () => {
      const answer = await other.post('/authenticator/api/devices', testDevice().registration())
      expect(answer.json().type).toBe('urn:latchkey:fresh_sign_in_needed')
    })
  })

  test('again with another key is known by that one alone, and was registered now', async () => {
    const before = await register()
    const { deviceId = '' } = before.registered?.device ?? {}
    world.clock.at = new Date(world.clock.at.getTime() + 60_000)
    const after = await register({ formerDeviceId: deviceId })

    const { finished: old } = await addPasskey(before)
    const { finished: current } = await addPasskey(after)

    expect(old.json().type).toBe('urn:latchkey:device_unknown')
    expect(current.statusCode, current.body).toBe(200)
    const known = await world.deps.stores.registeredDevices.find(world.tenant.tenantId, deviceId)
    expect(known?.registeredAt).toEqual(world.clock.at)
  })

  test('again does not take over the device of somebody else, or one that is switched off', async () => {
    const device = await register()
    const formerDeviceId = device.registered?.device.deviceId
    const owner = browser
    await newcomer()
    expect((await register({ formerDeviceId })).registered?.device.deviceId).not.toBe(formerDeviceId)

    await changeDevice(world.deps, { ...(await targetOf(device)), enabled: false })
    const again = await owner.post('/authenticator/api/devices', device.registration({ formerDeviceId }))
    expect(again.json().type).toBe('urn:latchkey:device_revoked')
  })
})

describe('asking as a device', () => {
  test('says what the account is', async () => {
    const device = await register()
    const { finished } = await addPasskey(device)
    expect(finished.statusCode, finished.body).toBe(200)

    const answer = await ask(device, 'GET', '/authenticator/api/account')

    expect(answer.statusCode, answer.body).toBe(200)
    const account = answer.json<AccountAnswer>()
    expect(account.passkeys.filter(({ here }) => here)).toHaveLength(1)
    expect(account.passkeys).toHaveLength(2)
    expect(account.offers.passkey).toBe(true)
  })

  test.each([
    ['of another address', { htu: 'http://localhost:3000/authenticator/api/elsewhere' }, 'device_unknown'],
    ['of another method', { htm: 'POST' }, 'device_unknown'],
    ['of a body that is not there', { bh: 'x' }, 'device_unknown'],
    ['of another organisation', { tid: '00000000-0000-7000-8000-000000000000' }, 'device_unknown'],
    ['of two minutes ago', { iat: 1 }, 'device_clock_wrong'],
  ])('is refused with a proof %s', async (_, change, code) => {
    const device = await register()

    const answer = await ask(device, 'GET', '/authenticator/api/account', { change })

    expect(answer.json().type).toBe(`urn:latchkey:${code}`)
    if (code === 'device_clock_wrong') expect(answer.headers).toHaveProperty('date')
  })
})

describe('a proof of a change', () => {
  test('counts once, however often it comes', async () => {
    const device = await register()
    const { made } = await addPasskey(device)
    const url = `/authenticator/api/passkeys/${made.id}`
    const authorization = device.authorize({ method: 'DELETE', url, at: world.deps.now() })

    const answers = await Promise.all(
      [1, 2, 3].map(() => world.app.inject({ method: 'DELETE', url, headers: { authorization } })),
    )

    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409])
  })
})

describe('renewing a certificate', () => {
  const renew = (device: TestDevice) =>
    ask(device, 'POST', '/authenticator/api/devices/renew', { body: { csr: device.csr() } })

  test('is for the last 30 days, and by the key it follows', async () => {
    const device = await register()
    expect((await renew(device)).json().type).toBe('urn:latchkey:not_permitted')
    const stranger = testDevice()
    if (device.registered) stranger.registered = device.registered

    await later(days(151), async () => {
      expect((await renew(stranger)).json().type).toBe('urn:latchkey:device_unknown')
      const renewed = await renew(device)
      expect(renewed.statusCode, renewed.body).toBe(200)
      expect(renewed.json().device.expiresAt).not.toBe(device.registered?.device.expiresAt)
    })
  })

  test('of two at once one succeeds', async () => {
    const device = await register()

    await later(days(151), async () => {
      const both = await Promise.all([renew(device), renew(device)])
      expect(both.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    })
  })

  test('comes too late once the certificate is over; passkeys made before sign in', async () => {
    const device = await register()
    const { made } = await addPasskey(device)

    await later(days(181), async () => {
      expect((await renew(device)).json().type).toBe('urn:latchkey:device_expired')
      expect((await signInWith(made.authenticate)).statusCode).toBe(200)
      const account = await ask(device, 'GET', '/authenticator/api/account')
      expect(account.json<AccountAnswer>().device.state).toBe('expired')
    })
  })
})

describe('a passkey that a device made', () => {
  test('signs in, until the device is switched off, and again once it is on', async () => {
    const device = await register()
    const { made } = await addPasskey(device)
    const target = await targetOf(device)
    expect((await signInWith(made.authenticate)).statusCode).toBe(200)

    await changeDevice(world.deps, { ...target, enabled: false })
    expect((await signInWith(made.authenticate)).json().type).toBe('urn:latchkey:device_revoked')
    expect((await ask(device, 'GET', '/authenticator/api/account')).json().type).toBe(
      'urn:latchkey:device_revoked',
    )
    expect((await addPasskey(device)).finished.json().type).toBe('urn:latchkey:device_revoked')

    await changeDevice(world.deps, { ...target, enabled: true })
    expect((await signInWith(made.authenticate)).statusCode).toBe(200)
  })

  test('signs in no more once the device is removed, and its owner is told', async () => {
    const device = await register()
    const { made } = await addPasskey(device)

    await removeDevice(world.deps, await targetOf(device))

    expect((await signInWith(made.authenticate)).json()).toMatchObject({
      type: 'urn:latchkey:device_revoked',
      title: 'We couldn’t verify your device',
    })
    expect((await ask(device, 'GET', '/authenticator/api/account')).json().type).toBe(
      'urn:latchkey:device_revoked',
    )
    const due = await world.deps.stores.outbox.takeDue(world.deps.now(), new Date(0), 99)
    expect(due.filter(({ payload }) => payload.includes('device_revoked')).length).toBeGreaterThan(0)
  })

  test.each([
    [
      'another surface’s AAGUID',
      { aaguid: '18cf9cd9-f298-437f-b66f-abd9972a7e18' },
      'attestation_aaguid_mismatch',
    ],
    [
      'an AAGUID of nobody’s',
      { aaguid: '00000000-0000-0000-0000-000000000000' },
      'attestation_aaguid_mismatch',
    ],
  ])('is refused with %s', async (_, change, code) => {
    const { finished } = await addPasskey(await register(), change)

    expect(finished.json().type).toBe(`urn:latchkey:${code}`)
  })

  test('is refused with the certificate of another person’s device, or of another organisation’s', async () => {
    const theirs = await register()
    await newcomer()
    const { finished } = await addPasskey(theirs)

    expect(finished.json().type).toBe('urn:latchkey:device_unknown')
  })

  test('is refused once the certificate is over', async () => {
    const device = await register()

    await later(days(181), async () => {
      await newcomer()
      expect((await addPasskey(device)).finished.json().type).toBe('urn:latchkey:device_expired')
    })
  })

  test('that is none of ours is refused here, and taken where people keep their ways to sign in', async () => {
    const begun = await browser.post('/authenticator/api/passkeys/begin', {})
    const response = testPasskey().register(begun.json().options)

    const finished = await browser.post('/authenticator/api/passkeys/finish', { response })

    expect(finished.json().type).toBe('urn:latchkey:device_unknown')
  })
})

describe('an app that is too old', () => {
  afterEach(() => setLeast(null))

  test('registers nothing and makes nothing, and is told so', async () => {
    const device = await register()
    const { made } = await addPasskey(device)
    await setLeast('1.10')

    const refused = await browser.post('/authenticator/api/devices', testDevice().registration())
    expect(refused.json().type).toBe('urn:latchkey:authenticator_too_old')
    expect((await addPasskey(device)).finished.json().type).toBe('urn:latchkey:authenticator_too_old')
    expect((await signInWith(made.authenticate)).statusCode).toBe(200)
    const account = (await ask(device, 'GET', '/authenticator/api/account')).json<AccountAnswer>()
    expect(account.device).toMatchObject({ tooOld: true, leastAppVersion: '1.10' })

    const updated = await ask(device, 'GET', '/authenticator/api/account', { change: { ver: '1.10.1' } })
    expect(updated.json<AccountAnswer>().device.tooOld).toBe(false)
    expect((await addPasskey(device)).finished.statusCode).toBe(200)
  })
})

describe('a device that goes', () => {
  test('takes its passkeys along', async () => {
    const device = await register()
    const { made } = await addPasskey(device)

    expect((await ask(device, 'DELETE', '/authenticator/api/devices/this')).statusCode).toBe(200)

    const audit = await world.deps.stores.audit.list(world.tenant.tenantId, { limit: 1000 })
    const removals = audit.filter(({ activity }) => activity === 'passkey_removed')
    expect(removals.map(({ detail }) => detail['deviceId'])).toContain(device.registered?.device.deviceId)
    expect((await signInWith(made.authenticate)).json().type).toBe('urn:latchkey:credential_unknown')
    expect((await signInWith(passkey.authenticate)).statusCode).toBe(200)
  })

  test('stays while the last way in is on it', async () => {
    const device = await register()
    await addPasskey(device)
    await browser.send('DELETE', `/security-info/api/passkeys/${passkey.id}`)

    const answer = await ask(device, 'DELETE', '/authenticator/api/devices/this')

    expect(answer.json().type).toBe('urn:latchkey:last_method')
    const listed = (await browser.send('GET', '/security-info/api/devices')).json().value
    expect(listed).toMatchObject([{ name: 'Work laptop', passkeys: 1, last: true, state: 'active' }])
  })

  test('is removed by its owner, with a fresh proof, and by nobody else', async () => {
    const device = await register()
    const { made } = await addPasskey(device)
    const path = `/security-info/api/devices/${device.registered?.device.deviceId}`
    const owner = { browser, name }
    await newcomer()
    expect((await browser.send('DELETE', path)).statusCode).toBe(404)

    await later(10 * 60_000, async () => {
      expect((await owner.browser.send('DELETE', path)).json().type).toBe('urn:latchkey:fresh_sign_in_needed')
    })
    expect((await owner.browser.send('DELETE', path)).statusCode).toBe(200)
    name = owner.name
    expect((await signInWith(made.authenticate)).json().type).toBe('urn:latchkey:device_revoked')
  })
})

describe('a rule that asks for a compliant device', () => {
  const id = '00000000-0000-4000-8000-000000000001'
  const rule = (change: object = {}) =>
    readConditionalAccess(
      {
        displayName: 'Compliant devices',
        state: 'enabled',
        conditions: {
          clientAppTypes: ['all'],
          applications: { includeApplications: ['All'] },
          users: { includeUsers: ['All'] },
          ...change,
        },
        grantControls: { operator: 'AND', builtInControls: ['compliantDevice'] },
      },
      { id, createdDateTime: '2026-03-01T09:00:00Z', modifiedDateTime: null },
    )
  const put = (document: ReturnType<typeof rule> | undefined) =>
    changeKnowingly(world.deps, { tenantId: world.tenant.tenantId, actor }, [
      { kind: 'conditionalAccess', id, change: () => document },
    ])
  afterEach(() => put(undefined))

  test.each([
    ['extension', 'signed in by the passkey in this browser', 200],
    ['agent', 'signed in by a passkey that answers for other computers', 403],
  ] as const)('is met by a registered device of %s, %s: %i', async (surface, _, status) => {
    const device = await register({ surface }, testDevice(surface))
    const { made } = await addPasskey(device)
    const target = await targetOf(device)
    await put(rule())
    const opened = async () => {
      const other = await arrive(made.authenticate)
      return (await other.send('GET', '/security-info/api/devices')).statusCode
    }

    expect(await opened()).toBe(403)
    await changeDevice(world.deps, { ...target, isCompliant: true })
    expect(await opened()).toBe(status)
    await changeDevice(world.deps, { ...target, isCompliant: false })
    expect(await opened()).toBe(403)
  })

  test('lets a device be registered, or none could ever be compliant', async () => {
    await put(rule())

    expect((await browser.send('GET', '/security-info/api/devices')).statusCode).toBe(403)
    await register()
  })

  test('is forgotten with the device, in sessions that are open', async () => {
    const device = await register()
    const { made } = await addPasskey(device)
    const target = await targetOf(device)
    await changeDevice(world.deps, { ...target, isCompliant: true })
    await put(rule())
    const other = await arrive(made.authenticate)
    expect((await other.send('GET', '/security-info/api/devices')).statusCode).toBe(200)

    await changeDevice(world.deps, { ...target, enabled: false })

    expect((await other.send('GET', '/security-info/api/devices')).json().type).toBe(
      'urn:latchkey:session_ended',
    )
  })
})

describe('a token of the Authenticator', () => {
  const waitsInExtension = 'http://localhost:3000/authenticator/added'

  /** Ask for a code. @returns where the browser is led, and the verifier of the code */
  async function askFor(redirectUri: string, scope: string = authenticatorClient.scope, more = {}) {
    const { tenantId } = world.tenant
    const verifier = randomBytes(32).toString('base64url')
    const query = new URLSearchParams({
      client_id: authenticatorClient.clientId,
      scope,
      redirect_uri: redirectUri,
      response_type: 'code',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...more,
    })
    const answer = await browser.send('GET', `/${tenantId}/oauth2/v2.0/authorize?${query}`)
    return { led: new URL(answer.headers.location ?? '', 'http://localhost:3000'), verifier }
  }

  /** Say on the page that it asks for this very account. @returns where that leads */
  async function agree(led: URL): Promise<URL> {
    const { navigate } = (await browser.post(`${led.pathname}/account`, { answer: 'yes' })).json()
    let at = new URL(navigate, led)
    while (at.origin === led.origin && !at.searchParams.has('code')) {
      const answer = await browser.send('GET', `${at.pathname}${at.search}`)
      at = new URL(answer.headers.location ?? '', at)
    }
    return at
  }

  async function tokensOf(redirectUri: string, scope: string = authenticatorClient.scope) {
    const { tenantId } = world.tenant
    const { led, verifier } = await askFor(redirectUri, scope)
    const arrived = led.searchParams.has('code') ? led : await agree(led)
    const code = arrived.searchParams.get('code') ?? ''
    const exchanged = await world.app.inject({
      method: 'POST',
      url: `/${tenantId}/oauth2/v2.0/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: authenticatorClient.clientId,
        redirect_uri: redirectUri,
        code_verifier: verifier,
        code,
      }).toString(),
    })
    expect(exchanged.statusCode, exchanged.body).toBe(200)
    return exchanged.json()
  }

  const tokenOf = async (redirectUri: string): Promise<string> => (await tokensOf(redirectUri)).access_token

  test.each([waitsInExtension, 'http://127.0.0.1:4321/'])(
    'comes to %s, and registers a device',
    async (redirectUri) => {
      const token = await tokenOf(redirectUri)
      const device = testDevice('agent')

      const answer = await world.app.inject({
        method: 'POST',
        url: '/authenticator/api/devices',
        headers: { authorization: `Bearer ${token}` },
        payload: device.registration(),
      })

      expect(answer.statusCode, answer.body).toBe(201)
    },
  )

  test('comes to the extension without a question', async () => {
    await later(60_000, async () => {
      const { led } = await askFor(waitsInExtension)

      expect(led.searchParams.has('code')).toBe(true)
    })
  })

  test.each(['http://127.0.0.1:4321/', 'http://127.0.0.1'])(
    'is not for whichever program listens at %s: the person is asked while their session is fresh',
    async (redirectUri) => {
      await later(60_000, async () => {
        const { led } = await askFor(redirectUri)
        const page = await browser.open(led.pathname)
        const silent = await askFor(redirectUri, undefined, { prompt: 'none' })

        expect(page.heading).toBe('Choose an account')
        expect(silent.led.searchParams.get('error')).toBe('account_selection_required')
        expect((await agree(led)).searchParams.has('code')).toBe(true)
      })
    },
  )

  test('is not had by a program that chooses when it asked', async () => {
    await later(60_000, async () => {
      const early = String(world.deps.now().getTime() - 600_000)
      const { led } = await askFor('http://127.0.0.1:4321/', undefined, {
        latchkey_asked: early,
        latchkey_began: early,
      })

      expect((await browser.open(led.pathname)).heading).toBe('Choose an account')
    })
  })

  test('is for nobody else, and opens nothing else', async () => {
    const { tenantId } = world.tenant
    const { app } = await addApp(world.deps, {
      tenantId,
      actor,
      displayName: 'Another',
      kind: 'native',
      redirectUris: ['http://127.0.0.1/'],
      consent: 'none',
    })
    const errorOf = async (clientId: string, scope: string) => {
      const query = new URLSearchParams({
        client_id: clientId,
        scope,
        redirect_uri: 'http://127.0.0.1:4321/',
        response_type: 'code',
        code_challenge: createHash('sha256').update('x'.repeat(43)).digest('base64url'),
        code_challenge_method: 'S256',
      })
      const answer = await browser.send('GET', `/${tenantId}/oauth2/v2.0/authorize?${query}`)
      return new URL(answer.headers.location ?? 'http://none').searchParams.get('error')
    }

    expect(await errorOf(app.clientId, authenticatorClient.scope)).toBe('invalid_target')
    expect(await errorOf(authenticatorAppId, 'openid User.Read')).toBe('invalid_target')
  })

  test('is for once, whatever was asked for: nobody agreed that it be kept', async () => {
    const tokens = await tokensOf('http://127.0.0.1:4321/', `${authenticatorClient.scope} offline_access`)

    expect(Object.keys(tokens)).not.toContain('refresh_token')
  })

  test('ends with its session', async () => {
    const token = await tokenOf('http://127.0.0.1:4321/')
    await browser.post('/security-info/api/sessions/end-all', {})

    const answer = await world.app.inject({
      method: 'POST',
      url: '/authenticator/api/devices',
      headers: { authorization: `Bearer ${token}` },
      payload: testDevice('agent').registration(),
    })

    expect(answer.json().type).toBe('urn:latchkey:session_ended')
  })
})
