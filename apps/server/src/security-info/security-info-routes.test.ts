import { createHash } from 'node:crypto'
import type { BegunCodes, MethodsOfPerson } from '@latchkey/api'
import type { OpenPolicy } from '@latchkey/guidance'
import { lookUpName, type Tenant } from '@latchkey/identity'
import { setPassword } from '@latchkey/identity/administer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { currentCode } from '../demo/current-code.ts'
import { findFlow } from '../sign-in/flow.ts'
import { testBrowser } from '../sign-in/test-browser.ts'
import { testPasskey } from '../sign-in/test-passkey.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { addPasskey, makePerson, makeTenant, signIn, type TestPerson } from './test-people.ts'

let world: TestWorld
let tenant: Tenant
let ada: TestPerson

beforeEach(async () => {
  world = await openTestWorld()
  tenant = await makeTenant(world, 'juniper.example')
  ada = await makePerson(world, tenant, 'ada')
})

afterEach(async () => {
  await world.close()
})

const minutes = (count: number) => {
  world.clock.at = new Date(world.clock.at.getTime() + count * 60_000)
}

const passkeysOf = async ({ person }: TestPerson) =>
  (await world.deps.stores.credentials.listOfPerson(person.tenantId, person.userId)).map(({ id, name }) => ({
    id: Buffer.from(id).toString('base64url'),
    name,
  }))

const mails = async () =>
  (await world.deps.stores.outbox.takeDue(world.clock.at, world.clock.at, 100)).map(
    ({ payload }) => JSON.parse(payload).template,
  )

const pages = [
  '/security-info',
  '/security-info/add',
  '/security-info/add/passkey/this-device',
  '/security-info/add/codes',
  '/security-info/password',
  '/security-info/passkeys/AAAA',
]

type Change = readonly [
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: object | undefined,
]

const changes: readonly Change[] = [
  ['POST', '/security-info/api/ready', {}],
  ['POST', '/security-info/api/passkeys/begin', { kind: 'this-device' }],
  ['POST', '/security-info/api/passkeys/finish', { kind: 'this-device', response: {} }],
  ['PATCH', '/security-info/api/passkeys/AAAA', { name: 'x' }],
  ['DELETE', '/security-info/api/passkeys/AAAA', undefined],
  ['POST', '/security-info/api/unfinished', { kind: 'this-device' }],
  ['DELETE', '/security-info/api/unfinished/this-device', undefined],
  ['POST', '/security-info/api/codes/begin', {}],
  ['POST', '/security-info/api/codes', { sealed: 'x', code: '123456', name: 'x' }],
  ['DELETE', '/security-info/api/codes/x', undefined],
  ['POST', '/security-info/api/password', { current: 'x', next: 'a long enough password' }],
  ['PUT', '/security-info/api/default', { method: 'passkey' }],
  ['DELETE', '/security-info/api/sessions/x', undefined],
  ['POST', '/security-info/api/sessions/end-all', {}],
]

const reads: readonly Change[] = [
  ['GET', '/security-info/api/methods', undefined],
  ['GET', '/security-info/api/policy', undefined],
]

describe('coming to Security info', () => {
  test.each(pages)('%s sends whoever is not signed in to sign in', async (page) => {
    const answer = await world.app.inject({ url: page, headers: { accept: 'text/html' } })

    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toMatch(/^\/sign-in\?flow=/)
  })

  test.each([...changes, ...reads])('%s %s refuses whoever is not signed in', async (method, path, body) => {
    const answer = await world.app.inject({
      method,
      url: path,
      headers: { origin: 'http://localhost:3000' },
      ...(body && { payload: body }),
    })

    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:session_ended' })
  })

  test.each(changes)('%s %s refuses what another site makes the browser send', async (method, path, body) => {
    const cookie = [...ada.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')

    const answer = await world.app.inject({
      method,
      url: path,
      headers: { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      ...(body && { payload: body }),
    })

    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:cross_origin' })
  })

  test('refuses a session that is weaker than the organisation has come to ask', async () => {
    const { settings } = tenant
    const stricter = { ...settings, leastStrength: 'phishingResistant' } as const
    await world.deps.stores.tenants.putSettings(tenant.tenantId, stricter)

    const page = await ada.browser.open('/security-info')
    const change = await ada.browser.post('/security-info/api/sessions/end-all', {})

    expect(page.path).toMatch(/^\/sign-in/)
    expect(change.json()).toMatchObject({ type: 'urn:latchkey:stronger_sign_in_needed' })
  })

  test('shows what a person has, and nothing of anybody else', async () => {
    const bob = await makePerson(world, tenant, 'bob')
    await addPasskey(bob.browser)
    const { id } = await addPasskey(ada.browser)

    const answer = await ada.browser.send('GET', '/security-info/api/methods')

    expect(answer.json<MethodsOfPerson>()).toMatchObject({
      passkeys: [
        { id, keeping: 'synced', model: { kind: 'unknown', proven: false }, verified: true, last: true },
      ],
      codes: [],
      pass: { once: false },
      unfinished: [],
      requirement: { strength: 'multiFactor', satisfied: true, passkeys: 1, syncedPasskey: true },
    })
    expect(answer.headers['cache-control']).toBe('no-store')
    const token = [...ada.browser.cookies].find(([name]) => name.startsWith('latchkey-session'))?.[1] ?? '?'
    expect(answer.body).not.toContain(token)
  })

  test('says what the organisation leaves open', async () => {
    const answer = await ada.browser.send('GET', '/security-info/api/policy')

    expect(answer.json<OpenPolicy>()).toMatchObject({
      synced: { allowed: true },
      securityKey: { allowed: true },
      codes: { allowed: true },
      password: 'none',
      proof: false,
    })
  })
})

describe('adding a passkey', () => {
  test('keeps it, names it after the device, and tells the person by mail', async () => {
    await addPasskey(ada.browser)

    expect(await passkeysOf(ada)).toMatchObject([{ name: 'Passkey on Windows' }])
    expect(await mails()).toContain('passkey_added')
  })

  test('tells the device of exactly the passkeys that count', async () => {
    const first = await addPasskey(ada.browser)
    const second = await addPasskey(ada.browser)

    const removed = await ada.browser.send('DELETE', `/security-info/api/passkeys/${first.id}`)

    expect(removed.json().signal).toMatchObject({
      rpId: 'localhost',
      name: 'ada@juniper.example',
      allAcceptedCredentialIds: [second.id],
    })
  })

  test('asks for a passkey where the person chose it to live', async () => {
    const key = await ada.browser.post('/security-info/api/passkeys/begin', { kind: 'security-key' })
    const phone = await ada.browser.post('/security-info/api/passkeys/begin', { kind: 'other-device' })

    expect(key.json().options).toMatchObject({
      hints: ['security-key'],
      authenticatorSelection: { authenticatorAttachment: 'cross-platform', userVerification: 'required' },
    })
    expect(phone.json().options.hints).toEqual(['hybrid'])
  })

  test('excludes those the person has, so that none is made twice', async () => {
    const { id } = await addPasskey(ada.browser)

    const begun = await ada.browser.post('/security-info/api/passkeys/begin', { kind: 'this-device' })

    expect(begun.json().options.excludeCredentials).toMatchObject([
      { id, transports: ['hybrid', 'internal'] },
    ])
  })

  test('does not take an answer that another browser was asked for', async () => {
    const begun = await ada.browser.post('/security-info/api/passkeys/begin', { kind: 'this-device' })
    const elsewhere = await signIn(world, ada.person)
    await elsewhere.post('/security-info/api/passkeys/begin', { kind: 'this-device' })
    const passkeys = await passkeysOf(ada)

    const response = testPasskey().register(begun.json().options)
    const answer = await elsewhere.post('/security-info/api/passkeys/finish', {
      kind: 'this-device',
      response,
    })

    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:challenge_unknown' })
    expect(await passkeysOf(ada)).toEqual(passkeys)
  })

  test('says in words why the browser gave none', async () => {
    const failure = {
      ceremony: 'create',
      name: 'NotAllowedError',
      message: '',
      elapsedMilliseconds: 9000,
      timeoutMilliseconds: 300_000,
      automatic: false,
      focused: true,
      framed: false,
      secure: true,
      transports: [],
      capabilities: {},
    }

    const said = await ada.browser.post('/security-info/api/explain', { kind: 'this-device', failure })

    expect(said.json()).toMatchObject({ code: 'browser_create_closed', title: 'No passkey was created' })
    expect(said.json().correlationId).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('changing a passkey', () => {
  test('gives it another name', async () => {
    const { id } = await addPasskey(ada.browser)

    const answer = await ada.browser.send('PATCH', `/security-info/api/passkeys/${id}`, {
      name: '  Blue key ',
    })

    expect(answer.statusCode).toBe(200)
    expect(await passkeysOf(ada)).toEqual([{ id, name: 'Blue key' }])
  })

  test.each([[''], ['   '], ['x'.repeat(61)]])('refuses %j as a name', async (name) => {
    const { id } = await addPasskey(ada.browser)

    const answer = await ada.browser.send('PATCH', `/security-info/api/passkeys/${id}`, { name })

    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:invalid_input' })
  })

  test('deletes one of two, and mails the person', async () => {
    const first = await addPasskey(ada.browser)
    const second = await addPasskey(ada.browser)

    const answer = await ada.browser.send('DELETE', `/security-info/api/passkeys/${first.id}`)

    expect(answer.statusCode).toBe(200)
    expect((await passkeysOf(ada)).map(({ id }) => id)).toEqual([second.id])
    expect(await mails()).toContain('passkey_removed')
  })

  test('refuses to delete the last way to sign in, and says so before', async () => {
    const { id } = await addPasskey(ada.browser)

    const before = await ada.browser.send('GET', '/security-info/api/methods')
    const answer = await ada.browser.send('DELETE', `/security-info/api/passkeys/${id}`)

    expect(before.json()).toMatchObject({ passkeys: [{ last: true }] })
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:last_method' })
    expect(await passkeysOf(ada)).toHaveLength(1)
  })

  test('needs a proof of the last five minutes, and says where to give it', async () => {
    const { id } = await addPasskey(ada.browser)
    await addPasskey(ada.browser)
    minutes(6)

    const answer = await ada.browser.send('DELETE', `/security-info/api/passkeys/${id}`)
    const confirm = await ada.browser.post('/security-info/confirm', {
      to: `/security-info/passkeys/${id}#remove`,
    })

    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:fresh_sign_in_needed' })
    expect(confirm.json().navigate).toMatch(/^\/sign-in\?flow=/)
    expect(await passkeysOf(ada)).toHaveLength(2)
  })

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/sign-out',
    '/security-info-not',
  ])('does not send anybody to %s afterwards', async (to) => {
    const { navigate } = (await ada.browser.post('/security-info/confirm', { to })).json()
    const visit = ada.browser.cookies.get('latchkey-visit') ?? ''
    const flow = findFlow(
      world.deps,
      {
        correlationId: '',
        ipAddress: '',
        userAgent: '',
        visitHash: new Uint8Array(createHash('sha256').update(visit).digest()),
      },
      new URL(navigate, 'http://localhost').searchParams.get('flow'),
    )
    expect(flow?.to).toBe('/security-info')
  })

  test.each(['PATCH', 'DELETE'] as const)('another person’s passkey is not there to %s', async (method) => {
    const bob = await makePerson(world, tenant, 'bob')
    const { id } = await addPasskey(bob.browser)
    const before = await passkeysOf(bob)

    const answer = await ada.browser.send(method, `/security-info/api/passkeys/${id}`, { name: 'Mine now' })

    expect(answer.statusCode).toBe(404)
    expect(await passkeysOf(bob)).toEqual(before)
  })

  test('nor is one of another organisation', async () => {
    const elsewhere = await makeTenant(world, 'cedar.example')
    const eve = await makePerson(world, elsewhere, 'eve')
    const { id } = await addPasskey(ada.browser)
    await addPasskey(ada.browser)

    const answer = await eve.browser.send('DELETE', `/security-info/api/passkeys/${id}`)

    expect(answer.statusCode).toBe(404)
    expect(await passkeysOf(ada)).toHaveLength(2)
  })

  test('a cookie of one organisation under the name of another opens nothing', async () => {
    const elsewhere = await makeTenant(world, 'cedar.example')
    const eve = await makePerson(world, elsewhere, 'eve')
    for (const [name, value] of ada.browser.cookies) {
      if (!name.startsWith('latchkey-session')) continue
      const [own] = [...eve.browser.cookies.keys()].filter((each) => each.startsWith('latchkey-session'))
      if (own !== undefined) eve.browser.cookies.set(own, value)
    }

    const { path } = await eve.browser.open('/security-info')

    expect(path).toMatch(/^\/sign-in/)
  })
})

describe('one-time codes', () => {
  const offer = async () => (await ada.browser.post('/security-info/api/codes/begin', {})).json<BegunCodes>()

  test('are added with the first right code, and removed', async () => {
    await addPasskey(ada.browser)
    const { qr, secret, sealed } = await offer()
    const code = currentCode(secret, world.clock.at)

    const wrong = await ada.browser.post('/security-info/api/codes', {
      sealed,
      code: '000000',
      name: 'My app',
    })
    const right = await ada.browser.post('/security-info/api/codes', { sealed, code, name: 'My app' })
    const [totp] = await world.deps.stores.totps.listOfPerson(ada.person.tenantId, ada.person.userId)
    const removed = await ada.browser.send('DELETE', `/security-info/api/codes/${totp?.totpId}`)

    expect(qr.path).toMatch(/^M\d/)
    expect(wrong.json()).toMatchObject({ type: 'urn:latchkey:code_incorrect' })
    expect(right.statusCode).toBe(200)
    expect(totp?.name).toBe('My app')
    expect(removed.statusCode).toBe(200)
    expect(await mails()).toEqual(expect.arrayContaining(['totp_added', 'totp_removed']))
  })

  test('of another person are not there to remove', async () => {
    const { secret, sealed } = await offer()
    const code = currentCode(secret, world.clock.at)
    await ada.browser.post('/security-info/api/codes', { sealed, code, name: 'My app' })
    const [totp] = await world.deps.stores.totps.listOfPerson(ada.person.tenantId, ada.person.userId)
    const bob = await makePerson(world, tenant, 'bob')

    const answer = await bob.browser.send('DELETE', `/security-info/api/codes/${totp?.totpId}`)

    expect(answer.statusCode).toBe(404)
  })

  test('cannot be set up with what was offered to somebody else', async () => {
    const bob = await makePerson(world, tenant, 'bob')
    const { secret, sealed } = await offer()
    const code = currentCode(secret, world.clock.at)

    const answer = await bob.browser.post('/security-info/api/codes', { sealed, code, name: 'Theirs' })

    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:sealed_unreadable' })
  })
})

describe('a password', () => {
  const oldOne = 'an old pass phrase'
  const newOne = 'a new pass phrase'

  test('is changed by whoever knows the old one', async () => {
    const { tenantId, userId } = ada.person
    await setPassword(world.deps, { tenantId, userId, password: oldOne, actor: { kind: 'operator' } })
    const browser = await signIn(world, (await world.deps.stores.people.find(tenantId, userId)) ?? ada.person)

    const wrong = await browser.post('/security-info/api/password', { current: 'not it', next: newOne })
    const right = await browser.post('/security-info/api/password', { current: oldOne, next: newOne })

    expect(wrong.json()).toMatchObject({ type: 'urn:latchkey:sign_in_failed' })
    expect(right.statusCode).toBe(200)
    expect(await mails()).toContain('password_changed')
  })
})

describe('coming to add something with a proof that is too old', () => {
  test.each(['/security-info/api/ready', '/security-info/api/codes/begin'])(
    '%s asks for a new one first',
    async (path) => {
      const browser = await signInWithPasskey()
      const before = await browser.post(path, {})
      minutes(6)

      const after = await browser.post(path, {})

      expect(before.statusCode).toBe(200)
      expect(after.json()).toMatchObject({ type: 'urn:latchkey:fresh_sign_in_needed' })
    },
  )

  /** A session that does not come from a pass: those may add methods as long as they live. */
  async function signInWithPasskey() {
    const passkey = await addPasskey(ada.browser)
    const browser = testBrowser(world)
    const { flow } = await browser.open('/security-info')
    const begun = await browser.post('/sign-in/passkey/begin', { flow })
    const response = passkey.authenticate(begun.json().options)
    await browser.post('/sign-in/passkey/finish', { flow, response })
    return browser
  }
})

describe('the default way to sign in', () => {
  test('is kept, and taken back', async () => {
    await addPasskey(ada.browser)

    await ada.browser.send('PUT', '/security-info/api/default', { method: 'passkey' })
    const chosen = await world.deps.stores.people.find(ada.person.tenantId, ada.person.userId)
    await ada.browser.send('PUT', '/security-info/api/default', { method: null })
    const cleared = await world.deps.stores.people.find(ada.person.tenantId, ada.person.userId)

    expect(chosen?.defaultMethod).toBe('passkey')
    expect(cleared?.defaultMethod).toBeUndefined()
    expect((await lookUpName(world.deps, tenant.tenantId, ada.person.userName)).kind).toBe('passkey')
  })
})

describe('one’s sessions', () => {
  test('end at once when they are ended', async () => {
    const here = ada.browser
    await addPasskey(here)
    const sessions = await world.deps.stores.sessions.listOfPerson(
      ada.person.tenantId,
      ada.person.userId,
      world.clock.at,
    )
    const [session] = sessions

    const ended = await here.send('DELETE', `/security-info/api/sessions/${session?.sessionId}`)
    const after = await here.open('/security-info')

    expect(ended.statusCode).toBe(200)
    expect(after.path).toMatch(/^\/sign-in/)
  })

  test('of another person are not there', async () => {
    const bob = await makePerson(world, tenant, 'bob')
    const [session] = await world.deps.stores.sessions.listOfPerson(
      bob.person.tenantId,
      bob.person.userId,
      world.clock.at,
    )

    const answer = await ada.browser.send('DELETE', `/security-info/api/sessions/${session?.sessionId}`)

    expect(answer.statusCode).toBe(404)
    expect((await bob.browser.send('GET', '/security-info/api/methods')).statusCode).toBe(200)
  })

  test('end everywhere with one button, here too', async () => {
    const answer = await ada.browser.post('/security-info/api/sessions/end-all', {})

    expect(answer.json()).toEqual({ navigate: '/signed-out' })
    expect((await ada.browser.open('/security-info')).path).toMatch(/^\/sign-in/)
    expect([...ada.browser.cookies.keys()].some((name) => name.startsWith('latchkey-session'))).toBe(false)
  })
})

describe('a registration that came to nothing', () => {
  const failure = {
    ceremony: 'create',
    name: 'NotAllowedError',
    message: '',
    elapsedMilliseconds: 9000,
    timeoutMilliseconds: 300_000,
    automatic: false,
    focused: true,
    framed: false,
    secure: true,
    transports: [],
    capabilities: {},
  }
  const unfinished = async () =>
    (await ada.browser.send('GET', '/security-info/api/methods')).json<MethodsOfPerson>().unfinished

  test('is told for a day, and forgotten when one of its kind is finished', async () => {
    await ada.browser.post('/security-info/api/explain', { kind: 'other-device', failure })
    await ada.browser.post('/security-info/api/explain', { kind: 'this-device', failure })
    expect(await unfinished()).toMatchObject([
      { kind: 'other-device', code: 'browser_create_closed' },
      { kind: 'this-device' },
    ])

    await addPasskey(ada.browser)
    expect(await unfinished()).toMatchObject([{ kind: 'other-device' }])

    minutes(24 * 60)
    const later = await signIn(world, ada.person)
    const answer = await later.send('GET', '/security-info/api/methods')
    expect(answer.json()).toMatchObject({ unfinished: [] })
  })

  test('is not told where no prompt was seen, and can be put away', async () => {
    const atOnce = { ...failure, elapsedMilliseconds: 20 }
    await ada.browser.post('/security-info/api/explain', { kind: 'other-device', failure: atOnce })
    expect(await unfinished()).toEqual([])

    await ada.browser.post('/security-info/api/unfinished', { kind: 'other-device' })
    expect(await unfinished()).toMatchObject([{ kind: 'other-device', code: 'browser_aborted' }])
    await ada.browser.send('DELETE', '/security-info/api/unfinished/other-device')
    expect(await unfinished()).toEqual([])
  })

  test('lets the device forget what no organisation knows, and nothing else', async () => {
    const known = testPasskey()
    const begin = () => ada.browser.post('/security-info/api/passkeys/begin', { kind: 'this-device' })
    const response = known.register((await begin()).json().options)
    await ada.browser.post('/security-info/api/passkeys/finish', { kind: 'this-device', response })
    const stranger = testPasskey()
    const refused = stranger.register((await begin()).json().options)

    const ofKnown = await ada.browser.post('/security-info/api/unfinished', { kind: 'this-device', response })
    const ofStranger = await ada.browser.post('/security-info/api/unfinished', {
      kind: 'this-device',
      response: refused,
    })

    expect(ofKnown.json()).toEqual({})
    expect(ofStranger.json()).toEqual({ unknown: { rpId: 'localhost', credentialId: stranger.id } })
  })
})

describe('where a passkey landed', () => {
  test.each([
    ['this-device', undefined, []],
    ['security-key', undefined, ['place']],
    ['this-device', 'thisDeviceOnly', ['keeping']],
  ])('asked for %s, %s: differs in %j', async (kind, keeping, differences) => {
    const begun = await ada.browser.post('/security-info/api/passkeys/begin', { kind, keeping })
    const response = testPasskey().register(begun.json().options)
    const finished = await ada.browser.post('/security-info/api/passkeys/finish', { kind, keeping, response })

    expect(finished.json()).toMatchObject({ differences })
  })

  test('an app that the organisation does not name cannot be asked for', async () => {
    const begun = await ada.browser.post('/security-info/api/passkeys/begin', {
      kind: 'provider',
      provider: 'nobodys',
    })

    expect(begun.statusCode).toBe(404)
  })
})
