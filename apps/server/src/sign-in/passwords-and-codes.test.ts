import { setPassword } from '@latchkey/identity/administer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestBrowser } from './test-browser.ts'
import { addWithCodes, codeAt, password, signInWithCode } from './test-codes.ts'
import { testPasskey } from './test-passkey.ts'
import {
  actor,
  answerQuestions,
  hasSession,
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

describe('somebody with a password alone', () => {
  beforeEach(async () => {
    const { tenantId, userId } = await world.add('pia')
    await setPassword(world.deps, { tenantId, userId, password, actor })
  })

  test('is told honestly that it is not enough, and who can help', async () => {
    const browser = world.browser()
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
    const browser = world.browser()
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
    secret = await addWithCodes(world, 'tom')
  })

  const signIn = (browser: TestBrowser) => signInWithCode(world, browser, { name: 'tom', secret })

  test('gives both, and is asked to make a passkey', async () => {
    const browser = world.browser()

    const secure = await signIn(browser)

    expect(secure.heading).toBe('Keep your account secure')
    expect(secure.answer.body).toContain('"conditional":true')
  })

  test('is not asked for a name when the browser makes the passkey by itself', async () => {
    const browser = world.browser()
    const { flow } = await signIn(browser)

    const begun = await browser.post('/sign-in/register/begin', { flow, kind: 'conditional' })
    const response = testPasskey().register(begun.json().options)
    const url = await post(browser, '/sign-in/register/finish', { flow, kind: 'conditional', response })

    expect(await answerQuestions(browser, url)).toBe('/arrived')
  })

  test('cannot give the code first, or without having begun', async () => {
    const browser = world.browser()
    const { flow } = await typeName(browser, 'tom')

    const answer = await browser.post('/sign-in/code', { flow, value: codeAt(secret, world.clock.at) })

    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:session_ended' })
  })
})
