import { createHash } from 'node:crypto'
import { lookUpName, setPassword, type Tenant } from '@latchkey/identity'
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

const changes: readonly (readonly [string, object])[] = [
  ['/security-info/passkeys/begin', { kind: 'this-device' }],
  ['/security-info/passkeys/finish', { response: {} }],
  ['/security-info/passkeys/AAAA/name', { name: 'x' }],
  ['/security-info/passkeys/AAAA/remove', {}],
  ['/security-info/codes', { sealed: 'x', code: '123456', name: 'x' }],
  ['/security-info/codes/x/remove', {}],
  ['/security-info/password', { current: 'x', next: 'a long enough password' }],
  ['/security-info/default', { method: 'passkey' }],
  ['/security-info/sessions/x/end', {}],
  ['/security-info/sessions/end-all', {}],
]

describe('coming to Security info', () => {
  test.each(pages)('%s sends whoever is not signed in to sign in', async (page) => {
    const answer = await world.app.inject({ url: page, headers: { accept: 'text/html' } })

    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toMatch(/^\/sign-in\?flow=/)
  })

  test.each(changes)('%s refuses whoever is not signed in', async (path, body) => {
    const answer = await world.app.inject({
      method: 'POST',
      url: path,
      headers: { origin: 'http://localhost:3000' },
      payload: body,
    })

    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:session_ended' })
  })

  test.each(changes)('%s refuses what another site makes the browser send', async (path, body) => {
    const cookie = [...ada.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')

    const answer = await world.app.inject({
      method: 'POST',
      url: path,
      headers: { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      payload: body,
    })

    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:cross_origin' })
  })

  test('refuses a session that is weaker than the organisation has come to ask', async () => {
    const { settings } = tenant
    const stricter = { ...settings, leastStrength: 'phishingResistant' } as const
    await world.deps.stores.tenants.putSettings(tenant.tenantId, stricter)

    const page = await ada.browser.open('/security-info')
    const change = await ada.browser.post('/security-info/sessions/end-all', {})

    expect(page.path).toMatch(/^\/sign-in/)
    expect(change.json()).toMatchObject({ type: 'urn:latchkey:stronger_sign_in_needed' })
  })

  test('shows what a person has, and nothing of anybody else', async () => {
    const bob = await makePerson(world, tenant, 'bob')
    await addPasskey(bob.browser)
    const passkey = await addPasskey(ada.browser)
    await ada.browser.post(`/security-info/passkeys/${passkey.id}/name`, { name: 'Ada’s <b>laptop</b>' })

    const { answer } = await ada.browser.open('/security-info')

    expect(answer.body).toContain('Ada’s &#60;b&#62;laptop')
    expect(answer.body.match(/Manage /g)).toHaveLength(1)
    expect(answer.body).toContain('Chrome on Windows')
    expect(answer.body).toContain('Passkey added')
    expect(answer.body).not.toContain('bob')
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

    const removed = await ada.browser.post(`/security-info/passkeys/${first.id}/remove`, {})

    expect(removed.json().signal).toMatchObject({
      rpId: 'localhost',
      name: 'ada@juniper.example',
      allAcceptedCredentialIds: [second.id],
    })
  })

  test('asks for a passkey where the person chose it to live', async () => {
    const key = await ada.browser.post('/security-info/passkeys/begin', { kind: 'security-key' })
    const phone = await ada.browser.post('/security-info/passkeys/begin', { kind: 'other-device' })

    expect(key.json().options).toMatchObject({
      hints: ['security-key'],
      authenticatorSelection: { authenticatorAttachment: 'cross-platform', userVerification: 'required' },
    })
    expect(phone.json().options.hints).toEqual(['hybrid'])
  })

  test('excludes those the person has, so that none is made twice', async () => {
    const { id } = await addPasskey(ada.browser)

    const begun = await ada.browser.post('/security-info/passkeys/begin', { kind: 'this-device' })

    expect(begun.json().options.excludeCredentials).toMatchObject([
      { id, transports: ['hybrid', 'internal'] },
    ])
  })

  test('does not take an answer that another browser was asked for', async () => {
    await ada.browser.open('/security-info/add/passkey/this-device')
    const begun = await ada.browser.post('/security-info/passkeys/begin', { kind: 'this-device' })
    const elsewhere = await signIn(world, ada.person)
    await elsewhere.open('/security-info/add/passkey/this-device')
    const passkeys = await passkeysOf(ada)

    const response = testPasskey().register(begun.json().options)
    const answer = await elsewhere.post('/security-info/passkeys/finish', { response })

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

    const said = await ada.browser.post('/security-info/explain', { failure })

    expect(said.json()).toMatchObject({ title: 'No passkey was created' })
    expect(said.json().correlationId).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('changing a passkey', () => {
  test('gives it another name', async () => {
    const { id } = await addPasskey(ada.browser)

    const answer = await ada.browser.post(`/security-info/passkeys/${id}/name`, { name: '  Blue key ' })

    expect(answer.statusCode).toBe(200)
    expect(await passkeysOf(ada)).toEqual([{ id, name: 'Blue key' }])
  })

  test.each([[''], ['   '], ['x'.repeat(61)]])('refuses %j as a name', async (name) => {
    const { id } = await addPasskey(ada.browser)

    const answer = await ada.browser.post(`/security-info/passkeys/${id}/name`, { name })

    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:invalid_input' })
  })

  test('deletes one of two, and mails the person', async () => {
    const first = await addPasskey(ada.browser)
    const second = await addPasskey(ada.browser)

    const answer = await ada.browser.post(`/security-info/passkeys/${first.id}/remove`, {})

    expect(answer.statusCode).toBe(200)
    expect((await passkeysOf(ada)).map(({ id }) => id)).toEqual([second.id])
    expect(await mails()).toContain('passkey_removed')
  })

  test('refuses to delete the last way to sign in, and says so on the page before', async () => {
    const { id } = await addPasskey(ada.browser)

    const page = await ada.browser.open(`/security-info/passkeys/${id}`)
    const answer = await ada.browser.post(`/security-info/passkeys/${id}/remove`, {})

    expect(page.answer.body).toContain('This is your last way to sign in')
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:last_method' })
    expect(await passkeysOf(ada)).toHaveLength(1)
  })

  test('needs a proof of the last five minutes, and says where to give it', async () => {
    const { id } = await addPasskey(ada.browser)
    await addPasskey(ada.browser)
    minutes(6)

    const answer = await ada.browser.post(`/security-info/passkeys/${id}/remove`, {})
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

  test.each(['name', 'remove'])('another person’s passkey is not there to %s', async (what) => {
    const bob = await makePerson(world, tenant, 'bob')
    const { id } = await addPasskey(bob.browser)
    const before = await passkeysOf(bob)

    const page = await ada.browser.open(`/security-info/passkeys/${id}`)
    const answer = await ada.browser.post(`/security-info/passkeys/${id}/${what}`, { name: 'Mine now' })

    expect(page.answer.statusCode).toBe(404)
    expect(answer.statusCode).toBe(404)
    expect(await passkeysOf(bob)).toEqual(before)
  })

  test('nor is one of another organisation', async () => {
    const elsewhere = await makeTenant(world, 'cedar.example')
    const eve = await makePerson(world, elsewhere, 'eve')
    const { id } = await addPasskey(ada.browser)
    await addPasskey(ada.browser)

    const answer = await eve.browser.post(`/security-info/passkeys/${id}/remove`, {})

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
  const offer = async () => {
    const { answer } = await ada.browser.open('/security-info/add/codes')
    const read = (pattern: RegExp) => pattern.exec(answer.body)?.[1] ?? ''
    return {
      body: answer.body,
      secret: read(/data-value="([A-Z2-7]+)"/),
      sealed: read(/name="sealed" value="([^"]+)"/),
    }
  }

  test('are added with the first right code, and removed', async () => {
    await addPasskey(ada.browser)
    const { body, secret, sealed } = await offer()
    const code = currentCode(secret, world.clock.at)

    const wrong = await ada.browser.post('/security-info/codes', { sealed, code: '000000', name: 'My app' })
    const right = await ada.browser.post('/security-info/codes', { sealed, code, name: 'My app' })
    const [totp] = await world.deps.stores.totps.listOfPerson(ada.person.tenantId, ada.person.userId)
    const removed = await ada.browser.post(`/security-info/codes/${totp?.totpId}/remove`, {})

    expect(body).toContain('<svg class="qr"')
    expect(wrong.json()).toMatchObject({ type: 'urn:latchkey:code_incorrect' })
    expect(right.statusCode).toBe(200)
    expect(totp?.name).toBe('My app')
    expect(removed.statusCode).toBe(200)
    expect(await mails()).toEqual(expect.arrayContaining(['totp_added', 'totp_removed']))
  })

  test('of another person are not there to remove', async () => {
    const { secret, sealed } = await offer()
    const code = currentCode(secret, world.clock.at)
    await ada.browser.post('/security-info/codes', { sealed, code, name: 'My app' })
    const [totp] = await world.deps.stores.totps.listOfPerson(ada.person.tenantId, ada.person.userId)
    const bob = await makePerson(world, tenant, 'bob')

    const answer = await bob.browser.post(`/security-info/codes/${totp?.totpId}/remove`, {})

    expect(answer.statusCode).toBe(404)
  })

  test('cannot be set up with what was offered to somebody else', async () => {
    const bob = await makePerson(world, tenant, 'bob')
    const { secret, sealed } = await offer()
    const code = currentCode(secret, world.clock.at)

    const answer = await bob.browser.post('/security-info/codes', { sealed, code, name: 'Theirs' })

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

    const wrong = await browser.post('/security-info/password', { current: 'not it', next: newOne })
    const right = await browser.post('/security-info/password', { current: oldOne, next: newOne })

    expect(wrong.json()).toMatchObject({ type: 'urn:latchkey:sign_in_failed' })
    expect(right.statusCode).toBe(200)
    expect(await mails()).toContain('password_changed')
  })

  test('that nobody has cannot be changed, and the page says so', async () => {
    const page = await ada.browser.open('/security-info/password')

    expect(page.heading).toBe('You have no password')
  })
})

describe('coming to add something with a proof that is too old', () => {
  test.each(['/security-info/add/passkey/this-device', '/security-info/add/codes'])(
    '%s asks for a new one first',
    async (path) => {
      const browser = await signInWithPasskey()
      minutes(6)

      const page = await browser.open(path)

      expect(page.path).toMatch(/^\/sign-in/)
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
    expect((await browser.open('/security-info')).heading).toBe('Security info')
    return browser
  }
})

describe('the default way to sign in', () => {
  test('is kept, and taken back', async () => {
    await addPasskey(ada.browser)

    await ada.browser.post('/security-info/default', { method: 'passkey' })
    const chosen = await world.deps.stores.people.find(ada.person.tenantId, ada.person.userId)
    await ada.browser.post('/security-info/default', { method: '' })
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

    const ended = await here.post(`/security-info/sessions/${session?.sessionId}/end`, {})
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

    const answer = await ada.browser.post(`/security-info/sessions/${session?.sessionId}/end`, {})

    expect(answer.statusCode).toBe(404)
    expect((await bob.browser.open('/security-info')).answer.statusCode).toBe(200)
  })

  test('end everywhere with one button, here too', async () => {
    const answer = await ada.browser.post('/security-info/sessions/end-all', {})

    expect(answer.json()).toEqual({ navigate: '/signed-out' })
    expect((await ada.browser.open('/security-info')).path).toMatch(/^\/sign-in/)
    expect([...ada.browser.cookies.keys()].some((name) => name.startsWith('latchkey-session'))).toBe(false)
  })
})

describe('the pages', () => {
  test('say nothing that would help whoever looks over the shoulder: no session ids of this browser, no secrets', async () => {
    const { answer } = await ada.browser.open('/security-info')
    const token = [...ada.browser.cookies].find(([name]) => name.startsWith('latchkey-session'))?.[1] ?? '?'

    expect(answer.body).not.toContain(token)
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test.each(pages.slice(0, 5))('%s is at most ten kilobytes', async (page) => {
    const cookie = [...ada.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')

    const answer = await world.app.inject({ url: page, headers: { cookie, 'accept-encoding': 'br' } })

    expect(answer.statusCode).toBe(200)
    expect(answer.rawPayload.length).toBeLessThan(10 * 1024)
  })
})
