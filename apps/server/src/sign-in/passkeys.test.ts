import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestPasskey, testPasskey } from './test-passkey.ts'
import {
  answerQuestions,
  hasSession,
  makePasskey,
  openSignInWorld,
  post,
  type SignInWorld,
  typeName,
} from './test-sign-in-world.ts'

let world: SignInWorld

beforeEach(async () => {
  world = await openSignInWorld()
})

afterEach(async () => await world.close())

describe('a newcomer', () => {
  test('comes with a pass, makes a passkey, names it, and arrives', async () => {
    const browser = world.browser()

    const secure = await world.comeWithPass(browser, 'nora')
    expect(secure.heading).toBe('Keep your account secure')
    const url = await makePasskey(browser, secure.flow, testPasskey())

    expect(await answerQuestions(browser, url)).toBe('/arrived')
    const nora = await world.deps.stores.people.findByUserName(world.tenant.tenantId, 'nora@contoso.example')
    const kept = await world.deps.stores.credentials.listOfPerson(world.tenant.tenantId, nora?.userId ?? '')
    expect(kept).toMatchObject([{ name: 'Laptop', createdBy: 'interrupt' }])
  })

  test('may put the passkey off, if what they have is enough', async () => {
    const browser = world.browser()
    const { flow } = await world.comeWithPass(browser, 'nora')

    expect(await post(browser, '/sign-in/skip', { flow, answer: 'secure' })).toBe('/arrived')
  })

  test('uses the new passkey right there, if the app asks for one', async () => {
    const browser = world.browser()
    const passkey = testPasskey()
    const secure = await world.comeWithPass(browser, 'nora', '/ask?strength=phishingResistant')
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
    const browser = world.browser()
    const { flow } = await world.comeWithPass(browser, 'kay')
    await makePasskey(browser, flow, passkey)
    world.clock.at = new Date(world.clock.at.getTime() + 24 * 60 * 60 * 1000)
  })

  test('types the name, and is asked for it at once, with its transports', async () => {
    const browser = world.browser()

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
    const browser = world.browser()
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
    await world.add('ben')
    const browser = world.browser()
    const page = await typeName(browser, 'ben')

    const { json } = await browser.post('/sign-in/passkey/begin', { flow: page.flow })
    const response = passkey.authenticate(json().options)
    const answer = await browser.post('/sign-in/passkey/finish', { flow: page.flow, response })

    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.json()).toMatchObject({ title: expect.any(String), next: expect.any(String) })
    expect(hasSession(browser)).toBe(false)
  })

  test('is told in words when an answer comes twice', async () => {
    const browser = world.browser()
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
    const browser = world.browser()
    const one = await browser.open('/ask?strength=multiFactor')
    const other = await browser.open('/ask?strength=multiFactor')

    const answer = await browser.post('/sign-in/passkey/finish', {
      flow: other.flow,
      response: passkey.authenticate(one.options),
    })

    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:challenge_unknown' })
  })

  test('signs out, and the session is over', async () => {
    const browser = world.browser()
    const { flow, options } = await browser.open('/ask?strength=multiFactor')
    await browser.post('/sign-in/passkey/finish', { flow, response: passkey.authenticate(options) })
    const cookies = new Map(browser.cookies)

    expect((await browser.open('/sign-out')).heading).toBe('Sign out?')
    expect(await post(browser, '/sign-out', {})).toBe('/signed-out')

    expect(hasSession(browser)).toBe(false)
    const thief = world.browser()
    for (const [name, value] of cookies) thief.cookies.set(name, value)
    expect((await thief.open('/sign-out')).heading).toBe('You are signed out')
  })
})
