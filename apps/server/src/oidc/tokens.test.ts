import { endSession, issuePass, redeemPass, sha256 } from '@latchkey/identity'
import {
  addGroup,
  addMember,
  assignApp,
  removePass,
  rotateSigningKeys,
  setPersonEnabled,
} from '@latchkey/identity/administer'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionCookie } from '../http/cookies.ts'
import {
  authorize,
  browse,
  callback,
  newAuthorization,
  newClient,
  newPerson,
  newTenant,
  type OidcWorld,
  openOidcWorld,
  signIn,
} from './test-oidc-world.ts'

let world: OidcWorld

beforeAll(async () => {
  world = await openOidcWorld()
})

afterAll(() => world.close())

const actor = { kind: 'operator' } as const
const offline = { scope: 'openid profile offline_access' }
const invalidGrant = { error: 'invalid_grant' }

/** An app's client, and a code for it that nobody has redeemed. */
async function newCode(more: Readonly<Record<string, string>> = {}) {
  const { client, app } = await newClient(world, world.tenant)
  const { cookies, session } = await signIn(world, world.person)
  const { address, checks } = await newAuthorization(client, more)
  const { url } = await browse(world, cookies, address)
  return { client, app, session, cookies, url, checks, code: url.searchParams.get('code') ?? '' }
}

/** A POST to the token endpoint by hand. */
async function postToken(
  tenant: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
) {
  return await world.app.inject({
    method: 'POST',
    url: `/${tenant}/oauth2/v2.0/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  })
}

describe('redeeming a code', () => {
  test('a second time is refused, and ends what came of the first', async () => {
    const { client, url, checks } = await newCode(offline)
    const tokens = await oidc.authorizationCodeGrant(client, url, checks)

    await expect(oidc.authorizationCodeGrant(client, url, checks)).rejects.toMatchObject(invalidGrant)

    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject(
      invalidGrant,
    )
    await expect(oidc.fetchUserInfo(client, tokens.access_token, world.person.userId)).rejects.toMatchObject({
      status: 401,
    })
  })

  test('twice at once works once at most, and leaves nothing that works', async () => {
    const { client, url, checks } = await newCode(offline)

    const both = await Promise.allSettled([
      oidc.authorizationCodeGrant(client, url, checks),
      oidc.authorizationCodeGrant(client, url, checks),
    ])

    const won = both.filter((each) => each.status === 'fulfilled')
    expect(won.length).toBeLessThanOrEqual(1)
    for (const { value } of won) {
      await expect(oidc.refreshTokenGrant(client, value.refresh_token ?? '')).rejects.toMatchObject(
        invalidGrant,
      )
    }
  })

  test('with another verifier is refused', async () => {
    const { client, url, checks } = await newCode()
    const pkceCodeVerifier = oidc.randomPKCECodeVerifier()
    await expect(
      oidc.authorizationCodeGrant(client, url, { ...checks, pkceCodeVerifier }),
    ).rejects.toMatchObject(invalidGrant)
  })

  test('by another app is refused', async () => {
    const { url, checks } = await newCode()
    const { client } = await newClient(world, world.tenant)
    await expect(oidc.authorizationCodeGrant(client, url, checks)).rejects.toMatchObject(invalidGrant)
  })

  test('at another tenant is refused', async () => {
    const { code, checks } = await newCode()
    const other = await newTenant(world, 'elsewhere.example')
    const { app, secret } = await newClient(world, other)

    const answer = await postToken(other.tenantId, {
      grant_type: 'authorization_code',
      client_id: app.clientId,
      client_secret: secret,
      code,
      redirect_uri: callback,
      code_verifier: checks.pkceCodeVerifier,
    })

    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject(invalidGrant)
  })

  test('after the session ended is refused', async () => {
    const { client, url, checks, session } = await newCode()
    const { tenantId, sessionId } = session
    await endSession(world.deps, { tenantId, sessionId, because: 'signed_out' })
    await expect(oidc.authorizationCodeGrant(client, url, checks)).rejects.toMatchObject(invalidGrant)
  })

  test('with another secret is refused', async () => {
    const { app, checks, code } = await newCode()

    const answer = await postToken(world.tenant.tenantId, {
      grant_type: 'authorization_code',
      client_id: app.clientId,
      client_secret: 'not-the-secret',
      code,
      redirect_uri: callback,
      code_verifier: checks.pkceCodeVerifier,
    })

    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toMatchObject({
      error: 'invalid_client',
      correlation_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  test('with what the library is given in place of a secret is refused', async () => {
    const { client, secret, app } = await newClient(world, world.tenant)
    const [{ hash } = { hash: new Uint8Array() }] = app.secrets
    const form = { grant_type: 'client_credentials', client_id: app.clientId }
    const statusWith = async (clientSecret: string) =>
      (await postToken(world.tenant.tenantId, { ...form, client_secret: clientSecret })).statusCode

    expect(client.clientMetadata().client_id).toBe(app.clientId)
    expect(await statusWith(Buffer.from(hash).toString('hex'))).toBe(401)
    expect(await statusWith('none')).toBe(401)
    expect(await statusWith('')).toBe(401)
    expect(await statusWith(secret)).toBe(200)
  })

  test('works with the secret in the body, and on common: the code says whose it is', async () => {
    const { client, app, secret } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person)
    const { address, checks } = await newAuthorization(client)
    const { url } = await browse(world, cookies, address)

    const answer = await postToken('common', {
      grant_type: 'authorization_code',
      client_id: app.clientId,
      client_secret: secret,
      code: url.searchParams.get('code') ?? '',
      redirect_uri: callback,
      code_verifier: checks.pkceCodeVerifier,
      client_info: '1',
    })

    const { client_info: info, id_token: idToken } = answer.json()
    expect(answer.statusCode).toBe(200)
    expect(idToken).toBeTypeOf('string')
    expect(JSON.parse(Buffer.from(info, 'base64url').toString())).toEqual({
      uid: world.person.userId,
      utid: world.tenant.tenantId,
    })
  })
})

describe('what the database keeps', () => {
  test.each([
    ['an hour and a little, for an app that only signs in', {}, 2],
    ['90 days, for one that stays signed in', offline, 90 * 24 + 1],
  ])('is kept %s', async (_, more, hours) => {
    const { client, url, checks, session } = await newCode(more)
    await oidc.authorizationCodeGrant(client, url, checks)
    const { tenantId } = world.tenant
    const code = url.searchParams.get('code') ?? ''
    const now = world.deps.now()
    const kept = await world.deps.stores.artefacts.find(tenantId, 'AuthorizationCode', sha256(code), now)

    const grant = async (at: Date) =>
      await world.deps.stores.artefacts.find(tenantId, 'Grant', sha256(kept?.grantId ?? ''), at)

    expect(await grant(now)).toMatchObject({ sessionId: session.sessionId })
    expect(await grant(new Date(now.getTime() + hours * 3_600_000))).toBeUndefined()
    expect(await grant(new Date(now.getTime() + (hours - 1) * 3_600_000 - 1))).toBeDefined()
  })

  test('opens nothing: no code, no token, nothing to read', async () => {
    const { client, url, checks, code } = await newCode({ ...offline, nonce: 'n-0S6_WzA2Mj' })
    const { tenantId } = world.tenant
    const now = world.deps.now()

    const kept = await world.deps.stores.artefacts.find(tenantId, 'AuthorizationCode', sha256(code), now)
    const tokens = await oidc.authorizationCodeGrant(client, url, {
      ...checks,
      expectedNonce: 'n-0S6_WzA2Mj',
    })
    const refresh = tokens.refresh_token ?? ''
    const keptToken = await world.deps.stores.artefacts.find(tenantId, 'RefreshToken', sha256(refresh), now)

    expect(kept).toBeDefined()
    expect(keptToken).toBeDefined()
    const written = JSON.stringify([kept, keptToken])
    const opened = Buffer.from(kept?.payload ?? '', 'base64url').toString('latin1')
    for (const text of [code, refresh, checks.pkceCodeVerifier]) expect(written).not.toContain(text)
    for (const text of ['n-0S6_WzA2Mj', 'accountId']) expect(opened).not.toContain(text)
  })
})

describe('refreshing', () => {
  test('gives a new token each time, and says what the session says now', async () => {
    const { client, url, checks, session, cookies } = await newCode(offline)
    const { deps } = world
    const tokens = await oidc.authorizationCodeGrant(client, url, checks)
    const [token = ''] = cookies.values()
    const hash = sha256(token)
    const raised = { ...session, proofs: [{ method: 'temporaryAccessPass', at: deps.now() } as const] }
    await deps.stores.sessions.rotate(raised, hash, hash)

    const renewed = await oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')

    expect(renewed.refresh_token).not.toBe(tokens.refresh_token)
    expect(tokens.claims()).toMatchObject({ acr: 'urn:latchkey:acr:phr' })
    expect(renewed.claims()).toMatchObject({ acr: 'urn:latchkey:acr:mfa', amr: ['tap', 'mfa'] })
  })

  test('with a token that was used ends the family', async () => {
    const { client, url, checks } = await newCode(offline)
    const tokens = await oidc.authorizationCodeGrant(client, url, checks)
    const next = await oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')

    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject(
      invalidGrant,
    )
    await expect(oidc.refreshTokenGrant(client, next.refresh_token ?? '')).rejects.toMatchObject(invalidGrant)
  })

  test('leaves other families of the same person alone', async () => {
    const { client, cookies, url, checks } = await newCode(offline)
    const first = await oidc.authorizationCodeGrant(client, url, checks)
    const second = await authorize(world, client, cookies, offline)
    await oidc.refreshTokenGrant(client, first.refresh_token ?? '')
    await oidc.refreshTokenGrant(client, first.refresh_token ?? '').catch(() => undefined)

    await expect(oidc.refreshTokenGrant(client, second.refresh_token ?? '')).resolves.toHaveProperty(
      'access_token',
    )
  })

  test('is refused once the session has ended', async () => {
    const { client, url, checks, session } = await newCode(offline)
    const tokens = await oidc.authorizationCodeGrant(client, url, checks)
    const { tenantId, sessionId } = session
    await endSession(world.deps, { tenantId, sessionId, because: 'signed_out' })

    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject(
      invalidGrant,
    )
  })

  test('is refused once the person is switched off', async () => {
    const person = await newPerson(world, world.tenant, 'gone@juniper.example')
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, person)
    const tokens = await authorize(world, client, cookies, offline)
    const { tenantId, userId } = person
    await setPersonEnabled(world.deps, { tenantId, userId, enabled: false, actor })

    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject(
      invalidGrant,
    )
  })

  test('is refused once the pass is gone that the session came from', async () => {
    const { deps, tenant } = world
    const person = await newPerson(world, tenant, 'new@juniper.example')
    const { tenantId, userId, userName } = person
    const { pass } = await issuePass(deps, { tenantId, userId, actor })
    const visitor = {
      correlationId: 'c',
      ipAddress: '127.0.0.1',
      userAgent: 't',
      visitHash: new Uint8Array(32),
    }
    const binding = { purpose: 'sign-in', context: '' } as const
    const signedIn = await redeemPass(deps, { tenantId, userName, pass, visitor, binding })
    const { client } = await newClient(world, tenant)
    const cookies = new Map([[sessionCookie(tenantId), signedIn.token]])
    const tokens = await authorize(world, client, cookies, offline)
    await removePass(deps, { tenantId, userId, actor })

    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject(
      invalidGrant,
    )
  })

  test('is refused once the app is no longer the person’s', async () => {
    const { client, app, url, checks } = await newCode(offline)
    const tokens = await oidc.authorizationCodeGrant(client, url, checks)
    await world.deps.stores.apps.put({ ...app, assignmentRequired: true })

    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject(
      invalidGrant,
    )
  })

  test('is refused once more is needed than the session has', async () => {
    const { client, app } = await newClient(world, world.tenant)
    const proofs = [{ method: 'temporaryAccessPass', at: world.deps.now() } as const]
    const { cookies } = await signIn(world, world.person, proofs)
    const tokens = await authorize(world, client, cookies, offline)
    await world.deps.stores.apps.put({ ...app, leastStrength: 'phishingResistant' })

    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject(
      invalidGrant,
    )
  })

  test('is over once the app revoked its token', async () => {
    const { client, url, checks } = await newCode(offline)
    const tokens = await oidc.authorizationCodeGrant(client, url, checks)
    await oidc.tokenRevocation(client, tokens.refresh_token ?? '')

    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject(
      invalidGrant,
    )
  })
})

describe('access tokens', () => {
  const payloadOf = (token: string) =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

  test('for another app of the organisation are JWTs for it, and carry the roles there', async () => {
    const { app: api } = await newClient(world, world.tenant, {
      appRoles: [{ value: 'Reader', displayName: 'R' }],
    })
    const { tenantId, userId } = world.person
    const { clientId } = api
    await assignApp(world.deps, {
      tenantId,
      clientId,
      principal: 'person',
      principalId: userId,
      role: 'Reader',
      actor,
    })
    const { client, app } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person)

    const scope = `openid api://${clientId}/access_as_user`
    const tokens = await authorize(world, client, cookies, { scope })

    expect(payloadOf(tokens.access_token)).toMatchObject({
      aud: clientId,
      azp: app.clientId,
      sub: userId,
      oid: userId,
      tid: tenantId,
      scp: 'access_as_user',
      roles: ['Reader'],
      ver: '2.0',
    })
  })

  test('for a resource nobody knows are not given', async () => {
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person)
    const { address } = await newAuthorization(client, { scope: 'openid api://nobody/access_as_user' })
    const { url } = await browse(world, cookies, address)
    expect(url.searchParams.get('error')).toBe('invalid_target')
  })

  test('for a resource that is named without its scopes are not given: nobody agreed to that', async () => {
    const { app: api } = await newClient(world, world.tenant)
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person)
    const resource = `api://${api.clientId}`

    const granted = authorize(world, client, cookies, { scope: 'openid offline_access', resource })

    await expect(granted).rejects.toMatchObject({ error: 'invalid_target' })
  })

  test('for a daemon are its own', async () => {
    const { client, app } = await newClient(world, world.tenant, { kind: 'daemon' })

    const tokens = await oidc.clientCredentialsGrant(client)

    expect(payloadOf(tokens.access_token)).toMatchObject({
      aud: app.clientId,
      sub: app.clientId,
      azp: app.clientId,
      idtyp: 'app',
      tid: world.tenant.tenantId,
    })
  })

  test('for a daemon open another app’s resource, unless that wants people assigned', async () => {
    const { client, app } = await newClient(world, world.tenant, { kind: 'daemon' })
    const { app: open } = await newClient(world, world.tenant)
    const { app: closed } = await newClient(world, world.tenant, { assignmentRequired: true })
    const tokensFor = (clientId: string) =>
      oidc.clientCredentialsGrant(client, { scope: `api://${clientId}/.default` })

    expect(payloadOf((await tokensFor(open.clientId)).access_token)).toMatchObject({
      aud: open.clientId,
      sub: app.clientId,
      idtyp: 'app',
    })
    await expect(tokensFor(closed.clientId)).rejects.toMatchObject({ error: 'invalid_target' })
  })

  test('for a daemon are nobody’s on common, which says so', async () => {
    const answer = await postToken('common', { grant_type: 'client_credentials', client_id: 'x' })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ error: 'invalid_request', correlation_id: expect.any(String) })
  })
})

describe('roles and groups', () => {
  test.each([
    ['none', undefined],
    ['assigned', ['Readers']],
    ['all', ['Readers', 'Staff']],
  ] as const)('an app whose groups claim is %s', async (groupsClaim, expected) => {
    const { deps, tenant, person } = world
    const { tenantId, userId } = person
    const readers = await addGroup(deps, { tenantId, displayName: `Readers ${groupsClaim}`, actor })
    const staff = await addGroup(deps, { tenantId, displayName: `Staff ${groupsClaim}`, actor })
    for (const { groupId } of [readers, staff]) await addMember(deps, { tenantId, groupId, userId, actor })
    const appRoles = [{ value: 'Approver', displayName: 'May approve' }]
    const { client, app } = await newClient(world, tenant, {
      groupsClaim,
      appRoles,
      assignmentRequired: true,
    })
    const { clientId } = app
    await assignApp(deps, {
      tenantId,
      clientId,
      principal: 'group',
      principalId: readers.groupId,
      role: 'Approver',
      actor,
    })

    const tokens = await authorize(world, client, (await signIn(world, person)).cookies)

    const names = { Readers: readers.groupId, Staff: staff.groupId }
    const groups = expected?.map((name) => names[name])
    expect(tokens.claims()?.['roles']).toEqual(['Approver'])
    const told = tokens.claims()?.['groups']
    if (groups === undefined) expect(told).toBeUndefined()
    else expect(told).toEqual(expect.arrayContaining([...groups]))
  })
})

describe('a single-page app', () => {
  test('may call from where it is registered, and from nowhere else', async () => {
    const { app, client } = await newClient(world, world.tenant, { kind: 'spa' })
    const { cookies } = await signIn(world, world.person)
    const redeem = async (origin: string) => {
      const { address, checks } = await newAuthorization(client, offline)
      const { url } = await browse(world, cookies, address)
      const form = {
        grant_type: 'authorization_code',
        client_id: app.clientId,
        code: url.searchParams.get('code') ?? '',
        redirect_uri: callback,
        code_verifier: checks.pkceCodeVerifier,
      }
      return await postToken(world.tenant.tenantId, form, { origin, 'sec-fetch-site': 'cross-site' })
    }

    const here = await redeem(new URL(callback).origin)
    const elsewhere = await redeem('https://evil.example')

    expect(here.statusCode).toBe(200)
    expect(here.headers['access-control-allow-origin']).toBe(new URL(callback).origin)
    expect(elsewhere.statusCode).toBe(400)
    expect(elsewhere.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('the token endpoint', () => {
  test('lets pages of other sites ask, also on common, before it says whether they may read', async () => {
    for (const tenant of ['common', world.tenant.tenantId]) {
      const answer = await world.app.inject({
        method: 'OPTIONS',
        url: `/${tenant}/oauth2/v2.0/token`,
        headers: {
          origin: 'https://app.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'x-client-sku',
        },
      })
      expect(answer.statusCode).toBe(204)
      expect(answer.headers).toMatchObject({
        'access-control-allow-origin': 'https://app.example',
        'access-control-allow-headers': 'x-client-sku',
      })
    }
  })

  test.each([
    ['JSON', 'application/json', '{}'],
    ['more than a form can be', 'application/x-www-form-urlencoded', 'x'.repeat(60_000)],
    ['nothing', 'application/x-www-form-urlencoded', ''],
  ])('refuses %s in OAuth’s words', async (_, type, payload) => {
    const answer = await world.app.inject({
      method: 'POST',
      url: `/${world.tenant.tenantId}/oauth2/v2.0/token`,
      headers: { 'content-type': type },
      payload,
    })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ error: 'invalid_request', correlation_id: expect.any(String) })
    expect(answer.headers['cache-control']).toContain('no-store')
  })
})

describe('a native app', () => {
  test('is answered on whichever port it listens, and only on this machine', async () => {
    const { client } = await newClient(world, world.tenant, {
      kind: 'native',
      redirectUris: ['http://127.0.0.1/callback'],
    })
    const { cookies } = await signIn(world, world.person)
    const answered = async (redirect: string) => {
      const { address } = await newAuthorization(client, { redirect_uri: redirect })
      return (await browse(world, cookies, address)).url.host
    }

    expect(await answered('http://127.0.0.1:51234/callback')).toBe('127.0.0.1:51234')
    expect(await answered('http://127.0.0.2:51234/callback')).toBe(world.deps.config.url.host)
    expect(await answered('http://127.0.0.1:51234/other')).toBe(world.deps.config.url.host)
  })
})

describe('signing keys that rotate', () => {
  test('sign at once when they must, and old tokens still verify', async () => {
    const { client, url, checks } = await newCode()
    const before = await oidc.authorizationCodeGrant(client, url, checks)
    const keyIdOf = (token = '') =>
      JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid

    await rotateSigningKeys(world.deps, world.tenant.tenantId, { activeInSeconds: 0 })
    const { cookies } = await signIn(world, world.person)
    const { client: later } = await newClient(world, world.tenant)
    const after = await authorize(world, later, cookies)

    const published = await world.app.inject(`/${world.tenant.tenantId}/discovery/v2.0/keys`)
    const keyIds = published.json().keys.map(({ kid }: { kid: string }) => kid)
    expect(keyIdOf(after.id_token)).not.toBe(keyIdOf(before.id_token))
    expect(keyIds).toEqual(expect.arrayContaining([keyIdOf(before.id_token), keyIdOf(after.id_token)]))
    expect(published.json().keys.some((key: object) => 'd' in key)).toBe(false)
  })
})
