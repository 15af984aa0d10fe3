import { once } from 'node:events'
import type { Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { IdentityProvider } from './identity-provider.ts'
import { readSampleConfig, type SampleConfig } from './sample-config.ts'
import { sampleServer } from './sample-server.ts'
import { type SampleSessions, type SignedInPerson, sampleSessions } from './sample-sessions.ts'

const config: SampleConfig = readSampleConfig({
  SAMPLE_NAME: 'Expenses',
  SAMPLE_URL: 'http://localhost:4001',
  SAMPLE_ISSUER: 'http://localhost:4000/t/v2.0',
  SAMPLE_CLIENT_ID: 'expenses',
  SAMPLE_CLIENT_SECRET: 'x',
})

const grace: SignedInPerson = {
  sub: 'grace',
  sid: 's1',
  name: 'Grace <Oduya>',
  userName: 'grace@juniper.example',
  amr: ['fido', 'mfa'],
  acr: 'urn:latchkey:acr:phr',
  authTime: new Date('2026-03-02T09:00:00Z'),
  groups: [],
  roles: ['employee'],
  idToken: 'token',
}

/** The identity provider is outside this app: one that knows Grace, and one logout token. */
const provider: IdentityProvider = {
  beginSignIn: async (ask) => ({
    address: new URL(`http://localhost:4000/authorize?ask=${ask}`),
    pending: { state: 's', nonce: 'n', codeVerifier: 'v' },
  }),
  async finishSignIn(address) {
    if (address.searchParams.get('code') !== 'good') throw new Error('no')
    return grace
  },
  signOutAddress: async () => new URL('http://localhost:4000/logout'),
  async readLogoutToken(token) {
    if (token !== 'good') throw new Error('no')
    return { sub: 'grace', sid: 's1', tokenId: 'j' }
  },
}

describe('using the sample app', () => {
  let server: Server
  let sessions: SampleSessions
  let origin: string

  beforeEach(async () => {
    sessions = sampleSessions()
    server = sampleServer({ config, provider, sessions }).listen(0)
    await once(server, 'listening')
    const address = server.address()
    origin = `http://localhost:${typeof address === 'object' ? address?.port : 0}`
  })

  afterEach(() => void server.close())

  const ask = (path: string, options: RequestInit = {}) =>
    fetch(origin + path, { redirect: 'manual', ...options })
  const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''

  async function signIn(): Promise<string> {
    const begun = await ask('/sign-in', { method: 'POST' })
    const done = await ask('/signed-in?code=good&state=s', { headers: { cookie: cookieOf(begun) } })
    return cookieOf(done)
  }

  test('shows who signed in, and how', async () => {
    const page = await (await ask('/', { headers: { cookie: await signIn() } })).text()

    expect(page).toContain('Hello, Grace &#60;Oduya&#62;')
    expect(page).toContain('urn:latchkey:acr:phr')
    expect(page).not.toContain('<Oduya>')
  })

  test('takes no answer to a question it did not ask', async () => {
    const answer = await ask('/signed-in?code=good&state=s')

    expect(answer.status).toBe(400)
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  test('takes an answer once', async () => {
    const cookie = cookieOf(await ask('/sign-in', { method: 'POST' }))
    await ask('/signed-in?code=good&state=s', { headers: { cookie } })

    expect((await ask('/signed-in?code=good&state=s', { headers: { cookie } })).status).toBe(400)
  })

  test('ends the session that a logout token names', async () => {
    const cookie = await signIn()
    const told = await ask('/backchannel-logout', {
      method: 'POST',
      body: new URLSearchParams({ logout_token: 'good' }),
    })

    expect(told.status).toBe(200)
    expect(await (await ask('/', { headers: { cookie } })).text()).toContain('Sign in with Latchkey')
  })

  test('ends nothing for a token it cannot verify', async () => {
    const cookie = await signIn()
    const told = await ask('/backchannel-logout', {
      method: 'POST',
      body: new URLSearchParams({ logout_token: 'bad' }),
    })

    expect(told.status).toBe(400)
    expect(await (await ask('/', { headers: { cookie } })).text()).toContain('Hello, Grace')
  })

  test('asks for a phishing-resistant sign-in', async () => {
    const answer = await ask('/sign-in/phishing-resistant', { method: 'POST' })

    expect(answer.headers.get('location')).toBe('http://localhost:4000/authorize?ask=phishingResistant')
  })

  test('signs out here and there', async () => {
    const cookie = await signIn()
    const answer = await ask('/sign-out', { method: 'POST', headers: { cookie } })

    expect(answer.headers.get('location')).toBe('http://localhost:4000/logout')
    expect(await (await ask('/', { headers: { cookie } })).text()).toContain('Sign in with Latchkey')
  })
})

describe('configuring the sample app', () => {
  test('says everything that is missing at once', () => {
    expect(() => readSampleConfig({ SAMPLE_URL: 'http://expenses.example' })).toThrow(
      /SAMPLE_NAME is missing.*SAMPLE_URL must be https.*SAMPLE_CLIENT_SECRET is missing/,
    )
  })
})
