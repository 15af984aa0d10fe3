import { createHash, randomBytes } from 'node:crypto'
import type { BegunLink, RegisteredAnswer, Surface } from '@latchkey/api/authenticator'
import { changeDevice } from '@latchkey/identity/administer'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestBrowser } from '../sign-in/test-browser.ts'
import { testPasskey } from '../sign-in/test-passkey.ts'
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
  world.clock.at = new Date()
})
afterAll(() => world.close())

let names = 0

/** Somebody who just signed in by a passkey, with a browser's extension and a telephone. */
interface Linker {
  readonly name: string
  readonly browser: TestBrowser
  readonly extension: TestDevice
  readonly phone: TestDevice
}

async function linker(): Promise<Linker> {
  const name = `linker${++names}`
  const browser = world.browser()
  const page = await world.comeWithPass(browser, name)
  await answerQuestions(browser, await makePasskey(browser, page.flow, testPasskey()))
  const [extension, phone] = [await register(browser, 'extension'), await register(browser, 'phoneApp')]
  await signInWith(browser, name, await passkeyOf(browser, extension))
  return { name, browser, extension, phone }
}

async function register(browser: TestBrowser, surface: Surface): Promise<TestDevice> {
  const device = testDevice(surface)
  const answer = await browser.post('/authenticator/api/devices', device.registration({ name: surface }))
  expect(answer.statusCode, answer.body).toBe(201)
  device.registered = answer.json<RegisteredAnswer>()
  return device
}

async function makePasskeyOn(browser: TestBrowser, device: TestDevice) {
  const begun = await browser.post('/authenticator/api/passkeys/begin', {})
  const made = device.makePasskey(begun.json().options)
  const finished = await browser.post('/authenticator/api/passkeys/finish', { response: made.response })
  return { made, finished }
}

async function passkeyOf(browser: TestBrowser, device: TestDevice) {
  const { made, finished } = await makePasskeyOn(browser, device)
  expect(finished.statusCode, finished.body).toBe(200)
  return made
}

type Authenticates = { authenticate(options: unknown): object }

/** Sign in. @param announce is given the answer before it is sent */
async function signInWith(
  browser: TestBrowser,
  name: string,
  passkey: Authenticates,
  announce: (answer: object) => Promise<unknown> = async () => undefined,
) {
  const { flow } = await browser.open('/ask?strength=phishingResistant')
  const page = await browser.open(
    await post(browser, '/sign-in/name', { flow, userName: `${name}@contoso.example` }),
  )
  const response = passkey.authenticate(page.options)
  await announce(response)
  return await browser.post('/sign-in/passkey/finish', { flow: page.flow, response })
}

function ask(device: TestDevice, method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) {
  const payload = body && JSON.stringify(body)
  const url = `/authenticator/api/links${path}`
  const at = world.deps.now()
  const authorization = device.authorize({ method, url, at, ...(payload !== undefined && { body: payload }) })
  return world.app.inject({
    method,
    url,
    headers: { authorization, ...(payload !== undefined && { 'content-type': 'application/json' }) },
    ...(payload !== undefined && { payload }),
  })
}

const hash = () => randomBytes(32).toString('base64url')
const contact = () => randomBytes(16).toString('base64url')
const begin = ({ browser, extension }: Linker) =>
  browser.post('/authenticator/api/links/begin', { deviceId: extension.registered?.device.deviceId })
const confirm = (device: TestDevice, linkId: string, handshakeHash: string, contactId?: string) =>
  ask(device, 'POST', `/${linkId}/confirm`, { handshakeHash, ...(contactId && { contactId }) })

async function link(person: Linker, contactId = contact()): Promise<string> {
  const { linkId } = (await begin(person)).json<BegunLink>()
  const saw = hash()
  await confirm(person.extension, linkId, saw)
  expect((await confirm(person.phone, linkId, saw, contactId)).json()).toEqual({ linkId, state: 'guarded' })
  return linkId
}

describe('linking a browser and a telephone', () => {
  let ada: Linker
  beforeEach(async () => {
    ada = await linker()
  })

  test('needs the word of both devices, and tells its owner', async () => {
    const contactId = contact()
    const linkId = await link(ada, contactId)

    expect(await world.deps.stores.deviceLinks.hasContact(contactId)).toBe(true)
    const listed = await ask(ada.phone, 'GET', '')
    expect(listed.json()).toEqual({
      value: [{ linkId, end: 'authenticator', other: 'extension', contactId }],
    })
    const shown = await ada.browser.send('GET', '/security-info/api/device-links')
    expect(shown.json().value).toMatchObject([{ id: linkId, client: 'extension', authenticator: 'phoneApp' }])
  })

  test('is not begun by a sign-in that somebody could have relayed', async () => {
    const browser = world.browser()
    const page = await world.comeWithPass(browser, `passer${++names}`)
    await answerQuestions(browser, await makePasskey(browser, page.flow, testPasskey()))
    world.clock.at = new Date(world.clock.at.getTime() + 6 * 60_000)

    const answer = await begin({ ...ada, browser })

    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
  })

  test('fails when the two saw different handshakes: somebody stands between', async () => {
    const { linkId } = (await begin(ada)).json<BegunLink>()
    await confirm(ada.extension, linkId, hash())

    const answer = await confirm(ada.phone, linkId, hash(), contact())

    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:link_mismatch' })
    expect((await confirm(ada.phone, linkId, hash(), contact())).statusCode).toBe(410)
  })

  test('takes nobody else’s device, whoever lured it', async () => {
    const mallory = await linker()
    const { linkId } = (await begin(mallory)).json<BegunLink>()
    const saw = hash()
    await confirm(mallory.extension, linkId, saw)

    // Ada read the code on Mallory's page.
    const answer = await confirm(ada.phone, linkId, saw, contact())

    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:link_unknown' })
  })

  test('is not begun for somebody else’s browser', async () => {
    const mallory = await linker()

    const answer = await begin({ ...mallory, extension: ada.extension })

    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:device_unknown' })
  })

  test('takes five minutes at most', async () => {
    const { linkId } = (await begin(ada)).json<BegunLink>()
    world.clock.at = new Date(world.clock.at.getTime() + 5 * 60_000)

    expect((await confirm(ada.extension, linkId, hash())).statusCode).toBe(410)
  })

  test('is over at once when its owner removes it', async () => {
    const contactId = contact()
    const linkId = await link(ada, contactId)

    const removed = await ada.browser.send('DELETE', `/security-info/api/device-links/${linkId}`)

    expect(removed.statusCode, removed.body).toBe(200)
    expect(await world.deps.stores.deviceLinks.hasContact(contactId)).toBe(false)
    expect((await ask(ada.phone, 'POST', `/${linkId}/uses`, { clientDataHash: hash() })).statusCode).toBe(410)
  })
})

describe('a link of two devices', () => {
  const announce = ({ phone }: Linker, linkId: string, clientDataHash = hash()) =>
    ask(phone, 'POST', `/${linkId}/uses`, { clientDataHash })

  test('signs nothing for a browser whose device was switched off', async () => {
    const ada = await linker()
    const linkId = await link(ada)
    const { tenantId = '' } = ada.extension.registered?.account ?? {}
    const { deviceId = '' } = ada.extension.registered?.device ?? {}
    const entry = await world.deps.stores.devices.findByDeviceId(tenantId, deviceId)
    await changeDevice(world.deps, { tenantId, actor, objectId: entry?.objectId ?? '', enabled: false })

    expect((await announce(ada, linkId)).json()).toMatchObject({ type: 'urn:latchkey:link_unknown' })
  })

  test('takes a word about one signature once', async () => {
    const ada = await linker()
    const linkId = await link(ada)
    const clientDataHash = hash()
    await announce(ada, linkId, clientDataHash)

    expect((await announce(ada, linkId, clientDataHash)).json()).toMatchObject({
      type: 'urn:latchkey:already_exists',
    })
  })

  test('is not made with the contact of another', async () => {
    const [ada, mallory] = [await linker(), await linker()]
    const contactId = contact()
    await link(ada, contactId)
    const { linkId } = (await begin(mallory)).json<BegunLink>()
    const saw = hash()
    await confirm(mallory.extension, linkId, saw)

    const answer = await confirm(mallory.phone, linkId, saw, contactId)

    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:link_mismatch' })
  })
})

describe('signing in by a key of the telephone’s app', () => {
  const toClientDataHash = (answer: object) => {
    const { response } = JSON.parse(JSON.stringify(answer))
    return createHash('sha256').update(Buffer.from(response.clientDataJSON, 'base64url')).digest('base64url')
  }
  test('is phishing-resistant when the telephone said that it signed over a guarded link', async () => {
    const ada = await linker()
    const linkId = await link(ada)
    const passkey = await passkeyOf(ada.browser, ada.phone)
    const answer = await signInWith(world.browser(), ada.name, passkey, (response) =>
      ask(ada.phone, 'POST', `/${linkId}/uses`, { clientDataHash: toClientDataHash(response) }),
    )

    expect(answer.statusCode, answer.body).toBe(200)
    const proof = await proofOf(ada, passkey)
    expect(proof?.userVerified).toBe(true)
    expect(proof?.distrusted).toBeUndefined()
  })

  test('is one factor without its word, whatever the browser says', async () => {
    const ada = await linker()
    await link(ada)
    const passkey = await passkeyOf(ada.browser, ada.phone)

    await signInWith(world.browser(), ada.name, passkey)

    expect(await proofOf(ada, passkey)).toMatchObject({ distrusted: true })
  })

  test('is one factor when the telephone said so of something else', async () => {
    const ada = await linker()
    const linkId = await link(ada)
    const passkey = await passkeyOf(ada.browser, ada.phone)

    await signInWith(world.browser(), ada.name, passkey, () =>
      ask(ada.phone, 'POST', `/${linkId}/uses`, { clientDataHash: hash() }),
    )

    expect(await proofOf(ada, passkey)).toMatchObject({ distrusted: true })
  })

  test('is refused when no browser is linked that could have asked it', async () => {
    const ada = await linker()
    const linkId = await link(ada)
    const passkey = await passkeyOf(ada.browser, ada.phone)
    await ada.browser.send('DELETE', `/security-info/api/device-links/${linkId}`)

    const answer = await signInWith(world.browser(), ada.name, passkey)

    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:link_needed' })
  })

  /** What a sign-in by this passkey was taken for. */
  async function proofOf({ phone }: Linker, { id }: { readonly id: string }) {
    const { tenantId = '', userId = '' } = phone.registered?.account ?? {}
    const sessions = await world.deps.stores.sessions.listOfPerson(tenantId, userId, world.deps.now())
    return sessions.flatMap(({ proofs }) => proofs).find(({ passkey }) => passkey?.credentialId === id)
      ?.passkey
  }
})

describe('a passkey that the telephone’s app keeps', () => {
  const unlink = ({ browser }: Linker, linkId: string) =>
    browser.send('DELETE', `/security-info/api/device-links/${linkId}`)
  const list = async ({ browser }: Linker, what: 'devices' | 'device-links') =>
    (await browser.send('GET', `/security-info/api/${what}`)).json().value
  const switchExtension = async ({ extension }: Linker, enabled: boolean) => {
    const { tenantId = '' } = extension.registered?.account ?? {}
    const { deviceId = '' } = extension.registered?.device ?? {}
    const { devices } = world.deps.stores
    const entry = await devices.findByDeviceId(tenantId, deviceId)
    // Not as an administrator does it: that ends the session that this browser opened.
    if (entry !== undefined) await devices.put({ ...entry, enabled })
  }

  /** Leave somebody nothing else to sign in with. */
  async function keepNothingBut({ phone }: Linker, { id }: { readonly id: string }): Promise<void> {
    const { tenantId = '', userId = '' } = phone.registered?.account ?? {}
    const { credentials } = world.deps.stores
    for (const each of await credentials.listOfPerson(tenantId, userId)) {
      if (Buffer.from(each.id).toString('base64url') !== id)
        await credentials.remove(tenantId, userId, each.id)
    }
  }

  test('is not made before a browser is linked, nor while that is switched off', async () => {
    const ada = await linker()
    const early = await makePasskeyOn(ada.browser, ada.phone)
    const linkId = await link(ada)
    await switchExtension(ada, false)
    const off = await makePasskeyOn(ada.browser, ada.phone)
    await switchExtension(ada, true)
    const linked = await makePasskeyOn(ada.browser, ada.phone)
    await unlink(ada, linkId)
    const late = await makePasskeyOn(ada.browser, ada.phone)

    for (const { finished } of [early, off, late]) {
      expect(finished.statusCode).toBe(409)
      expect(finished.json()).toMatchObject({ type: 'urn:latchkey:link_needed' })
    }
    expect(linked.finished.statusCode, linked.finished.body).toBe(200)
  })

  test('is not made for the link of another telephone', async () => {
    const ada = await linker()
    await link(ada)
    const other = await register(ada.browser, 'phoneApp')

    const { finished } = await makePasskeyOn(ada.browser, other)

    expect(finished.json()).toMatchObject({ type: 'urn:latchkey:link_needed' })
  })

  test('is dormant without its link, which is said before, and awake with another', async () => {
    const ada = await linker()
    const linkId = await link(ada)
    const { id } = await passkeyOf(ada.browser, ada.phone)
    const stateOf = async () => {
      const { passkeys } = (await ada.browser.send('GET', '/security-info/api/methods')).json()
      const found = passkeys.find((each: { readonly id: string }) => each.id === id)
      return found.dormantBecause
    }

    expect(await stateOf()).toBeUndefined()
    expect(await list(ada, 'device-links')).toMatchObject([{ passkeys: 1, last: false }])
    expect((await unlink(ada, linkId)).statusCode).toBe(200)
    expect(await stateOf()).toBe('link_needed')
    await link(ada)
    expect(await stateOf()).toBeUndefined()
  })

  test('does not go with one of two links', async () => {
    const ada = await linker()
    const linkId = await link(ada)
    await link(ada)
    await keepNothingBut(ada, await passkeyOf(ada.browser, ada.phone))

    expect(await list(ada, 'device-links')).toMatchObject([
      { passkeys: 0, last: false },
      { passkeys: 0, last: false },
    ])
    expect((await unlink(ada, linkId)).statusCode).toBe(200)
  })

  test('goes with its link for whoever has just proven who they are', async () => {
    const ada = await linker()
    const linkId = await link(ada)
    await passkeyOf(ada.browser, ada.phone)
    world.clock.at = new Date(world.clock.at.getTime() + 6 * 60_000)

    const answer = await unlink(ada, linkId)

    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:fresh_sign_in_needed' })
    expect(await list(ada, 'device-links')).toHaveLength(1)
  })

  test('keeps its link while it is the last way in', async () => {
    const ada = await linker()
    const linkId = await link(ada)
    await keepNothingBut(ada, await passkeyOf(ada.browser, ada.phone))
    const { deviceId } = ada.extension.registered?.device ?? {}

    const answers = [
      await unlink(ada, linkId),
      await ask(ada.extension, 'DELETE', `/${linkId}`),
      await ask(ada.phone, 'DELETE', `/${linkId}`),
      await ada.browser.send('DELETE', `/security-info/api/devices/${deviceId}`),
    ]

    for (const answer of answers) expect(answer.json()).toMatchObject({ type: 'urn:latchkey:last_method' })
    expect(await list(ada, 'device-links')).toMatchObject([{ id: linkId, passkeys: 1, last: true }])
    const devices = await list(ada, 'devices')
    const extension = devices.find(({ id }: { readonly id: string }) => id === deviceId)
    expect(extension).toMatchObject({ unlinks: 1, last: true })
  })
})
