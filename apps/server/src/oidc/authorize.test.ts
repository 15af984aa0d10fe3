import { sha256 } from '@latchkey/identity'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitCookie } from '../http/cookies.ts'
import { findFlow } from '../sign-in/flow.ts'
import {
  authorize,
  bearing,
  browse,
  callback,
  newAuthorization,
  newClient,
  newPerson,
  newTenant,
  type OidcWorld,
  openOidcWorld,
  passkeyProof,
  press,
  signIn,
} from './test-oidc-world.ts'

let world: OidcWorld

beforeAll(async () => {
  world = await openOidcWorld()
})

afterAll(() => world.close())

const inAnHour = () => new Date(world.deps.now().getTime() + 3_600_000)
const hourAgo = () => new Date(world.deps.now().getTime() - 3_600_000)
const password = () => ({ method: 'password', at: world.deps.now() }) as const

describe('openid-client', () => {
  test('signs a person in with code and PKCE, and asks who they are', async () => {
    const { client } = await newClient(world, world.tenant)
    const { session, cookies } = await signIn(world, world.person)

    const tokens = await authorize(world, client, cookies)
    const info = await oidc.fetchUserInfo(client, tokens.access_token, world.person.userId)

    expect(tokens.claims()).toMatchObject({
      sub: world.person.userId,
      oid: world.person.userId,
      tid: world.tenant.tenantId,
      ver: '2.0',
      name: 'Maria Example',
      preferred_username: 'maria@juniper.example',
      email: 'maria@juniper.example',
      sid: session.sessionId,
      auth_time: Math.floor(world.deps.now().getTime() / 1000),
    })
    expect(info).toMatchObject({ name: 'Maria Example', tid: world.tenant.tenantId })
    expect(tokens.refresh_token).toBeUndefined()
    expect(await world.deps.stores.sessions.listApps(world.tenant.tenantId, session.sessionId)).toHaveLength(
      1,
    )
  })

  test('is told when it says more than any app says, and nothing is kept of it', async () => {
    const { client } = await newClient(world, world.tenant)
    const { address } = await newAuthorization(client, { state: 'x'.repeat(5000) })

    const answer = await world.app.inject({ url: `${address.pathname}${address.search}` })

    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:invalid_input' })
  })

  test('finds the tenant by its domain, and the issuer keeps the id', async () => {
    const { app } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person)
    const { client } = await newClient(world, world.tenant)
    const { address, checks } = await newAuthorization(client)
    address.pathname = address.pathname.replace(world.tenant.tenantId, 'juniper.example')

    const { url } = await browse(world, cookies, address)
    const tokens = await oidc.authorizationCodeGrant(client, url, checks)

    expect(app.tenantId).toBe(world.tenant.tenantId)
    expect(tokens.claims()?.iss).toBe(`${world.deps.config.url.origin}/${world.tenant.tenantId}/v2.0`)
  })

  test.each(['ES256', 'RS256'] as const)(
    'gets ID tokens signed with %s, as the app is set to',
    async (alg) => {
      const { client } = await newClient(world, world.tenant, { signingAlgorithm: alg })
      const { cookies } = await signIn(world, world.person)

      const tokens = await authorize(world, client, cookies)

      const header = JSON.parse(Buffer.from(tokens.id_token?.split('.')[0] ?? '', 'base64url').toString())
      expect(header).toMatchObject({ alg })
    },
  )

  test('gets the answer posted by a page of ours, with form_post', async () => {
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person)
    const { address } = await newAuthorization(client, { response_mode: 'form_post', state: '"><script>' })

    const { status, body } = await browse(world, cookies, address)

    expect(status).toBe(200)
    expect(body).toContain(`action="${callback}"`)
    expect(body).toMatch(/name="code" value="[\w.-]+"/)
    expect(body).not.toContain('"><script>')
  })
})

describe('an authorization request that is posted', () => {
  test('is answered like any other', async () => {
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person)
    const { address, checks } = await newAuthorization(client)

    const sent = await world.app.inject({
      method: 'POST',
      url: address.pathname,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://app.example' },
      payload: address.search.slice(1),
    })
    const { url } = await browse(world, cookies, new URL(sent.headers.location ?? '', address))
    const tokens = await oidc.authorizationCodeGrant(client, url, checks)

    expect(sent.statusCode).toBe(303)
    expect(tokens.claims()?.sub).toBe(world.person.userId)
  })
})

describe('a posted authorization request that is too long for an address', () => {
  test('is refused by name, and not led to where headers are too large', async () => {
    const post = (state: string) =>
      world.app.inject({
        method: 'POST',
        url: `/${world.tenant.tenantId}/oauth2/v2.0/authorize`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://app.example' },
        payload: `scope=openid&state=${state}`,
      })

    const short = await post('x'.repeat(9 * 1024))
    const long = await post('x'.repeat(17 * 1024))

    expect(short.statusCode).toBe(303)
    expect(long.statusCode).toBe(413)
    expect(long.body).toContain('invalid_request: the request is too long')
    expect(long.headers.location).toBeUndefined()
  })
})

describe('an authorization request that is posted to a made-up tenant', () => {
  test.each(['%2Fevil.example', '%5Cevil.example'])('leads to no other host (%s)', async (tenant) => {
    const { headers } = await world.app.inject({
      method: 'POST',
      url: `/${tenant}/oauth2/v2.0/authorize`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
      payload: 'scope=openid',
    })

    const { origin } = world.deps.config.url
    expect(new URL(headers.location ?? '', origin).origin).toBe(origin)
  })
})

describe('a request that cannot be answered to the app', () => {
  test.each([
    ['another redirect address', { redirect_uri: 'https://evil.example/' }, 'invalid_redirect_uri'],
    ['one that only begins like it', { redirect_uri: `${callback}/more` }, 'invalid_redirect_uri'],
    ['an app nobody knows', { client_id: 'nobody' }, 'invalid_client'],
  ])('%s gets a page, and nothing else', async (_, change, error) => {
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person)
    const { address } = await newAuthorization(client)
    for (const [name, value] of Object.entries(change)) address.searchParams.set(name, value)

    const { url, status, body } = await browse(world, cookies, address)

    expect(url.origin).toBe(world.deps.config.url.origin)
    expect(status).toBe(400)
    expect(body).toContain(error)
  })

  test('an app that was switched off gets a page', async () => {
    const { app, client } = await newClient(world, world.tenant)
    const { address } = await newAuthorization(client)
    await world.deps.stores.apps.put({ ...app, enabled: false })

    const { status } = await browse(world, new Map(), address)

    expect(status).toBe(400)
  })
})

describe('a request that the app is told about', () => {
  const answered = async (
    change: Readonly<Record<string, string>>,
    cookies: Map<string, string>,
    more: Parameters<typeof newClient>[2] = {},
  ) => {
    const { client } = await newClient(world, world.tenant, more)
    const { address } = await newAuthorization(client, change)
    for (const [name, value] of Object.entries(change)) if (value === '') address.searchParams.delete(name)
    const { url } = await browse(world, cookies, address)
    return `${url.origin}${url.pathname}` === callback
      ? Object.fromEntries(url.searchParams)
      : { error: 'none' }
  }

  test('without PKCE is refused', async () => {
    const { cookies } = await signIn(world, world.person)
    expect(await answered({ code_challenge: '', code_challenge_method: '' }, cookies)).toMatchObject({
      error: 'invalid_request',
    })
  })

  test('with plain PKCE is refused', async () => {
    const { cookies } = await signIn(world, world.person)
    expect(await answered({ code_challenge_method: 'plain' }, cookies)).toMatchObject({
      error: 'invalid_request',
    })
  })

  test('with prompt=none and nobody there gets login_required', async () => {
    expect(await answered({ prompt: 'none' }, new Map())).toMatchObject({ error: 'login_required' })
  })

  test('with prompt=none and somebody there gets a code', async () => {
    const { cookies } = await signIn(world, world.person)
    expect(await answered({ prompt: 'none' }, cookies)).toHaveProperty('code')
  })

  test.each([
    ['a stronger sign-in', { acr_values: 'urn:latchkey:acr:phr' }],
    ['a newer sign-in', { max_age: '60' }],
    [
      'multi-factor authentication that just happened',
      { claims: JSON.stringify({ id_token: { amr: { essential: true, values: ['ngcmfa'] } } }) },
    ],
    ['another person', { login_hint: 'nora@juniper.example' }],
  ])('with prompt=none that needs %s gets login_required', async (_, more) => {
    const proofs = [{ method: 'temporaryAccessPass', at: hourAgo() } as const]
    const { cookies } = await signIn(world, world.person, proofs)
    expect(await answered({ prompt: 'none', ...more }, cookies)).toMatchObject({ error: 'login_required' })
  })

  test('with prompt=none and a hint at somebody else gets login_required', async () => {
    const { client } = await newClient(world, world.tenant)
    const nora = await newPerson(world, world.tenant, 'nora@juniper.example')
    const tokens = await authorize(world, client, (await signIn(world, nora)).cookies)
    const { cookies } = await signIn(world, world.person)
    const { address } = await newAuthorization(client, {
      prompt: 'none',
      id_token_hint: tokens.id_token ?? '',
    })

    const { url } = await browse(world, cookies, address)

    expect(url.searchParams.get('error')).toBe('login_required')
  })

  test('that wants multi-factor authentication which just happened is answered when it did', async () => {
    const { cookies } = await signIn(world, world.person)
    const claims = JSON.stringify({ id_token: { amr: { essential: true, values: ['ngcmfa'] } } })
    expect(await answered({ claims, prompt: 'none' }, cookies)).toHaveProperty('code')
  })

  test('that insists on an acr nobody knows gets unmet_authentication_requirements', async () => {
    const { cookies } = await signIn(world, world.person)
    const claims = JSON.stringify({ id_token: { acr: { essential: true, values: ['gold'] } } })
    expect(await answered({ claims }, cookies)).toMatchObject({ error: 'unmet_authentication_requirements' })
  })

  test('that asks for an acr nobody knows is answered, and sees what it got', async () => {
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person)
    const tokens = await authorize(world, client, cookies, { acr_values: 'gold' })
    expect(tokens.claims()).toMatchObject({ acr: 'urn:latchkey:acr:phr' })
  })

  test('that asks for more than the person has or may add gets unmet_authentication_requirements', async () => {
    const person = await newPerson(world, world.tenant, 'weak@juniper.example')
    const { cookies } = await signIn(world, person, [
      { method: 'password', at: hourAgo() },
      { method: 'totp', at: hourAgo() },
    ])
    expect(await answered({ acr_values: 'phr' }, cookies)).toMatchObject({
      error: 'unmet_authentication_requirements',
    })
  })

  test('that insists on a way the sign-in was not made gets unmet_authentication_requirements', async () => {
    const { cookies } = await signIn(world, world.person)
    const claims = JSON.stringify({ id_token: { amr: { essential: true, values: ['otp'] } } })
    expect(await answered({ claims }, cookies)).toMatchObject({ error: 'unmet_authentication_requirements' })
  })

  test('for a person who is not assigned gets access_denied, and the log says why', async () => {
    const { cookies } = await signIn(world, world.person)
    expect(await answered({}, cookies, { assignmentRequired: true })).toMatchObject({
      error: 'access_denied',
    })
    const records = await world.deps.stores.signIns.list(world.tenant.tenantId, { limit: 100 })
    const told = records.find(({ code }) => code === 'app_not_assigned')
    expect(told).toMatchObject({ outcome: 'failure', userName: 'maria@juniper.example' })
  })

  test('that MSAL makes for a capable client is answered', async () => {
    const { cookies } = await signIn(world, world.person)
    const claims = JSON.stringify({ access_token: { xms_cc: { values: ['cp1'] } } })
    expect(await answered({ claims }, cookies)).toHaveProperty('code')
  })
})

describe('a request that nobody can satisfy', () => {
  test('writes nothing into the sign-in log when nobody is signed in', async () => {
    const { client } = await newClient(world, world.tenant)
    const claims = JSON.stringify({ id_token: { acr: { essential: true, value: 'no such' } } })
    const { address } = await newAuthorization(client, { claims })
    const list = () => world.deps.stores.signIns.list(world.tenant.tenantId, { limit: 500 })
    const before = await list()

    const { url } = await browse(world, new Map(), address)

    expect(url.searchParams.get('error')).toBe('unmet_authentication_requirements')
    expect(await list()).toEqual(before)
  })
})

describe('a request that needs the person', () => {
  test.each([
    ['nobody is signed in', () => undefined, {}],
    ['a password is not enough for the organisation', () => [password()], {}],
    [
      'more is asked for',
      () => [{ method: 'temporaryAccessPass', at: hourAgo() } as const],
      { acr_values: 'phr' },
    ],
    ['the sign-in is too old', () => [passkeyProof(hourAgo())], { max_age: '60' }],
    ['a new one is asked for', () => [passkeyProof(hourAgo())], { prompt: 'login' }],
    ['max_age is zero', () => [passkeyProof(hourAgo())], { max_age: '0' }],
    ['another person is hinted at', () => [passkeyProof(hourAgo())], { login_hint: 'nora@juniper.example' }],
  ])('leads to sign-in when %s', async (_, proofs, more) => {
    const { client } = await newClient(world, world.tenant)
    const proven = proofs()
    const cookies = proven === undefined ? new Map() : (await signIn(world, world.person, proven)).cookies
    const { address } = await newAuthorization(client, more)

    const { url } = await browse(world, cookies, address)

    expect(url.pathname).toMatch(/^\/sign-in/)
  })

  test('goes on where it was once the person has signed in', async () => {
    const { client } = await newClient(world, world.tenant)
    const { address, checks } = await newAuthorization(client, { prompt: 'login' })
    const before = await signIn(world, world.person, [passkeyProof(hourAgo())])
    const waiting = await browse(world, before.cookies, address)

    const after = await signIn(world, world.person)
    const cookies = new Map([...before.cookies, ...after.cookies])
    const { url } = await browse(world, cookies, waiting.interaction)
    const tokens = await oidc.authorizationCodeGrant(client, url, checks)

    expect(tokens.claims()).toMatchObject({ sid: after.session.sessionId })
  })

  test('is not answered for a session that is old news by then', async () => {
    const { client } = await newClient(world, world.tenant)
    const { address } = await newAuthorization(client, { prompt: 'login' })
    const { cookies } = await signIn(world, world.person, [passkeyProof(hourAgo())])
    const waiting = await browse(world, cookies, address)

    const { url } = await browse(world, cookies, waiting.interaction)

    expect(url.pathname).toMatch(/^\/sign-in/)
  })

  test('is unknown in another browser, and in another tenant', async () => {
    const { client } = await newClient(world, world.tenant)
    const { address } = await newAuthorization(client)
    const cookies = new Map<string, string>()
    const { interaction } = await browse(world, cookies, address)
    const other = await newTenant(world, 'other.example')
    const elsewhere = new URL(interaction)
    elsewhere.pathname = elsewhere.pathname.replace(world.tenant.tenantId, other.tenantId)

    const stranger = await browse(world, (await signIn(world, world.person)).cookies, interaction)
    const carried = await browse(world, new Map([...cookies]), elsewhere)

    expect(stranger.status).toBe(410)
    expect(carried.status).toBe(410)
  })

  test("is not answered with another tenant's session", async () => {
    const other = await newTenant(world, 'third.example')
    const person = await newPerson(world, other, 'olaf@third.example')
    const { cookies } = await signIn(world, person)
    const [value = ''] = [...cookies.values()]
    const [name = ''] = (await signIn(world, world.person)).cookies.keys()
    const { client } = await newClient(world, world.tenant)
    const { address } = await newAuthorization(client)

    const { url } = await browse(world, new Map([...cookies, [name, value]]), address)

    expect(url.pathname).toMatch(/^\/sign-in/)
  })
})

describe('consent', () => {
  test('is asked for once, and remembered', async () => {
    const { client } = await newClient(world, world.tenant, { consent: 'person', displayName: 'Travel' })
    const { cookies } = await signIn(world, world.person)
    const { address, checks } = await newAuthorization(client)

    const page = await browse(world, cookies, address)
    const { navigate } = await press(world, cookies, `${page.url.pathname}/consent`, 'yes')
    const { url } = await browse(world, cookies, new URL(navigate, address))
    await oidc.authorizationCodeGrant(client, url, checks)
    const again = await authorize(world, client, cookies)

    expect(page.body).toContain('Let Travel know you?')
    expect(again.claims()?.sub).toBe(world.person.userId)
  })

  test('can be refused', async () => {
    const { client } = await newClient(world, world.tenant, { consent: 'person' })
    const { cookies } = await signIn(world, world.person)
    const { address } = await newAuthorization(client)

    const page = await browse(world, cookies, address)
    const { navigate } = await press(world, cookies, `${page.url.pathname}/consent`, 'no')
    const { url } = await browse(world, cookies, new URL(navigate, address))

    expect(url.searchParams.get('error')).toBe('access_denied')
  })

  test('is asked for again with prompt=consent, and is needed with prompt=none', async () => {
    const { client } = await newClient(world, world.tenant, { consent: 'person' })
    const { cookies } = await signIn(world, world.person)
    const silent = await newAuthorization(client, { prompt: 'none' })
    const none = await browse(world, cookies, silent.address)
    const { address } = await newAuthorization(client)
    const page = await browse(world, cookies, address)
    await press(world, cookies, `${page.url.pathname}/consent`, 'yes')
    const anew = await newAuthorization(client, { prompt: 'consent' })

    const again = await browse(world, cookies, anew.address)
    const { navigate } = await press(world, cookies, `${again.url.pathname}/consent`, 'yes')
    const { url } = await browse(world, cookies, new URL(navigate, address))

    expect(none.url.searchParams.get('error')).toBe('consent_required')
    expect(again.url.pathname).toContain('/interaction/')
    expect(url.searchParams.has('code')).toBe(true)
  })

  test('to one resource does not carry another one along that nobody saw', async () => {
    const { app: calendar } = await newClient(world, world.tenant, { displayName: 'Calendar' })
    const { app: payroll } = await newClient(world, world.tenant, { displayName: 'Payroll' })
    const { client } = await newClient(world, world.tenant, { consent: 'person' })
    const { cookies } = await signIn(world, world.person)
    const scope = (...apps: readonly { readonly clientId: string }[]) =>
      ['openid', ...apps.map(({ clientId }) => `api://${clientId}/access_as_user`)].join(' ')
    const both = await newAuthorization(client, { scope: scope(calendar, payroll) })
    const page = await browse(world, cookies, both.address)
    await press(world, cookies, `${page.url.pathname}/consent`, 'yes')

    const first = await newAuthorization(client, { scope: scope(calendar), prompt: 'none' })
    const second = await newAuthorization(client, { scope: scope(payroll), prompt: 'none' })

    expect((await browse(world, cookies, first.address)).url.searchParams.has('code')).toBe(true)
    expect((await browse(world, cookies, second.address)).url.searchParams.get('error')).toBe(
      'consent_required',
    )
  })

  test('that only an administrator can give cannot be given by the person', async () => {
    const { client, app } = await newClient(world, world.tenant, { consent: 'administrator' })
    const { cookies } = await signIn(world, world.person)
    const { address } = await newAuthorization(client)

    const page = await browse(world, cookies, address)
    await press(world, cookies, `${page.url.pathname}/consent`, 'yes')
    const again = await browse(world, cookies, page.url)

    expect(page.body).toContain('An administrator must agree first')
    expect(again.body).toContain('An administrator must agree first')
    const { tenantId, clientId } = app
    expect(await world.deps.stores.consents.list(tenantId, clientId, world.person.userId)).toEqual([])
  })
})

describe('an administrator who agrees for everybody', () => {
  const consentAddress = (clientId: string, more = '') =>
    new URL(
      `/${world.tenant.tenantId}/v2.0/adminconsent?client_id=${clientId}&redirect_uri=${encodeURIComponent(callback)}&state=s1&scope=openid+profile+email${more}`,
      world.deps.config.url,
    )

  test('opens the app to everybody', async () => {
    const { client, app } = await newClient(world, world.tenant, { consent: 'administrator' })
    const boss = await newPerson(world, world.tenant, 'boss@juniper.example')
    await world.deps.stores.roles.insert(boss.tenantId, boss.userId, 'globalAdministrator')
    const { cookies } = await signIn(world, boss)
    const address = consentAddress(app.clientId)

    const page = await browse(world, cookies, address)
    const { navigate } = await press(world, cookies, `${page.url.pathname}${page.url.search}`, 'yes')
    const tokens = await authorize(world, client, (await signIn(world, world.person)).cookies)

    expect(page.body).toContain('Agree for everybody')
    expect(Object.fromEntries(new URL(navigate).searchParams)).toMatchObject({
      admin_consent: 'True',
      tenant: world.tenant.tenantId,
      state: 's1',
    })
    expect(tokens.claims()?.sub).toBe(world.person.userId)
  })

  test('must be one', async () => {
    const { app } = await newClient(world, world.tenant, { consent: 'administrator' })
    const { cookies } = await signIn(world, world.person)
    const { status } = await browse(world, cookies, consentAddress(app.clientId))
    expect(status).toBe(403)
  })

  test('must have signed in a moment ago', async () => {
    const { app } = await newClient(world, world.tenant, { consent: 'administrator' })
    const { cookies } = await signIn(world, world.person, [passkeyProof(hourAgo())])
    const { url } = await browse(world, cookies, consentAddress(app.clientId))
    expect(url.pathname).toMatch(/^\/sign-in/)
  })
})

describe('choosing an account', () => {
  test('shows who is signed in, and goes on with them', async () => {
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person, [passkeyProof(hourAgo())])
    const { address, checks } = await newAuthorization(client, { prompt: 'select_account' })

    const page = await browse(world, cookies, address)
    const { navigate } = await press(world, cookies, `${page.url.pathname}/account`, 'yes')
    const { url } = await browse(world, cookies, new URL(navigate, address))
    const tokens = await oidc.authorizationCodeGrant(client, url, checks)

    expect(page.body).toContain('maria@juniper.example')
    expect(tokens.claims()?.sub).toBe(world.person.userId)
  })

  test('is not spared by a proof from the future', async () => {
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person, [passkeyProof(inAnHour())])
    const { address } = await newAuthorization(client, { prompt: 'select_account' })

    const { body } = await browse(world, cookies, address)

    expect(body).toContain('maria@juniper.example')
  })

  test('leads to sign-in for another', async () => {
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person, [passkeyProof(hourAgo())])
    const { address } = await newAuthorization(client, { prompt: 'select_account' })
    const page = await browse(world, cookies, address)

    const { url } = await browse(world, cookies, new URL(`${page.url.href}?account=another`))

    expect(url.pathname).toBe('/sign-in')
  })
})

describe('common', () => {
  test('goes on to the tenant of whoever is signed in', async () => {
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person)
    const { address, checks } = await newAuthorization(client)
    address.pathname = address.pathname.replace(world.tenant.tenantId, 'common')

    const { url } = await browse(world, cookies, address)
    const tokens = await oidc.authorizationCodeGrant(client, url, checks)

    expect(tokens.claims()?.['tid']).toBe(world.tenant.tenantId)
  })

  /** Where sign-in leads back to, in the browser it was asked in. */
  function backFrom({ url }: { readonly url: URL }, cookies: Map<string, string>): URL {
    const visitHash = sha256(cookies.get(visitCookie) ?? '')
    const { visitor } = bearing(undefined)
    const flow = findFlow(world.deps, { ...visitor, visitHash }, url.searchParams.get('flow'))
    return new URL(flow?.to ?? '', url)
  }

  test.each(['login', 'select_account'])(
    'does not ask twice: what was proven for prompt=%s counts for the tenant',
    async (prompt) => {
      const { client } = await newClient(world, world.tenant)
      const { address, checks } = await newAuthorization(client, { prompt })
      address.pathname = address.pathname.replace(world.tenant.tenantId, 'common')
      const visit = new Map<string, string>()
      const back = backFrom(await browse(world, visit, address), visit)
      const { cookies } = await signIn(world, world.person)
      world.clock.at = new Date(world.deps.now().getTime() + 5)

      const { url } = await browse(world, new Map([...visit, ...cookies]), back)
      const tokens = await oidc.authorizationCodeGrant(client, url, checks)

      expect(tokens.claims()?.sub).toBe(world.person.userId)
    },
  )

  test('takes the word of no app, and of no other browser, for when it was asked', async () => {
    const { client } = await newClient(world, world.tenant)
    const { address } = await newAuthorization(client, { prompt: 'select_account' })
    const visit = new Map<string, string>()
    address.pathname = address.pathname.replace(world.tenant.tenantId, 'common')
    const back = backFrom(await browse(world, visit, address), visit)
    const sealed = back.searchParams.get('latchkey_asked') ?? ''
    const { cookies } = await signIn(world, world.person)
    world.clock.at = new Date(world.deps.now().getTime() + 5)
    const arrivalAt = async (asked: string, segment: string) => {
      const forged = new URL(address)
      forged.pathname = address.pathname.replace('common', segment)
      forged.searchParams.set('latchkey_asked', asked)
      return (await browse(world, new Map(cookies), forged)).url.pathname
    }

    for (const asked of [sealed, '1', String(world.deps.now().getTime())]) {
      expect(await arrivalAt(asked, 'common')).toBe('/sign-in')
      expect(await arrivalAt(asked, world.tenant.tenantId)).toContain('/oauth2/interaction/')
    }
  })

  test('shows an app when somebody was there last', async () => {
    const { client } = await newClient(world, world.tenant)
    const { address, checks } = await newAuthorization(client)
    address.pathname = address.pathname.replace(world.tenant.tenantId, 'common')
    const { cookies } = await signIn(world, world.person)

    const { url } = await browse(world, cookies, address)
    const tokens = await oidc.authorizationCodeGrant(client, url, checks)

    expect(tokens.claims()?.['auth_time']).toBe(Math.floor(world.deps.now().getTime() / 1000))
  })

  test('lets the tenant this browser used last say that nobody is there', async () => {
    const { client } = await newClient(world, world.tenant)
    const { address } = await newAuthorization(client, { prompt: 'none' })
    address.pathname = address.pathname.replace(world.tenant.tenantId, 'common')
    const remembered = new Map([['latchkey-tenant', world.tenant.tenantId]])

    const { url } = await browse(world, remembered, address)
    const nobody = await browse(world, new Map(), address)

    expect(url.searchParams.get('error')).toBe('login_required')
    // There are several by now, and none can answer for the app.
    expect(nobody.body).toContain('login_required')
  })

  test('asks for a name when nobody is, and with prompt=login', async () => {
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person)
    const { address } = await newAuthorization(client, { prompt: 'login' })
    address.pathname = address.pathname.replace(world.tenant.tenantId, 'organizations')

    expect((await browse(world, new Map(), address)).url.pathname).toBe('/sign-in')
    expect((await browse(world, cookies, address)).url.pathname).toBe('/sign-in')
  })
})
