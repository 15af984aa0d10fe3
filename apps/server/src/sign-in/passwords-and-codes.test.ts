import { createHmac } from 'node:crypto'
import { beginTotp, finishTotp, issuePass, redeemPass, removePass, setPassword } from '@latchkey/identity'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestBrowser } from './test-browser.ts'
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

const password = 'correct horse battery staple'

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
    const { tenantId, userId, userName } = await world.add('tom')
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
