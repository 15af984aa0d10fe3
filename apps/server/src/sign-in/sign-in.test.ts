import { createHmac } from 'node:crypto'
import {
  addPerson,
  beginTotp,
  createTenant,
  finishTotp,
  issuePass,
  type Person,
  redeemPass,
  removePass,
  setPassword,
  type Tenant,
} from '@latchkey/identity'
import type { StrengthName } from '@latchkey/policy'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { type TestBrowser, testBrowser } from './test-browser.ts'
import { type TestPasskey, testPasskey } from './test-passkey.ts'

const actor = { kind: 'operator' } as const
const password = 'correct horse battery staple'

let world: TestWorld
let tenant: Tenant

beforeEach(async () => {
  world = await openTestWorld()
  tenant = await createTenant(world.deps, { displayName: 'Contoso', domain: 'contoso.example', actor })
  world.app.get<{ Querystring: { strength: StrengthName; tenant?: string } }>(
    '/ask',
    async (request, reply) => {
      const { strength, tenant: tenantId } = request.query
      const ask = {
        to: '/arrived',
        require: { strength },
        tenantId,
        app: { clientId: 'app', displayName: 'Expenses' },
      }
      return reply.redirect(beginSignIn(world.deps, request, reply, ask))
    },
  )
})

afterEach(async () => await world.close())

function add(name: string): Promise<Person> {
  const { tenantId } = tenant
  return addPerson(world.deps, { tenantId, userName: `${name}@contoso.example`, displayName: name, actor })
}

async function addNewcomer(name: string): Promise<string> {
  const { tenantId, userId } = await add(name)
  return (await issuePass(world.deps, { tenantId, userId, actor })).pass
}

async function post(browser: TestBrowser, path: string, body: object): Promise<string> {
  const answer = await browser.post(path, body)
  expect(answer.json(), path).toHaveProperty('navigate')
  return answer.json().navigate
}

/** Type the name, and open the page that it gets. */
async function typeName(browser: TestBrowser, name: string, ask = '/ask?strength=multiFactor') {
  const { flow } = await browser.open(ask)
  return await browser.open(
    await post(browser, '/sign-in/name', { flow, userName: `${name}@contoso.example` }),
  )
}

/** Come with a pass, up to the question for a passkey. */
async function comeWithPass(browser: TestBrowser, name: string, ask?: string) {
  const pass = await addNewcomer(name)
  const { flow } = await typeName(browser, name, ask)
  const way = await browser.open(`/sign-in/pass?flow=${flow}`)
  return await browser.open(await post(browser, '/sign-in/pass', { flow: way.flow, value: pass }))
}

/** Make a passkey where it is asked for, and name it. @returns where it leads */
async function makePasskey(browser: TestBrowser, flow: string, passkey: TestPasskey): Promise<string> {
  const begun = await browser.post('/sign-in/register/begin', { flow, kind: 'this-device' })
  const response = passkey.register(begun.json().options)
  const named = await browser.open(
    await post(browser, '/sign-in/register/finish', { flow, kind: 'this-device', response }),
  )
  expect(named.heading).toBe('Your passkey is ready')
  return await post(browser, '/sign-in/name-passkey', { flow: named.flow, value: 'Laptop' })
}

/** Answer the questions, until there are none. @returns where it leads */
async function answerQuestions(browser: TestBrowser, start: string): Promise<string> {
  let url = start
  for (const question of ['default', 'stay']) {
    if (!url.startsWith(`/sign-in/${question}?`)) continue
    const { flow } = await browser.open(url)
    url = await post(browser, `/sign-in/${question}`, { flow, answer: 'no' })
  }
  return url
}

const hasSession = (browser: TestBrowser) =>
  [...browser.cookies.keys()].some((name) => name.includes('session'))

describe('a newcomer', () => {
  test('comes with a pass, makes a passkey, names it, and arrives', async () => {
    const browser = testBrowser(world)

    const secure = await comeWithPass(browser, 'nora')
    expect(secure.heading).toBe('Keep your account secure')
    const url = await makePasskey(browser, secure.flow, testPasskey())

    expect(await answerQuestions(browser, url)).toBe('/arrived')
    const nora = await world.deps.stores.people.findByUserName(tenant.tenantId, 'nora@contoso.example')
    const kept = await world.deps.stores.credentials.listOfPerson(tenant.tenantId, nora?.userId ?? '')
    expect(kept).toMatchObject([{ name: 'Laptop', createdBy: 'interrupt' }])
  })

  test('may put the passkey off, if what they have is enough', async () => {
    const browser = testBrowser(world)
    const { flow } = await comeWithPass(browser, 'nora')

    expect(await post(browser, '/sign-in/skip', { flow, answer: 'secure' })).toBe('/arrived')
  })

  test('uses the new passkey right there, if the app asks for one', async () => {
    const browser = testBrowser(world)
    const passkey = testPasskey()
    const secure = await comeWithPass(browser, 'nora', '/ask?strength=phishingResistant')
    expect(secure.answer.body).not.toContain('Not now')

    const again = await browser.open(await makePasskey(browser, secure.flow, passkey))
    expect(again.heading).toBe('Confirm it is you')
    const url = await post(browser, '/sign-in/passkey/finish', {
      flow: again.flow,
      response: passkey.authenticate(again.options),
    })

    expect(await answerQuestions(browser, url)).toBe('/arrived')
  })
})

describe('somebody with a passkey', () => {
  let passkey: TestPasskey

  beforeEach(async () => {
    passkey = testPasskey()
    const browser = testBrowser(world)
    const { flow } = await comeWithPass(browser, 'kay')
    await makePasskey(browser, flow, passkey)
    world.clock.at = new Date(world.clock.at.getTime() + 24 * 60 * 60 * 1000)
  })

  test('types the name, and is asked for it at once, with its transports', async () => {
    const browser = testBrowser(world)

    const page = await typeName(browser, 'kay')

    expect(page.heading).toBe('Use your passkey')
    expect(page.options).toMatchObject({
      rpId: 'localhost',
      userVerification: 'required',
      allowCredentials: [{ id: passkey.id, transports: ['hybrid', 'internal'] }],
    })
    const response = passkey.authenticate(page.options)
    const url = await post(browser, '/sign-in/passkey/finish', { flow: page.flow, response })
    expect(url).toContain('/sign-in/default?')
    expect(await answerQuestions(browser, url)).toBe('/arrived')
  })

  test('signs in without a name, and without anybody having said which organisation', async () => {
    const browser = testBrowser(world)
    const { flow, options } = await browser.open('/ask?strength=multiFactor')

    const answer = await browser.post('/sign-in/passkey/finish', {
      flow,
      response: passkey.authenticate(options),
    })

    expect(await answerQuestions(browser, answer.json().navigate)).toBe('/arrived')
    expect(answer.json().signal).toMatchObject({ allAcceptedCredentialIds: [passkey.id] })
    expect(hasSession(browser)).toBe(true)
  })

  test('is not somebody else: the passkey of one name does not sign in another', async () => {
    await add('ben')
    const browser = testBrowser(world)
    const page = await typeName(browser, 'ben')

    const { json } = await browser.post('/sign-in/passkey/begin', { flow: page.flow })
    const response = passkey.authenticate(json().options)
    const answer = await browser.post('/sign-in/passkey/finish', { flow: page.flow, response })

    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.json()).toMatchObject({ title: expect.any(String), next: expect.any(String) })
    expect(hasSession(browser)).toBe(false)
  })

  test('is told in words when an answer comes twice', async () => {
    const browser = testBrowser(world)
    const { flow, options } = await browser.open('/ask?strength=multiFactor')
    const response = passkey.authenticate(options)
    await browser.post('/sign-in/passkey/finish', { flow, response })

    const again = await browser.post('/sign-in/passkey/finish', { flow, response })

    expect(again.json()).toMatchObject({
      type: 'urn:latchkey:challenge_spent',
      title: 'This answer was used already',
      correlationId: again.headers['x-correlation-id'],
    })
  })

  test('cannot answer in one visit what was asked in another', async () => {
    const browser = testBrowser(world)
    const one = await browser.open('/ask?strength=multiFactor')
    const other = await browser.open('/ask?strength=multiFactor')

    const answer = await browser.post('/sign-in/passkey/finish', {
      flow: other.flow,
      response: passkey.authenticate(one.options),
    })

    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:challenge_unknown' })
  })

  test('signs out, and the session is over', async () => {
    const browser = testBrowser(world)
    const { flow, options } = await browser.open('/ask?strength=multiFactor')
    await browser.post('/sign-in/passkey/finish', { flow, response: passkey.authenticate(options) })
    const cookies = new Map(browser.cookies)

    expect((await browser.open('/sign-out')).heading).toBe('Sign out?')
    expect(await post(browser, '/sign-out', {})).toBe('/signed-out')

    expect(hasSession(browser)).toBe(false)
    const thief = testBrowser(world)
    for (const [name, value] of cookies) thief.cookies.set(name, value)
    expect((await thief.open('/sign-out')).heading).toBe('You are signed out')
  })
})

describe('somebody with a password alone', () => {
  beforeEach(async () => {
    const { tenantId, userId } = await add('pia')
    await setPassword(world.deps, { tenantId, userId, password, actor })
  })

  test('is told honestly that it is not enough, and who can help', async () => {
    const browser = testBrowser(world)
    const page = await typeName(browser, 'pia')
    expect(page.heading).toBe('Enter your password')

    const end = await browser.open(
      await post(browser, '/sign-in/password', { flow: page.flow, value: password }),
    )

    expect(end.heading).toBe('You cannot sign in this way yet')
    expect(end.answer.body).toContain('Expenses asks for a sign-in with two factors')
    expect(end.answer.body).toContain('Temporary Access Pass')
  })

  test('hears the same of a wrong password as a stranger does', async () => {
    const browser = testBrowser(world)
    const { flow } = await typeName(browser, 'pia')
    const stranger = await typeName(browser, 'nobody-at-all')

    const ofPia = await browser.post('/sign-in/password', { flow, value: 'wrong' })
    const ofNobody = await browser.post('/sign-in/password', { flow: stranger.flow, value: 'wrong' })

    const { correlationId: _, ...said } = ofPia.json()
    expect(ofNobody.statusCode).toBe(ofPia.statusCode)
    expect(ofNobody.json()).toMatchObject(said)
    expect(hasSession(browser)).toBe(false)
  })
})

describe('somebody with a password and codes', () => {
  let secret: string

  beforeEach(async () => {
    const { tenantId, userId, userName } = await add('tom')
    const { deps } = world
    await setPassword(deps, { tenantId, userId, password, actor })
    const { pass } = await issuePass(deps, { tenantId, userId, actor })
    const visitor = {
      correlationId: '',
      ipAddress: '192.0.2.1',
      userAgent: '',
      visitHash: new Uint8Array(32),
    }
    const binding = { purpose: 'sign-in', context: '' } as const
    const { session } = await redeemPass(deps, { tenantId, userName, pass, visitor, binding })
    const begun = await beginTotp(deps, session)
    secret = begun.secret
    await finishTotp(deps, { session, sealed: begun.sealed, code: codeAt(secret, world.clock.at), visitor })
    await removePass(deps, { tenantId, userId, actor })
    world.clock.at = new Date(world.clock.at.getTime() + 60_000)
  })

  /** Up to the page that comes after both proofs. */
  async function signIn(browser: TestBrowser) {
    const page = await typeName(browser, 'tom')
    const second = await browser.open(
      await post(browser, '/sign-in/password', { flow: page.flow, value: password }),
    )
    expect(second.heading).toBe('Enter the code')
    const value = codeAt(secret, world.clock.at).replace(/^.../, '$& ')
    return await browser.open(await post(browser, '/sign-in/code', { flow: second.flow, value }))
  }

  test('gives both, and is asked to make a passkey', async () => {
    const browser = testBrowser(world)

    const secure = await signIn(browser)

    expect(secure.heading).toBe('Keep your account secure')
    expect(secure.answer.body).toContain('"conditional":true')
  })

  test('is not asked for a name when the browser makes the passkey by itself', async () => {
    const browser = testBrowser(world)
    const { flow } = await signIn(browser)

    const begun = await browser.post('/sign-in/register/begin', { flow, kind: 'conditional' })
    const response = testPasskey().register(begun.json().options)
    const url = await post(browser, '/sign-in/register/finish', { flow, kind: 'conditional', response })

    expect(await answerQuestions(browser, url)).toBe('/arrived')
  })

  test('cannot give the code first, or without having begun', async () => {
    const browser = testBrowser(world)
    const { flow } = await typeName(browser, 'tom')

    const answer = await browser.post('/sign-in/code', { flow, value: codeAt(secret, world.clock.at) })

    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:session_ended' })
  })
})

/** The code that an app shows. @see https://www.rfc-editor.org/rfc/rfc6238 */
function codeAt(secret: string, at: Date): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const code = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff
  return String(code % 1_000_000).padStart(6, '0')
}

describe('a name', () => {
  test('of an unknown organisation is called so', async () => {
    const browser = testBrowser(world)
    const { flow } = await browser.open('/ask?strength=multiFactor')

    const unknown = await browser.post('/sign-in/name', { flow, userName: 'kay@fabrikam.example' })
    const bare = await browser.post('/sign-in/name', { flow, userName: 'kay' })

    expect(unknown.json()).toMatchObject({ type: 'urn:latchkey:tenant_unknown' })
    expect(bare.json()).toMatchObject({ type: 'urn:latchkey:domain_needed' })
  })

  test('without a domain is one of the organisation that is asked for', async () => {
    const browser = testBrowser(world)
    const { flow } = await browser.open(`/ask?strength=multiFactor&tenant=${tenant.tenantId}`)

    const page = await browser.open(await post(browser, '/sign-in/name', { flow, userName: ' Kay ' }))

    expect(page.answer.body).toContain('Kay@contoso.example')
  })

  test('that nobody has gets the pages that people get, with the same headers', async () => {
    await add('pia')
    const browser = testBrowser(world)
    const known = await typeName(browser, 'pia')

    const unknown = await typeName(browser, 'ida')

    expect(unknown.heading).toBe(known.heading)
    expect(Object.keys(unknown.answer.headers)).toEqual(Object.keys(known.answer.headers))
    expect(Math.abs(unknown.answer.body.length - known.answer.body.length)).toBeLessThan(100)
  })
})

describe('a flow', () => {
  test('belongs to one browser', async () => {
    const { flow } = await testBrowser(world).open('/ask?strength=multiFactor')
    const other = testBrowser(world)
    await other.open('/ask?strength=multiFactor')

    const page = await other.open(`/sign-in/password?flow=${flow}`)
    const answer = await other.post('/sign-in/passkey/begin', { flow })

    expect(page.answer.statusCode).toBe(410)
    expect(page.heading).toBe('This page is too old')
    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:flow_stale', title: 'This page is too old' })
  })

  test('ends after an hour', async () => {
    const browser = testBrowser(world)
    const { flow } = await browser.open('/ask?strength=multiFactor')

    world.clock.at = new Date(world.clock.at.getTime() + 61 * 60 * 1000)

    expect((await browser.open(`/sign-in?flow=${flow}`)).answer.statusCode).toBe(410)
  })

  test('is no place for an answer without a flow, or from another site', async () => {
    const { statusCode } = await testBrowser(world).post('/sign-in/name', { userName: 'kay@contoso.example' })
    const cross = await world.app.inject({
      method: 'POST',
      url: '/sign-in/passkey/begin',
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      payload: { flow: '' },
    })

    expect(statusCode).toBe(400)
    expect(cross.statusCode).toBe(403)
  })

  test('writes nothing when somebody arrives, types a name, and begins', async () => {
    const browser = testBrowser(world)
    await add('kay')
    const units = vi.spyOn(world.deps.stores, 'atomically')

    const page = await typeName(browser, 'kay')
    await browser.post('/sign-in/passkey/begin', { flow: page.flow })

    expect(units).not.toHaveBeenCalled()
  })

  test('carries a person out of an in-app browser, with destination and name', async () => {
    await add('kay')
    const instagram =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile Instagram 300'
    const inApp = await testBrowser(world, instagram).open('/ask?strength=multiFactor')
    expect(inApp.heading).toBe('Open this in your browser')
    const link = /data-value="([^"]*)"/.exec(inApp.answer.body)?.[1] ?? ''

    const safari = await testBrowser(world).open(new URL(link).pathname + new URL(link).search)

    expect(safari.heading).toBe('Sign in')
    expect(safari.answer.body).toContain('Expenses')
  })
})

describe('a browser that gives no passkey', () => {
  const failure = {
    ceremony: 'get',
    name: 'NotAllowedError',
    message: '',
    elapsedMilliseconds: 20,
    timeoutMilliseconds: 300_000,
    automatic: false,
    focused: true,
    framed: false,
    secure: true,
    transports: [],
    capabilities: {},
  }

  test('is explained in words, and noted under the same code and correlation id', async () => {
    await add('kay')
    const browser = testBrowser(world)
    const { flow } = await typeName(browser, 'kay')

    const answer = await browser.post('/sign-in/report', { flow, failure })
    await world.app.close()

    expect(answer.json()).toMatchObject({
      type: 'urn:latchkey:browser_prompt_blocked',
      title: 'The passkey prompt did not open',
    })
    const noted = await world.deps.stores.signIns.list(tenant.tenantId, { limit: 10 })
    expect(noted).toMatchObject([
      { code: 'browser_prompt_blocked', outcome: 'interrupted', correlationId: answer.json().correlationId },
    ])
  })

  test('cannot fill the log', async () => {
    const browser = testBrowser(world)
    const { flow } = await typeName(browser, 'kay')

    for (let report = 0; report < 50; report++) await browser.post('/sign-in/report', { flow, failure })
    await world.app.close()

    expect(await world.deps.stores.signIns.list(tenant.tenantId, { limit: 100 })).toHaveLength(20)
  })
})
