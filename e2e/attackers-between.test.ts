import {
  type CreationOptionsJson,
  clientPlatform,
  type RequestOptionsJson,
  webCryptography,
} from '@latchkey/ctap'
import { honestAuthenticator } from '@latchkey/ctap/fixture'
import { hybridCryptography, readLinkCode, readMeeting } from '@latchkey/ctap/hybrid'
import type { Deps, Person } from '@latchkey/identity'
import { addApp } from '@latchkey/identity/administer'
import {
  type AuthenticatorLink,
  callDevice,
  type LinkApi,
  type LinkDeps,
  linkApi,
  listenForCalls,
  newAuthenticatorApi,
  readLink,
  showLink,
} from '@latchkey/keeper'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { allowApprovals } from './world/allow-approvals.ts'
import { inDirectory } from './world/directory.ts'
import { deviceDeps, type HonestDevice, registerHonestDevice } from './world/honest-phone.ts'
import { addPasskeyHolder, type PasskeyHolder } from './world/people.ts'
import { openPlainBrowser, type PlainBrowser } from './world/plain-browser.ts'
import { answerHybridCode, type Place, showHybridCode } from './world/plain-hybrid.ts'
import { getToken, openSignIn, signInPlainly } from './world/plain-sign-in.ts'
import { openWorld, type World } from './world/world.ts'

/** Somebody between two of our ends, or with what they said before. What counts is what the server keeps afterwards. */

const names = ['ada', 'mallory', 'lena', 'mike', 'rosa'] as const
type Name = (typeof names)[number]

interface Prepared extends Readonly<Record<Name, PasskeyHolder>> {
  readonly otherApp: string
}

let world: World<Prepared>

beforeAll(async () => {
  world = await openWorld(
    async (deps, tenant) => {
      const { tenantId } = tenant
      const actor = { kind: 'operator' } as const
      const { app } = await addApp(deps, {
        tenantId,
        actor,
        displayName: 'Another',
        kind: 'native',
        redirectUris: ['http://127.0.0.1/'],
        consent: 'none',
      })
      await allowApprovals(deps, tenantId)
      const holder = (name: Name) => addPasskeyHolder(deps, tenant, name)
      const [ada, mallory] = [await holder('ada'), await holder('mallory')]
      const [lena, mike, rosa] = [await holder('lena'), await holder('mike'), await holder('rosa')]
      return { ada, mallory, lena, mike, rosa, otherApp: app.clientId }
    },
    { environment: { LATCHKEY_TUNNEL: 'on' } },
  )
})

afterAll(() => world?.close())

const look = <T>(does: (deps: Deps) => Promise<T>) => inDirectory(world.instance, does)
const signIn = (name: Name) => signInPlainly(world.instance.url, world.prepared[name])

const passkeysOf = ({ tenantId, userId }: Person) =>
  look(async ({ stores }) => (await stores.credentials.listOfPerson(tenantId, userId)).length)
const successesOf = ({ tenantId, userId }: Person) =>
  look(async ({ stores }) =>
    (await stores.signIns.list(tenantId, { limit: 50, userId, outcome: 'success' })).map(
      ({ method, strength }) => `${method} ${strength}`,
    ),
  )

describe('a QR code that is shown where it was not made', () => {
  const phone = honestAuthenticator({ transports: ['hybrid', 'internal'] })
  const kind = { kind: 'other-device' }

  const beginPasskey = async (browser: PlainBrowser): Promise<CreationOptionsJson> => {
    const answer = await browser.send('POST', '/security-info/api/passkeys/begin', { body: kind })
    expect(answer.status, answer.body).toBe(200)
    return answer.json().options
  }
  const beginSignIn = async (browser: PlainBrowser) => {
    const flow = await openSignIn(browser)
    const answer = await browser.send('POST', '/sign-in/passkey/begin', { body: { flow } })
    const options: RequestOptionsJson = answer.json().options
    return { flow, options }
  }
  const platformOf = (remote: Parameters<typeof clientPlatform>[0]) =>
    clientPlatform(remote, webCryptography(crypto.subtle))

  test('works where the one who shows it hears the one who read it', async () => {
    const { url } = world.instance
    const { person } = world.prepared.ada
    const here: Place = { adverts: [] }
    const browser = await signIn('ada')

    const made = await showHybridCode(url, 'mc')
    const making = answerHybridCode(url, phone.authenticator, { text: made.text, place: here })
    const remote = await made.come(await until(() => made.hear(here)))
    const creation = await platformOf(remote).create(await beginPasskey(browser), { origin: url.origin })
    await remote.finish()
    const finished = await browser.send('POST', '/security-info/api/passkeys/finish', {
      body: { ...kind, response: creation },
    })

    expect(finished.status, finished.body).toBe(200)
    expect(await making.end).toHaveProperty('how')
    expect(await passkeysOf(person)).toBe(2)

    const stranger = openPlainBrowser(url)
    const shown = await showHybridCode(url, 'ga')
    const answering = answerHybridCode(url, phone.authenticator, { text: shown.text, place: here })
    const near = await shown.come(await until(() => shown.hear(here)))
    const { flow, options } = await beginSignIn(stranger)
    const response = await platformOf(near).get(options, { origin: url.origin })
    await near.finish()
    const signedIn = await stranger.send('POST', '/sign-in/passkey/finish', { body: { flow, response } })
    expect(signedIn.status, signedIn.body).toBe(200)
    expect(await answering.end).toHaveProperty('how')
  })

  test.each([
    ['of a sign-in', 'ga'],
    ['of a registration', 'mc'],
  ] as const)('%s that an attacker began: the telephone that reads it signs nothing', async (_, hint) => {
    const { url } = world.instance
    const { ada, mallory } = world.prepared
    const browser = hint === 'mc' ? await signIn('mallory') : openPlainBrowser(url)
    await (hint === 'mc' ? beginPasskey(browser) : beginSignIn(browser))
    const before = [
      await passkeysOf(mallory.person),
      await successesOf(ada.person),
      phone.person.asked.length,
    ]
    const atHis: Place = { adverts: [] }
    const atAdas: Place = { adverts: [] }

    const shown = await showHybridCode(url, hint)
    const answering = answerHybridCode(url, phone.authenticator, { text: shown.text, place: atAdas })
    const real = await until(() => shown.hear(atAdas))
    // Where the tunnel is can be found out; what was in the air at the victim's cannot.
    const { nonce } = readMeeting(real)
    const guessed = {
      plain: real.plain.map((byte, at) => (at > 0 && at <= nonce.length ? byte ^ 0x55 : byte)),
    }

    expect(await shown.hear(atHis)).toBeUndefined()
    await expect(shown.come(guessed)).rejects.toThrow()
    expect(await answering.end).toMatchObject({ fault: { code: 'handshake_failed' } })
    expect([
      await passkeysOf(mallory.person),
      await successesOf(ada.person),
      phone.person.asked.length,
    ]).toEqual(before)
    expect(browser.cookie().includes('latchkey-session')).toBe(hint === 'mc')
  })

  test('of a registration that was photographed: the thief’s authenticator is not heard, and never asked', async () => {
    const { url } = world.instance
    const { person } = world.prepared.ada
    const browser = await signIn('ada')
    await beginPasskey(browser)
    const before = await passkeysOf(person)
    const thief = honestAuthenticator({ transports: ['hybrid', 'internal'] })
    const [here, far]: [Place, Place] = [{ adverts: [] }, { adverts: [] }]

    const shown = await showHybridCode(url, 'mc')
    const answering = answerHybridCode(url, thief.authenticator, { text: shown.text, place: far })
    await until(() => shown.hear(far))
    // He is there before the victim's own telephone: that one is turned away, and nothing comes of it either.
    const late = answerHybridCode(url, phone.authenticator, { text: shown.text, place: here })

    expect(await late.end).toHaveProperty('fault')
    expect(await shown.hear(here)).toBeUndefined()
    answering.leave()
    await answering.end
    expect(thief.person.asked).toEqual([])
    expect(await passkeysOf(person)).toBe(before)
  })
})

async function until<T>(find: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 1000; tries++) {
    const found = await find()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('it did not come')
}

describe('a code for linking that somebody relays', () => {
  const deps: LinkDeps = {
    subtle: crypto.subtle,
    cryptography: hybridCryptography(crypto.subtle),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    openWebSocket: (url, protocol) => new WebSocket(url, protocol),
  }

  /** Somebody at their desk: signed in by a passkey, with an extension there and a telephone in the hand. */
  interface Linker {
    readonly person: Person
    readonly extension: LinkApi
    readonly phone: LinkApi
    begin(): Promise<string>
  }

  async function linker(name: Name): Promise<Linker> {
    const { url } = world.instance
    const browser = await signIn(name)
    const extension = await registerHonestDevice(url, browser, 'extension')
    const phone = await registerHonestDevice(url, browser, 'phoneApp')
    const session = newAuthenticatorApi(deviceDeps('extension', browser.fetch), {
      serverUrl: url.origin,
      caller: { by: 'cookie' },
    })
    return {
      person: world.prepared[name].person,
      extension: linkApi(extension.api),
      phone: linkApi(phone.api),
      begin: async () => (await linkApi(session).begin(extension.account.device.deviceId)).linkId,
    }
  }

  const linksOf = ({ tenantId, userId }: Person) =>
    look(async ({ stores }) =>
      (await stores.deviceLinks.listOfPerson(tenantId, userId)).map(({ state, linkId }) => [linkId, state]),
    )
  const auditOf = ({ tenantId, userId }: Person) =>
    look(async ({ stores }) =>
      (await stores.audit.list(tenantId, { limit: 20, actorId: userId })).map(({ activity }) => activity),
    )
  const device = () => ({ name: 'A phone', serverUrls: [world.instance.url.origin] })

  let lena: Linker
  let mike: Linker
  beforeAll(async () => {
    lena = await linker('lena')
    mike = await linker('mike')
  })

  test('links nothing without the digits of the signed-in browser, and signs nothing', async () => {
    const serverUrl = world.instance.url.origin
    const linkId = await lena.begin()
    const shown = await showLink(deps, lena.extension, { serverUrl, linkId })
    const read = await readLink(deps, () => lena.phone, { text: shown.code, device: device() })
    const { digits, link } = await shown.met

    expect(await read.confirm(digits === '000000' ? '000001' : '000000')).toBeUndefined()
    expect(await linksOf(lena.person)).toEqual([])
    const { state } = await look(async ({ stores }) => ({
      state: (await stores.deviceLinks.find(lena.person.tenantId, linkId))?.state,
    }))
    expect(state).toBe('begun')

    // A telephone whose software goes on all the same: the server does not know the link, so nothing is signed.
    const authenticator = honestAuthenticator({ transports: ['hybrid', 'internal'] })
    const listenSecret = deps.random(32)
    const contactId = await deps.cryptography.sha256(listenSecret)
    const { publicKey } = await deps.cryptography.makeAgreementKey()
    const unguarded: AuthenticatorLink = {
      linkId,
      serverUrl,
      listenSecret,
      number: link.number,
      secret: link.secret,
      authenticatorKey: { ...publicKey, d: deps.random(32) },
    }
    let gone = 0
    const listening = await listenForCalls(deps, {
      link: unguarded,
      authenticator: authenticator.authenticator,
      api: lena.phone,
      onGone: () => gone++,
    })
    const call = callDevice(
      deps,
      {
        ...link,
        contactId: Buffer.from(contactId.subarray(0, 16)).toString('base64url'),
        authenticatorKey: publicKey,
      },
      'ga',
    )
    await expect(call).rejects.toThrow()
    await expect(lena.phone.announce(linkId, deps.random(32))).rejects.toMatchObject({ code: 'link_unknown' })
    listening.stop()
    expect(authenticator.person.asked).toEqual([])
    expect(gone).toBe(0)
  })

  test('is refused by the server’s own comparison when the phishing page shows digits that fit', async () => {
    const serverUrl = world.instance.url.origin
    const linkId = await lena.begin()
    const real = await showLink(deps, lena.extension, { serverUrl, linkId })
    // He plays the telephone to the browser, and the browser to the telephone, under the very same link.
    const silent = { confirm: async () => ({ linkId, state: 'begun' as const }) }
    const own = await showLink(deps, silent, { serverUrl, linkId })
    await readLink(deps, () => mike.phone, { text: real.code, device: device() })
    const read = await readLink(deps, () => lena.phone, { text: own.code, device: device() })
    const [, fake] = [await real.met, await own.met]
    expect(readLinkCode(own.code).linkId).toBe(linkId)

    await expect(read.confirm(fake.digits)).rejects.toMatchObject({ code: 'link_mismatch' })

    expect(await linksOf(lena.person)).toEqual([])
    expect(await look(({ stores }) => stores.deviceLinks.find(lena.person.tenantId, linkId))).toBeUndefined()
    expect(await auditOf(lena.person)).toContain('device_link_refused')
    expect(await auditOf(lena.person)).not.toContain('device_linked')
  })

  test('gives the attacker’s telephone nothing, and the attacker’s browser none of the victim’s', async () => {
    const serverUrl = world.instance.url.origin
    const hers = await lena.begin()
    const shown = await showLink(deps, lena.extension, { serverUrl, linkId: hers })
    const stolen = await readLink(deps, () => mike.phone, { text: shown.code, device: device() })
    const his = await mike.begin()
    const lure = await showLink(deps, mike.extension, { serverUrl, linkId: his })
    const lured = await readLink(deps, () => lena.phone, { text: lure.code, device: device() })

    await expect(stolen.confirm((await shown.met).digits)).rejects.toMatchObject({ code: 'link_unknown' })
    await expect(lured.confirm((await lure.met).digits)).rejects.toMatchObject({ code: 'link_unknown' })

    expect([await linksOf(lena.person), await linksOf(mike.person)]).toEqual([[], []])
  })

  test('links those two between whom nobody stood', async () => {
    const serverUrl = world.instance.url.origin
    const linkId = await lena.begin()
    const shown = await showLink(deps, lena.extension, { serverUrl, linkId })
    const read = await readLink(deps, () => lena.phone, { text: shown.code, device: device() })
    await read.confirm((await shown.met).digits)

    expect(await linksOf(lena.person)).toEqual([[linkId, 'guarded']])
    expect(await auditOf(lena.person)).toContain('device_linked')
  })
})

describe('somebody who says again what was said, or says it from elsewhere', () => {
  let rosa: PlainBrowser
  let phone: HonestDevice
  const heard: { readonly url: string; readonly init: RequestInit }[] = []

  beforeAll(async () => {
    rosa = await signIn('rosa')
    phone = await registerHonestDevice(
      world.instance.url,
      rosa,
      'phoneApp',
      { by: 'cookie' },
      (input, init = {}) => {
        heard.push({ url: String(input), init })
        return fetch(input, init)
      },
    )
  })

  const kept = () =>
    look(async ({ stores }) => {
      const { tenantId, userId } = world.prepared.rosa.person
      return {
        approvers: (await stores.approvers.listOfPerson(tenantId, userId)).map(({ deviceId }) => deviceId),
        devices: (await stores.registeredDevices.listOfPerson(tenantId, userId)).map(
          ({ deviceId }) => deviceId,
        ),
        passkeys: (await stores.credentials.listOfPerson(tenantId, userId)).length,
      }
    })

  test('a device’s proof counts once, for what it was said of', async () => {
    const { deviceId } = phone.account.device
    await phone.approves()
    const [said] = heard.slice(-1)
    if (said === undefined) throw new Error('nothing was said')
    expect(await kept()).toMatchObject({ approvers: [deviceId] })
    await phone.api.send('DELETE', '/push')
    const { authorization = '' } = Object.fromEntries(new Headers(said.init.headers))
    const devicesUrl = said.url.replace('/push', '/devices/this')

    const again = await fetch(said.url, said.init)
    const elsewhere = await fetch(devicesUrl, { method: 'DELETE', headers: { authorization } })
    const differently = await fetch(said.url, { method: 'DELETE', headers: { authorization } })

    expect([again.status, (await again.json()).type]).toEqual([409, 'urn:latchkey:challenge_spent'])
    for (const answer of [elsewhere, differently]) {
      expect([answer.status, (await answer.json()).type]).toEqual([403, 'urn:latchkey:device_unknown'])
    }
    expect(await kept()).toMatchObject({ approvers: [], devices: [deviceId] })
  })

  test('a token of another app opens nothing here', async () => {
    const before = await kept()
    const { url } = world.instance
    const accessToken = await getToken(url, rosa, {
      tenantId: world.tenant.tenantId,
      clientId: world.prepared.otherApp,
      scope: 'openid User.Read',
      redirectUri: 'http://127.0.0.1:4321/',
    })
    const authorization = `Bearer ${accessToken}`
    // It is a good token: for something else.
    const elsewhere = await fetch(new URL('/v1.0/me', url), { headers: { authorization } })
    expect(elsewhere.status).toBe(200)

    const registered = registerHonestDevice(url, openPlainBrowser(url), 'agent', { by: 'token', accessToken })
    await expect(registered).rejects.toMatchObject({ code: 'session_ended' })
    for (const path of ['/passkeys/begin', '/codes/begin', '/links/begin']) {
      const answer = await fetch(new URL(`/authenticator/api${path}`, url), {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ deviceId: phone.account.device.deviceId }),
      })
      expect([answer.status, (await answer.json()).type]).toEqual([401, 'urn:latchkey:session_ended'])
    }

    expect(await kept()).toEqual(before)
  })

  test.each([
    ['no Authorization', undefined, 'cross_origin'],
    ['an empty one', '', 'session_ended'],
    ['one that is none', 'Basic cm9zYTo=', 'session_ended'],
    ['a token that is none', 'Bearer rosa', 'session_ended'],
    ['a proof that is none', 'Device a.b.c', 'session_ended'],
  ])('a cookie from another origin does not count, with %s', async (_, authorization, code) => {
    const { url } = world.instance
    const before = await kept()
    const from = { origin: 'https://login.juniper-example.test', 'sec-fetch-site': 'cross-site' }
    const elsewhere = openPlainBrowser(url)
    const byCookie: typeof fetch = (input, init = {}) => {
      const headers = new Headers(init.headers)
      for (const [name, value] of Object.entries(from)) headers.set(name, value)
      if (authorization !== undefined) headers.set('authorization', authorization)
      return rosa.fetch(input, { ...init, headers })
    }

    const registering = registerHonestDevice(url, { ...elsewhere, fetch: byCookie }, 'agent')

    await expect(registering).rejects.toMatchObject({ code })
    expect(await kept()).toEqual(before)
  })
})
