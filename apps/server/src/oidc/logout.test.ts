import { signingKeys } from '@latchkey/identity'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyJwt } from './jwt.ts'
import { createLogoutToken } from './logout-token.ts'
import {
  authorize,
  browse,
  newClient,
  newTenant,
  type OidcWorld,
  openOidcWorld,
  press,
  signIn,
} from './test-oidc-world.ts'

let world: OidcWorld

beforeAll(async () => {
  world = await openOidcWorld()
})

afterAll(() => world.close())

const goodbye = 'http://localhost:9/goodbye'

describe('an app that signs people out', () => {
  const signedInApp = async () => {
    const made = await newClient(world, world.tenant, {
      postLogoutRedirectUris: [goodbye],
      backchannelLogoutUri: 'http://localhost:9/logout',
    })
    const { cookies, session } = await signIn(world, world.person)
    const tokens = await authorize(world, made.client, cookies, { scope: 'openid offline_access' })
    return { ...made, cookies, session, tokens }
  }

  test('has the person asked, who is then signed out everywhere, and told to the apps', async () => {
    const { client, cookies, session, tokens } = await signedInApp()
    const address = oidc.buildEndSessionUrl(client, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: goodbye,
      state: 's1',
    })

    const page = await browse(world, cookies, address)
    const before = await world.deps.stores.sessions.find(world.tenant.tenantId, session.sessionId)
    const confirm = /data-action="([^"]+)" data-answer="yes"/.exec(page.body)?.[1] ?? ''
    const { navigate } = await press(world, cookies, confirm.replaceAll('&#38;', '&'), 'yes')
    const after = await world.deps.stores.sessions.find(world.tenant.tenantId, session.sessionId)

    expect(page.body).toContain('Reports asks to sign you out')
    expect(before?.endedAt).toBeUndefined()
    expect(after).toMatchObject({ endedBecause: 'signed_out' })
    expect(navigate).toBe(`${goodbye}?state=s1`)
    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    const at = world.deps.now()
    const messages = await world.deps.stores.outbox.takeDue(at, at, 10)
    expect(messages.map(({ payload }) => JSON.parse(payload))).toContainEqual({
      clientId: client.clientMetadata().client_id,
      sessionId: session.sessionId,
      userId: world.person.userId,
    })
  })

  test('is sent on at once when nobody is signed in', async () => {
    const { client, tokens } = await signedInApp()
    const address = oidc.buildEndSessionUrl(client, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: goodbye,
    })
    expect((await browse(world, new Map(), address)).url.href).toBe(goodbye)
  })

  test('on common: the token says whose it is', async () => {
    const { client, tokens } = await signedInApp()
    const address = oidc.buildEndSessionUrl(client, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: goodbye,
    })
    address.pathname = '/common/oauth2/v2.0/logout'
    expect((await browse(world, new Map(), address)).url.href).toBe(goodbye)
  })

  test.each([
    ['an address that is not registered', { post_logout_redirect_uri: 'https://evil.example/' }],
    ['one that only begins like it', { post_logout_redirect_uri: `${goodbye}/more` }],
    ['another app than the token is for', { client_id: 'nobody' }],
  ])('is refused with %s, on a page', async (_, change) => {
    const { client, cookies, tokens } = await signedInApp()
    const address = oidc.buildEndSessionUrl(client, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: goodbye,
    })
    for (const [name, value] of Object.entries(change)) address.searchParams.set(name, value)

    const { status, url } = await browse(world, cookies, address)

    expect(status).toBe(400)
    expect(url.origin).toBe(world.deps.config.url.origin)
  })

  test("is refused with another tenant's token for a hint", async () => {
    const { tokens } = await signedInApp()
    const other = await newTenant(world, 'other.example')
    const address = new URL(`/${other.tenantId}/oauth2/v2.0/logout`, world.deps.config.url)
    address.searchParams.set('id_token_hint', tokens.id_token ?? '')
    address.searchParams.set('post_logout_redirect_uri', goodbye)
    expect((await browse(world, new Map(), address)).status).toBe(400)
  })
})

describe('a logout token', () => {
  test('says what ended, signed like an ID token and like nothing else', async () => {
    const { app } = await newClient(world, world.tenant, { signingAlgorithm: 'ES256' })
    const { tenantId } = world.tenant

    const token = await createLogoutToken(world.deps, tenantId, app.clientId, { sub: 'u', sid: 's' })

    const keys = await signingKeys(world.deps, tenantId)
    const payload = verifyJwt(keys, token)
    const header = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())
    expect(header).toMatchObject({ alg: 'ES256', typ: 'logout+jwt' })
    expect(payload).toMatchObject({
      iss: `${world.deps.config.url.origin}/${tenantId}/v2.0`,
      aud: app.clientId,
      sub: 'u',
      sid: 's',
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    })
    expect(payload).not.toHaveProperty('nonce')
    expect(verifyJwt(keys, `${token}A`)).toBeUndefined()
    expect(verifyJwt(keys, token.replace(/\.[^.]*$/, '.AAAA'))).toBeUndefined()
  })
})
