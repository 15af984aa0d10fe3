import { issuePass, listSessions, redeemPass } from '@latchkey/identity'
import { changeRules, removePass } from '@latchkey/identity/administer'
import { knownApps, readConditionalAccess, strengthIdOf } from '@latchkey/policy'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionCookie } from '../http/cookies.ts'
import { approveDevice, findWaitingDevice } from './device-codes.ts'
import { openProviders } from './provider-pool.ts'
import {
  agreeForEverybody,
  browse,
  newClient,
  newPerson,
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

const actor = { kind: 'operator' } as const

/** A device that shows a code. */
async function newDevice(more: Parameters<typeof newClient>[2] = {}) {
  const { client, app } = await newClient(world, world.tenant, {
    kind: 'native',
    displayName: 'Console',
    redirectUris: [],
    deviceCodeAllowed: true,
    ...more,
  })
  const shown = await oidc.initiateDeviceAuthorization(client, { scope: 'openid profile offline_access' })
  const poll = () => oidc.pollDeviceAuthorizationGrant(client, { ...shown, interval: 1 })
  return { client, app, shown, poll }
}

/** Type a code in a browser. */
function type(cookies: Map<string, string>, code: string) {
  const address = new URL(`/device?user_code=${encodeURIComponent(code)}`, world.deps.config.url)
  return browse(world, cookies, address)
}

/** Ask for a strength, or block, where a device code is used for an app. */
async function withDeviceCodeRule(clientId: string, asks: string, story: () => Promise<void>) {
  const id = '00000000-0000-4000-8000-000000000001'
  const document = readConditionalAccess(
    {
      displayName: 'Device codes',
      state: 'enabled',
      conditions: {
        clientAppTypes: ['all'],
        applications: { includeApplications: [clientId] },
        users: { includeUsers: ['All'] },
        authenticationFlows: { transferMethods: 'deviceCodeFlow' },
      },
      grantControls: {
        operator: 'OR',
        ...(asks === 'block' ? { builtInControls: ['block'] } : { authenticationStrength: { id: asks } }),
      },
    },
    { id, createdDateTime: '2026-03-01T09:00:00Z', modifiedDateTime: null },
  )
  const by = { tenantId: world.tenant.tenantId, actor }
  await changeRules(world.deps, by, [{ kind: 'conditionalAccess', id, change: () => document }])
  try {
    await story()
  } finally {
    await changeRules(world.deps, by, [{ kind: 'conditionalAccess', id, change: () => undefined }])
  }
}

describe('signing in a device by its code', () => {
  test('works after the person was told what it is, and is no phishing-resistant sign-in', async () => {
    const { client, shown, poll } = await newDevice()
    const { cookies, session } = await signIn(world, world.person)

    const page = await type(cookies, ` ${shown.user_code.toLowerCase().replace('-', ' ')} `)
    const { navigate } = await press(world, cookies, `${page.url.pathname}${page.url.search}`, 'yes')
    const tokens = await poll()
    const renewed = await oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')

    expect(shown.verification_uri).toBe(`${world.deps.config.url.origin}/device`)
    expect(shown.verification_uri_complete).toBeUndefined()
    expect(shown['message']).toContain(shown.user_code)
    for (const text of ['Console', shown.user_code, 'maria@juniper.example', 'somebody sent you this code']) {
      expect(page.body).toContain(text)
    }
    expect(navigate).toBe('/device/done')
    for (const claims of [tokens.claims(), renewed.claims()]) {
      expect(claims).toMatchObject({
        acr: 'urn:latchkey:acr:mfa',
        preferred_username: 'maria@juniper.example',
      })
      expect(claims?.['sid']).not.toBe(session.sessionId)
    }
  })

  test('is a session of its own, which the person can end', async () => {
    const { client, shown, poll } = await newDevice()
    const { cookies } = await signIn(world, world.person)
    const { url } = await type(cookies, shown.user_code)
    await press(world, cookies, `${url.pathname}${url.search}`, 'yes')
    const tokens = await poll()
    const { tenantId } = world.tenant
    const sessionId = String(tokens.claims()?.['sid'])
    const session = await world.deps.stores.sessions.find(tenantId, sessionId)
    await world.deps.stores.sessions.takeAlive(tenantId, sessionId, world.deps.now(), 'ended_by_person')

    expect(session).toMatchObject({ origin: 'deviceCode', userId: world.person.userId })
    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  test('lets nothing in when the person signed out between being asked and saying yes', async () => {
    const { app, shown } = await newDevice()
    const { deps, person } = world
    const { tenantId } = person
    const { session } = await signIn(world, person)
    const userCode = shown.user_code.replace('-', '')
    const device = await findWaitingDevice(deps, deps.stores, { tenantId, userCode })
    const { provider } = await openProviders(deps).get(tenantId)
    if (device === undefined) throw new Error('the device does not wait')
    const before = await listSessions(deps, tenantId, person.userId)

    await deps.stores.sessions.takeAlive(tenantId, session.sessionId, deps.now(), 'ended_by_person')
    const approval = approveDevice(deps, provider, { device, app, person, session })

    await expect(approval).rejects.toMatchObject({ code: 'session_ended' })
    expect(await listSessions(deps, tenantId, person.userId)).toHaveLength(before.length - 1)
    expect(await findWaitingDevice(deps, deps.stores, { tenantId, userCode })).toBeDefined()
  })

  test('stays among the person’s sessions after the browser’s has expired', async () => {
    const { shown, poll } = await newDevice()
    const { deps, person } = world
    const { cookies, session } = await signIn(world, person)
    const { url } = await type(cookies, shown.user_code)
    await press(world, cookies, `${url.pathname}${url.search}`, 'yes')
    const tokens = await poll()
    const today = world.clock.at

    world.clock.at = new Date(today.getTime() + 24 * 3_600_000)
    const listed = await listSessions(deps, person.tenantId, person.userId)
    world.clock.at = today

    const ids = listed.map(({ sessionId }) => sessionId)
    expect(ids).toContain(tokens.claims()?.['sid'])
    expect(ids).not.toContain(session.sessionId)
  })

  test('needs the person to sign in first', async () => {
    const { shown } = await newDevice()
    expect((await type(new Map(), shown.user_code)).url.pathname).toMatch(/^\/sign-in/)
  })

  test('waits until somebody says yes, and ends when they say no', async () => {
    const { client, shown, poll } = await newDevice()
    const once = () =>
      oidc.genericGrantRequest(client, 'urn:ietf:params:oauth:grant-type:device_code', {
        device_code: shown.device_code,
      })
    await expect(once()).rejects.toMatchObject({ error: 'authorization_pending' })
    const { cookies } = await signIn(world, world.person)
    const { url } = await type(cookies, shown.user_code)
    const { navigate } = await press(world, cookies, `${url.pathname}${url.search}`, 'no')

    expect(navigate).toBe('/device/stopped')
    await expect(poll()).rejects.toMatchObject({ error: 'access_denied' })
  })

  test('is answered once: whoever comes second finds nothing', async () => {
    const { shown } = await newDevice()
    const { cookies } = await signIn(world, world.person)
    const { url } = await type(cookies, shown.user_code)
    const path = `${url.pathname}${url.search}`

    const both = await Promise.all([press(world, cookies, path, 'yes'), press(world, cookies, path, 'yes')])
    const later = await type(cookies, shown.user_code)

    expect(both.map(({ navigate }) => navigate).sort()).toEqual(['/device', '/device/done'])
    expect(later.status).toBe(404)
  })

  test('gives its tokens once', async () => {
    const { client, shown, poll } = await newDevice()
    const { cookies } = await signIn(world, world.person)
    const { url } = await type(cookies, shown.user_code)
    await press(world, cookies, `${url.pathname}${url.search}`, 'yes')
    const tokens = await poll()

    await expect(poll()).rejects.toMatchObject({ error: 'invalid_grant' })
    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  test('is off unless the app allows it', async () => {
    await expect(
      newDevice({ deviceCodeAllowed: false, redirectUris: ['http://127.0.0.1/'] }),
    ).rejects.toMatchObject({
      error: 'invalid_request',
    })
  })

  test('is not enough for an app that needs a passkey', async () => {
    const { shown } = await newDevice({ leastStrength: 'phishingResistant' })
    const { cookies } = await signIn(world, world.person)

    const { status, body } = await type(cookies, shown.user_code)

    expect(status).toBe(403)
    expect(body).toContain('cannot be used with a code')
  })

  test('is asked for what rules about device codes want, and then let in', async () => {
    const { app, shown } = await newDevice()
    await withDeviceCodeRule(app.clientId, strengthIdOf.multiFactor, async () => {
      const { cookies } = await signIn(world, world.person, [{ method: 'password', at: world.deps.now() }])
      const asked = await type(cookies, shown.user_code)
      expect(asked.url.pathname).toBe('/sign-in/passkey')

      const enough = await signIn(world, world.person)
      expect((await type(enough.cookies, shown.user_code)).body).toContain('somebody sent you this code')
    })
  })

  test('is told what no device code can give, instead of being sent round in a circle', async () => {
    const { app, shown } = await newDevice()
    await withDeviceCodeRule(app.clientId, strengthIdOf.phishingResistant, async () => {
      const { cookies } = await signIn(world, world.person)

      const { status, body } = await type(cookies, shown.user_code)

      expect(status).toBe(403)
      expect(body).toContain('cannot be used with a code')
    })
  })

  test('is held to rules about the API that the device wants to call', async () => {
    const { client, app } = await newDevice()
    await agreeForEverybody(world, app, ['User.Read'])
    const shown = await oidc.initiateDeviceAuthorization(client, { scope: 'openid User.Read' })
    await withDeviceCodeRule(knownApps.graph, 'block', async () => {
      const { cookies } = await signIn(world, world.person)
      expect((await type(cookies, shown.user_code)).status).toBe(403)
    })
  })

  test('is not for a person who is not assigned', async () => {
    const { shown } = await newDevice({ assignmentRequired: true })
    const { cookies } = await signIn(world, world.person)
    expect((await type(cookies, shown.user_code)).status).toBe(403)
  })

  test('ends with the pass that the person came in with', async () => {
    const { client, shown, poll } = await newDevice()
    const { deps, tenant } = world
    const person = await newPerson(world, tenant, 'passing@juniper.example')
    const { tenantId, userId, userName } = person
    const { pass } = await issuePass(deps, { tenantId, userId, actor })
    const signedIn = await redeemPass(deps, {
      tenantId,
      userName,
      pass,
      visitor: { correlationId: 'c', ipAddress: '127.0.0.1', userAgent: 't', visitHash: new Uint8Array(32) },
      binding: { purpose: 'sign-in', context: '' },
    })
    const cookies = new Map([[sessionCookie(tenantId), signedIn.token]])
    const { url } = await type(cookies, shown.user_code)
    await press(world, cookies, `${url.pathname}${url.search}`, 'yes')
    const tokens = await poll()
    await removePass(deps, { tenantId, userId, actor })

    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  test('cannot be guessed for long', async () => {
    const tries: number[] = []
    for (let at = 0; at < 32; at++) tries.push((await type(new Map(), `BCDF-GH${at}`)).status)
    expect(tries.at(0)).toBe(404)
    expect(tries.at(-1)).toBe(429)
    world.clock.at = new Date(world.clock.at.getTime() + 601_000)
    expect((await type(new Map(), 'BCDF-GHJK')).status).toBe(404)
  })

  test('cannot be guessed for long on the page of the organisation either', async () => {
    const { tenantId } = world.tenant
    const address = new URL(`/${tenantId}/oauth2/deviceauth?user_code=BCDFGHJK`, world.deps.config.url)
    const tries: number[] = []
    for (let count = 0; count < 32; count++) tries.push((await browse(world, new Map(), address)).status)

    expect(tries.at(0)).toBe(404)
    expect(tries.at(-1)).toBe(429)
    world.clock.at = new Date(world.clock.at.getTime() + 601_000)
  })

  test.each(['cross-site', 'none'])('wants the code typed when a link has it in it (%s)', async (site) => {
    const { shown } = await newDevice()
    const { cookies } = await signIn(world, world.person)
    const { url } = await type(cookies, shown.user_code)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, accept: 'text/html', 'sec-fetch-site': site }

    for (const link of [`/device?user_code=${shown.user_code}`, `${url.pathname}${url.search}`]) {
      const { statusCode, body } = await world.app.inject({ url: link, headers })
      expect(statusCode).toBe(200)
      expect(body).toContain('name="user_code"')
      expect(body).not.toContain(shown.user_code)
    }
  })

  test('does not know a code that nobody shows', async () => {
    const { status, body } = await type(new Map(), 'BCDF-GHJK')
    expect(status).toBe(404)
    expect(body).toContain('There is no such code')
  })
})
