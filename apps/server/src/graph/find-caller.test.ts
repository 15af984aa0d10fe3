import { createHmac } from 'node:crypto'
import {
  type App,
  commandLineAppId,
  endSession,
  endSessionsOfPerson,
  forbidApp,
  graphAppId,
  permitApp,
  signingKeys,
  withdrawConsent,
} from '@latchkey/identity'
import { changeApp, changeRules, rotateSigningKeys, setPersonEnabled } from '@latchkey/identity/administer'
import { readConditionalAccess, readNamedLocation } from '@latchkey/policy'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { signJwt } from '../oidc/jwt.ts'
import {
  agreeForEverybody,
  authorize,
  bearing,
  newClient,
  newPerson,
  newTenant,
  type OidcWorld,
  openOidcWorld,
  payloadOf,
  signIn,
} from '../oidc/test-oidc-world.ts'
import { claimsChallenge } from './claims-challenge.ts'
import { findCaller } from './find-caller.ts'
import { GraphRefusal } from './graph-refusal.ts'

let world: OidcWorld
let people = 0

beforeAll(async () => {
  world = await openOidcWorld()
})

afterAll(() => world.close())

const actor = { kind: 'operator' } as const
const scopes = ['openid', 'offline_access', 'User.Read', 'Policy.Read.All']

/** An app that somebody uses, and the token it has for Graph. */
async function newCall(kind: App['kind'] = 'web') {
  const { client, app } = await newClient(world, world.tenant, { kind, consent: 'person' })
  await agreeForEverybody(world, app, scopes)
  people += 1
  const person = await newPerson(world, world.tenant, `caller${people}@juniper.example`)
  const { cookies, session } = await signIn(world, person)
  const tokens = await authorize(world, client, cookies, { scope: scopes.join(' ') })
  const { tenantId } = world.tenant
  return { client, app, person, session, tokens, token: tokens.access_token, tenantId }
}

/** An app's own token. */
async function newOwnCall(permissions: readonly string[] = ['Policy.Read.All', 'AuditLog.Read.All']) {
  const { client, app } = await newClient(world, world.tenant, { kind: 'daemon' })
  const { tenantId, clientId } = app
  await permitApp(world.deps, { tenantId, clientId, permissions, actor })
  const tokens = await oidc.clientCredentialsGrant(client, { scope: 'https://graph.microsoft.com/.default' })
  return { app, client, token: tokens.access_token, tenantId, clientId }
}

const call = (token: string, from = '127.0.0.1') => findCaller(world.deps, bearing(`Bearer ${token}`, from))

/** Why a call is refused. */
async function refusalOf(token: string): Promise<string> {
  const refusal = await call(token).catch((cause: unknown) => cause)
  if (!(refusal instanceof GraphRefusal)) throw new Error('the call was let through')
  expect(refusal.status).toBe(401)
  expect(refusal.code).toBe('InvalidAuthenticationToken')
  expect(refusal.headers['www-authenticate']).toContain('authorization_uri=')
  return refusal.detail ?? ''
}

/** The token with something changed in it, and the signature as it was. */
function tamper(token: string, part: 0 | 1, change: object): string {
  const parts = token.split('.')
  const read = JSON.parse(Buffer.from(parts[part] ?? '', 'base64url').toString())
  parts[part] = Buffer.from(JSON.stringify({ ...read, ...change })).toString('base64url')
  return parts.join('.')
}

/** Sign anything with the keys of a tenant. */
async function forge(payload: object, typ = 'at+jwt', tenantId = world.tenant.tenantId): Promise<string> {
  return signJwt(await signingKeys(world.deps, tenantId), 'RS256', { typ, payload })
}

describe('finding who calls', () => {
  test('finds the person, the session, what was agreed to and what they administer', async () => {
    const { app, person, session, token, tenantId } = await newCall()
    await world.deps.stores.roles.insert(tenantId, person.userId, 'globalReader')

    const caller = await call(token)

    expect(caller).toMatchObject({
      kind: 'delegated',
      clientId: app.clientId,
      scopes: new Set(['User.Read', 'Policy.Read.All']),
      roles: ['globalReader'],
      person: { userId: person.userId },
      session: { sessionId: session.sessionId },
      tenant: { tenantId },
    })
  })

  test('finds an app that calls for itself', async () => {
    const { token, clientId } = await newOwnCall()

    expect(await call(token)).toMatchObject({
      kind: 'application',
      clientId,
      permissions: new Set(['AuditLog.Read.All', 'Policy.Read.All']),
    })
  })

  test('asks the stores twice about the caller, and not for keys that are known', async () => {
    const { token } = await newCall()
    await call(token)
    const { callers, signingKeys: keys, apps } = world.deps.stores
    const spies = [
      vi.spyOn(callers, 'findHolder'),
      vi.spyOn(callers, 'findPowers'),
      vi.spyOn(keys, 'list'),
      vi.spyOn(apps, 'find'),
    ]

    await call(token)

    expect(spies.map((spy) => spy.mock.calls.length)).toEqual([1, 1, 0, 0])
    for (const spy of spies) spy.mockRestore()
  })

  test('knows keys that rotate', async () => {
    const { token } = await newCall()
    await rotateSigningKeys(world.deps, world.tenant.tenantId, { activeInSeconds: 0 })
    const after = await newCall()

    expect(await call(token)).toMatchObject({ kind: 'delegated' })
    expect(await call(after.token)).toMatchObject({ kind: 'delegated' })
  })
})

describe('a token that is not accepted', () => {
  test('is none, or two', async () => {
    const { token } = await newCall()
    for (const authorization of [
      undefined,
      '',
      'Bearer',
      `Basic ${token}`,
      `Bearer ${token}, Bearer ${token}`,
    ]) {
      await expect(findCaller(world.deps, bearing(authorization))).rejects.toMatchObject({
        code: 'InvalidAuthenticationToken',
        headers: { 'www-authenticate': expect.not.stringContaining('error=') },
      })
    }
  })

  test.each([
    ['a longer life', 1, { exp: 9_999_999_999 }],
    ['more scopes', 1, { scp: 'Directory.ReadWrite.All' }],
    ['another tenant', 1, { tid: '11111111-1111-4111-8111-111111111111' }],
    ['alg none', 0, { alg: 'none' }],
    ['alg HS256', 0, { alg: 'HS256' }],
    ['another algorithm of ours', 0, { alg: 'ES256' }],
    ['another key', 0, { kid: 'x' }],
    ['something critical', 0, { crit: ['exp'] }],
  ] as const)('was tampered with: %s', async (_, part, change) => {
    const { token } = await newCall()
    await refusalOf(tamper(token, part, change))
  })

  test('has no signature', async () => {
    const { token } = await newCall()
    const [header, payload] = tamper(token, 0, { alg: 'none' }).split('.')
    await refusalOf(`${header}.${payload}.`)
    await refusalOf(`${token.slice(0, token.lastIndexOf('.'))}.`)
  })

  test('is signed with our public key as if that were a secret', async () => {
    const { token, tenantId } = await newCall()
    const { published } = await signingKeys(world.deps, tenantId)
    const head = tamper(token, 0, { alg: 'HS256' }).split('.').slice(0, 2).join('.')
    for (const key of published) {
      const mac = createHmac('sha256', JSON.stringify(key)).update(head).digest('base64url')
      await refusalOf(`${head}.${mac}`)
    }
  })

  test.each([
    ['has expired', { exp: 1 }, 'it has expired'],
    ['is from the future', { iat: 9_000_000_000, exp: 9_999_999_999 }, 'it is from the future'],
    ['is for an app', { aud: commandLineAppId }, 'it is not for this audience'],
    ['is for two', { aud: ['00000003-0000-0000-c000-000000000000', 'x'] }, 'it is not for this audience'],
    ['is of another issuer', { iss: 'https://login.example/v2.0' }, 'it is of another issuer'],
    ['has no session', { sid: undefined }, 'it is nobody’s'],
    ['is somebody else’s', { oid: '01a1fd09-0000-7000-8000-000000000000' }, 'it is nobody’s'],
    ['speaks of two', { oid: 'x', sub: 'x' }, 'revoked'],
    ['names a session that is not there', { sid: 'x' }, 'revoked'],
    ['names an app that is not there', { azp: 'x' }, 'revoked'],
  ])('%s, and is signed by us', async (_, change, because) => {
    const { token } = await newCall()
    expect(await refusalOf(await forge({ ...payloadOf(token), ...change }))).toBe(because)
  })

  test.each(['JWT', 'logout+jwt', 'dpop+jwt'])('is of another kind: %s', async (typ) => {
    const { token } = await newCall()
    expect(await refusalOf(await forge(payloadOf(token), typ))).toBe('it is no access token of ours')
  })

  test('is the ID token, or one for userinfo', async () => {
    const { tokens, client } = await newCall()
    const { cookies } = await signIn(world, world.person)
    const forUserinfo = await authorize(world, client, cookies, { scope: 'openid' })

    await refusalOf(tokens.id_token ?? '')
    await refusalOf(forUserinfo.access_token)
  })

  test('is signed by another tenant for this one', async () => {
    const { token } = await newCall()
    const other = await newTenant(world, 'stranger.example')
    const made = await forge(payloadOf(token), 'at+jwt', other.tenantId)
    expect(await refusalOf(made)).toBe('its signature is wrong')
  })

  test('is of another tenant, with a session of this one', async () => {
    const { token } = await newCall()
    const other = await newTenant(world, 'further.example')
    const payload = payloadOf(token)
    const iss = payload.iss.replace(payload.tid, other.tenantId)
    const made = await forge({ ...payload, tid: other.tenantId, iss }, 'at+jwt', other.tenantId)
    expect(await refusalOf(made)).toBe('revoked')
  })

  test('is an app’s own that speaks for another', async () => {
    const { token } = await newOwnCall()
    expect(await refusalOf(await forge({ ...payloadOf(token), azp: commandLineAppId }))).toBe('revoked')
  })
})

describe('what was taken back binds at the next request', () => {
  type Call = Awaited<ReturnType<typeof newCall>>

  test.each<[string, (of: Call) => Promise<unknown>]>([
    [
      'the session ended',
      ({ session: { tenantId, sessionId } }) =>
        endSession(world.deps, { tenantId, sessionId, because: 'signed_out' }),
    ],
    [
      'all sessions were revoked',
      ({ tenantId, person: { userId } }) =>
        endSessionsOfPerson(world.deps, { tenantId, userId, actor, because: 'revoked_by_administrator' }),
    ],
    [
      'the person was switched off',
      ({ tenantId, person: { userId } }) =>
        setPersonEnabled(world.deps, { tenantId, userId, actor, enabled: false }),
    ],
    [
      'the security stamp changed',
      ({ tenantId, person: { userId } }) => world.deps.stores.people.putSecurityStamp(tenantId, userId, 'x'),
    ],
    [
      'the app was switched off',
      ({ tenantId, app: { clientId } }) =>
        changeApp(world.deps, { tenantId, clientId, actor, change: { enabled: false } }),
    ],
    [
      'the app was removed',
      ({ tenantId, app: { clientId } }) => world.deps.stores.apps.remove(tenantId, clientId),
    ],
  ])('%s', async (_, takeBack) => {
    const made = await newCall()
    await call(made.token)
    const { refresh_token: refreshToken = '' } = await oidc.refreshTokenGrant(
      made.client,
      made.tokens.refresh_token ?? '',
    )

    await takeBack(made)

    expect(await refusalOf(made.token)).toBe('revoked')
    const renewed = oidc.refreshTokenGrant(made.client, refreshToken)
    // 401 where the app itself is not known any more.
    await expect(renewed).rejects.toHaveProperty('status', expect.toBeOneOf([400, 401]))
  })

  test('says how to come back', async () => {
    const { token, session } = await newCall()
    const { tenantId, sessionId } = session
    await endSession(world.deps, { tenantId, sessionId, because: 'signed_out' })

    const refusal = await call(token).catch((cause: unknown) => cause)

    if (!(refusal instanceof GraphRefusal)) throw new Error('the call was let through')
    const [, claims = ''] = /claims="([^"]+)"/.exec(refusal.headers['www-authenticate'] ?? '') ?? []
    expect(JSON.parse(Buffer.from(claims, 'base64').toString())).toEqual({
      access_token: { nbf: { essential: true, value: expect.stringMatching(/^\d+$/) } },
    })
  })

  test('a consent: what was agreed to is gone, what was not stays', async () => {
    const { token, tenantId, app } = await newCall()
    const { clientId } = app
    await withdrawConsent(world.deps, { tenantId, clientId, userId: '', actor })
    await agreeForEverybody(world, app, ['User.Read'])

    expect(await call(token)).toMatchObject({ scopes: new Set(['User.Read']) })
  })

  test('a role', async () => {
    const { token, tenantId, person } = await newCall()
    await world.deps.stores.roles.insert(tenantId, person.userId, 'helpDesk')
    const before = await call(token)
    await world.deps.stores.roles.remove(tenantId, person.userId, 'helpDesk')

    expect(before).toMatchObject({ roles: ['helpDesk'] })
    expect(await call(token)).toMatchObject({ roles: [] })
  })

  test('the organisation wants more of everybody', async () => {
    const made = await newCall()
    const { tenants } = world.deps.stores
    const { settings } = world.tenant
    const weak = await signIn(world, made.person, [{ method: 'password', at: world.deps.now() }])
    const token = await forge({ ...payloadOf(made.token), sid: weak.session.sessionId })
    await tenants.putSettings(made.tenantId, { ...settings, leastStrength: 'singleFactor' })
    const before = await call(token)
    await tenants.putSettings(made.tenantId, { ...settings, leastStrength: 'multiFactor' })

    expect(before).toMatchObject({ kind: 'delegated' })
    expect(await refusalOf(token)).toBe('revoked')
    await tenants.putSettings(made.tenantId, settings)
  })

  test('a rule: by what was proven, and from where the call comes', async () => {
    const elsewhere = await newTenant(world, 'ruled.example')
    const { client, app } = await newClient(world, elsewhere, { consent: 'person' })
    await agreeForEverybody(world, app, scopes)
    const person = await newPerson(world, elsewhere, 'rita@ruled.example')
    const { cookies } = await signIn(world, person)
    const { access_token: token } = await authorize(world, client, cookies, { scope: scopes.join(' ') })
    const { tenantId } = elsewhere
    const at = '2026-03-01T09:00:00Z'
    const id = '22222222-0000-4000-8000-000000000001'
    const locationId = '33333333-0000-4000-8000-000000000001'
    await changeRules(world.deps, { tenantId, actor }, [
      {
        kind: 'namedLocation',
        id: locationId,
        change: () =>
          readNamedLocation(
            {
              '@odata.type': '#microsoft.graph.ipNamedLocation',
              displayName: 'Office',
              isTrusted: true,
              ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '192.0.2.0/24' }],
            },
            { id: locationId, createdDateTime: at, modifiedDateTime: null },
          ),
      },
    ])
    const before = await call(token, '198.51.100.7')

    await changeRules(world.deps, { tenantId, actor }, [
      {
        kind: 'conditionalAccess',
        id,
        change: () =>
          readConditionalAccess(
            {
              displayName: 'Graph from the office alone',
              state: 'enabled',
              conditions: {
                clientAppTypes: ['all'],
                users: { includeUsers: ['All'] },
                applications: { includeApplications: [graphAppId] },
                locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] },
              },
              grantControls: { operator: 'OR', builtInControls: ['block'] },
            },
            { id, createdDateTime: at, modifiedDateTime: null },
          ),
      },
    ])

    expect(before).toMatchObject({ kind: 'delegated' })
    expect(await call(token, '192.0.2.9')).toMatchObject({ kind: 'delegated' })
    await expect(call(token, '198.51.100.7')).rejects.toMatchObject({ detail: 'revoked' })
  })

  test('for apps on devices alone', async () => {
    const [native, web] = [await newCall('native'), await newCall('web')]
    const { tenantId } = world.tenant
    const id = '11111111-1111-4111-8111-111111111113'
    const document = readConditionalAccess(
      {
        displayName: 'No programs',
        state: 'enabled',
        conditions: {
          clientAppTypes: ['mobileAppsAndDesktopClients'],
          users: { includeUsers: [native.person.userId, web.person.userId] },
          applications: { includeApplications: [graphAppId] },
        },
        grantControls: { operator: 'OR', builtInControls: ['block'] },
      },
      { id, createdDateTime: '2026-03-01T09:00:00Z', modifiedDateTime: null },
    )
    await changeRules(world.deps, { tenantId, actor }, [
      { kind: 'conditionalAccess', id, change: () => document },
    ])

    expect(await call(web.token)).toMatchObject({ kind: 'delegated' })
    await expect(call(native.token)).rejects.toMatchObject({ detail: 'revoked' })
  })

  test('a permission of an app, one or all; and one that was given since is not in the token', async () => {
    const { token, tenantId, clientId } = await newOwnCall()
    await permitApp(world.deps, { tenantId, clientId, permissions: ['User.Read.All'], actor })
    await forbidApp(world.deps, { tenantId, clientId, permissions: ['Policy.Read.All'], actor })

    expect(await call(token)).toMatchObject({ permissions: new Set(['AuditLog.Read.All']) })
    await changeApp(world.deps, { tenantId, clientId, actor, change: { enabled: false } })
    expect(await refusalOf(token)).toBe('revoked')
  })
})

test('a step-up names the contexts that are wanted', () => {
  const refusal = claimsChallenge(world.deps.config.url, ['c1'])

  const [, claims = ''] = /claims="([^"]+)"/.exec(refusal.headers['www-authenticate'] ?? '') ?? []
  expect(refusal).toMatchObject({ code: 'insufficient_claims', status: 401 })
  expect(refusal.headers['www-authenticate']).toContain('error="insufficient_claims"')
  expect(JSON.parse(Buffer.from(claims, 'base64').toString())).toEqual({
    access_token: { acrs: { essential: true, value: 'c1' } },
  })
})
