import type { Person, Proof } from '@latchkey/identity'
import { changeRules, grantRole, setPersonEnabled } from '@latchkey/identity/administer'
import {
  knownApps,
  readAuthenticationContext,
  readConditionalAccess,
  readNamedLocation,
  strengthIdOf,
} from '@latchkey/policy'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  authorize,
  browse,
  callback,
  newAuthorization,
  newClient,
  newPerson,
  type OidcWorld,
  openOidcWorld,
  passkeyProof,
  payloadOf,
  press,
  signIn,
} from './test-oidc-world.ts'

let world: OidcWorld
let maria: Person

beforeAll(async () => {
  world = await openOidcWorld()
})

afterAll(() => world.close())

beforeEach(async () => {
  maria = await newPerson(world, world.tenant, `maria${world.deps.now().getTime()}@juniper.example`)
  world.clock.at = new Date(world.clock.at.getTime() + 1000)
})

const at = () => world.deps.now()
const password = (): Proof => ({ method: 'password', at: at() })
const totp = (): Proof => ({ method: 'totp', at: at() })
const stamp = (id: string) => ({ id, createdDateTime: '2026-03-01T09:00:00Z', modifiedDateTime: null })

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** Make a policy for one person and one app, with what it asks; and take it back afterwards. */
async function withPolicy(
  about: {
    readonly clientId: string
    readonly state?: string
    readonly conditions?: object
    readonly asks: object
  },
  story: () => Promise<void>,
) {
  const id = idOf(1)
  const by = { tenantId: world.tenant.tenantId, actor: { kind: 'operator' } as const }
  const document = readConditionalAccess(
    {
      displayName: 'A policy',
      state: about.state ?? 'enabled',
      conditions: {
        clientAppTypes: ['all'],
        applications: { includeApplications: [about.clientId] },
        users: { includeUsers: [maria.userId] },
        ...about.conditions,
      },
      ...about.asks,
    },
    stamp(id),
  )
  // Whom it would shut out is told elsewhere.
  const deps = { ...world.deps, checkRules: async () => {} }
  await changeRules(deps, by, [{ kind: 'conditionalAccess', id, change: () => document }])
  try {
    await story()
  } finally {
    await changeRules(deps, by, [{ kind: 'conditionalAccess', id, change: () => undefined }])
  }
}

const asks = (grant: object) => ({ grantControls: { operator: 'OR', builtInControls: [], ...grant } })
const phishingResistant = asks({ authenticationStrength: { id: strengthIdOf.phishingResistant } })
const block = asks({ builtInControls: ['block'] })

async function newestSignIn() {
  const [record] = await world.deps.stores.signIns.list(world.tenant.tenantId, {
    limit: 1,
    userId: maria.userId,
  })
  return record
}

describe('an app with a rule', () => {
  test('is closed to whom a policy blocks, and the log says which', async () => {
    const { client, app } = await newClient(world, world.tenant)
    await withPolicy({ clientId: app.clientId, asks: block }, async () => {
      const { cookies } = await signIn(world, maria)
      const { address } = await newAuthorization(client)

      const arrival = await browse(world, cookies, address)

      expect(arrival.url.pathname).toBe('/sign-in/blocked')
      expect(arrival.body).toContain('You cannot go on from here')
      const record = await newestSignIn()
      expect(record).toMatchObject({
        outcome: 'failure',
        code: 'blocked_by_policy',
        decision: {
          access: {
            outcome: 'blocked',
            policies: [{ policyId: idOf(1), result: 'failure', missing: ['block'] }],
          },
        },
      })
      expect(arrival.body).toContain(record?.correlationId)
    })
  })

  test('asks for exactly the strength that is missing', async () => {
    const { client, app } = await newClient(world, world.tenant)
    await withPolicy({ clientId: app.clientId, asks: phishingResistant }, async () => {
      const { cookies } = await signIn(world, world.person, [password(), totp()])
      const weak = await signIn(world, maria, [password(), totp()])
      const { address } = await newAuthorization(client)

      // The policy is about Maria alone.
      expect((await browse(world, cookies, address)).url.origin).toBe('http://localhost:9')
      expect((await browse(world, weak.cookies, address)).url.pathname).toMatch(
        /^\/sign-in\/(stronger|secure)$/,
      )

      const strong = await signIn(world, maria, [passkeyProof(at())])
      const arrival = await browse(world, strong.cookies, address)
      expect(arrival.url.searchParams.get('code')).toBeTruthy()
      expect((await newestSignIn())?.decision?.access?.policies).toMatchObject([
        { policyId: idOf(1), result: 'success' },
      ])
    })
  })

  test('cannot be asked silently for what needs the person', async () => {
    const { client, app } = await newClient(world, world.tenant)
    await withPolicy({ clientId: app.clientId, asks: phishingResistant }, async () => {
      const { cookies } = await signIn(world, maria, [password(), totp()])
      const { address } = await newAuthorization(client, { prompt: 'none' })
      const arrival = await browse(world, cookies, address)
      expect(arrival.url.searchParams.get('error')).toBe('login_required')
    })
  })

  test('only watched, it changes nothing and stands in the log', async () => {
    const { client, app } = await newClient(world, world.tenant)
    const state = 'enabledForReportingButNotEnforced'
    await withPolicy({ clientId: app.clientId, state, asks: block }, async () => {
      const { cookies } = await signIn(world, maria)
      const tokens = await authorize(world, client, cookies)
      expect(tokens.claims()?.sub).toBe(maria.userId)
      expect((await newestSignIn())?.decision?.access).toMatchObject({
        outcome: 'allowed',
        policies: [{ result: 'reportOnlyFailure', missing: ['block'] }],
      })
    })
  })

  test('asks again when the proofs are older than it allows', async () => {
    const { client, app } = await newClient(world, world.tenant)
    const frequency = {
      sessionControls: {
        signInFrequency: {
          isEnabled: true,
          type: 'hours',
          value: 1,
          frequencyInterval: 'timeBased',
          authenticationType: 'primaryAndSecondaryAuthentication',
        },
      },
    }
    await withPolicy({ clientId: app.clientId, asks: frequency }, async () => {
      const { cookies } = await signIn(world, maria, [passkeyProof(new Date(at().getTime() - 2 * 3_600_000))])
      const { address } = await newAuthorization(client)
      expect((await browse(world, cookies, address)).url.origin).toBe(world.deps.config.url.origin)
      const fresh = await signIn(world, maria, [passkeyProof(at())])
      expect((await browse(world, fresh.cookies, address)).url.origin).toBe('http://localhost:9')
    })
  })

  test('a policy for one platform leaves the others alone', async () => {
    const { client, app } = await newClient(world, world.tenant)
    const conditions = { platforms: { includePlatforms: ['iOS'], excludePlatforms: [] } }
    await withPolicy({ clientId: app.clientId, conditions, asks: block }, async () => {
      const { cookies } = await signIn(world, maria)
      const { address } = await newAuthorization(client)
      expect((await browse(world, cookies, address)).url.origin).toBe('http://localhost:9')
    })
  })

  test('a policy for the API holds for the app that calls it', async () => {
    const { client } = await newClient(world, world.tenant)
    await withPolicy({ clientId: knownApps.graph, asks: block }, async () => {
      const { cookies } = await signIn(world, maria)
      const { address } = await newAuthorization(client, { scope: 'openid User.Read' })
      expect((await browse(world, cookies, address)).url.pathname).toBe('/sign-in/blocked')
      const plain = await newAuthorization(client)
      expect((await browse(world, cookies, plain.address)).url.origin).toBe('http://localhost:9')
    })
  })
})

describe('agreeing for everybody', () => {
  test.each([
    ['asks for what', phishingResistant, /^\/sign-in\/(stronger|secure)$/],
    ['is closed to whom', block, /^\/sign-in\/blocked$/],
  ])('%s a rule for the admin centre wants', async (_, wanted, page) => {
    const { app } = await newClient(world, world.tenant)
    const { tenantId, userId } = maria
    await grantRole(world.deps, {
      tenantId,
      userId,
      role: 'globalAdministrator',
      actor: { kind: 'operator' },
    })
    const query = new URLSearchParams({
      client_id: app.clientId,
      redirect_uri: callback,
      scope: 'User.Read.All',
    })
    const address = new URL(`/${tenantId}/v2.0/adminconsent?${query}`, world.deps.config.url)
    const { cookies } = await signIn(world, maria, [password(), totp()])
    expect((await browse(world, cookies, address)).url.pathname).toBe(address.pathname)

    await withPolicy({ clientId: knownApps.adminCentre, asks: wanted }, async () => {
      expect((await browse(world, cookies, address)).url.pathname).toMatch(page)
      await press(world, cookies, `${address.pathname}${address.search}`, 'yes')
    })

    expect(await world.deps.stores.consents.list(tenantId, app.clientId, userId)).toEqual([])
  })
})

describe('a rule that comes later', () => {
  test('binds at the next refresh', async () => {
    const { client, app } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, maria, [password(), totp()])
    const tokens = await authorize(world, client, cookies, { scope: 'openid offline_access' })
    const refreshed = await oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')
    await withPolicy({ clientId: app.clientId, asks: phishingResistant }, async () => {
      await expect(oidc.refreshTokenGrant(client, refreshed.refresh_token ?? '')).rejects.toMatchObject({
        error: 'invalid_grant',
      })
    })
  })

  test('binds at the next page of ours', async () => {
    const { cookies } = await signIn(world, maria)
    const page = new URL('/security-info', world.deps.config.url)
    expect((await browse(world, cookies, page)).url.pathname).toBe('/security-info')
    await withPolicy({ clientId: knownApps.securityInfo, asks: block }, async () => {
      expect((await browse(world, cookies, page)).url.pathname).toBe('/sign-in/blocked')
    })
  })

  test('a person who was switched off is not asked about rules', async () => {
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, maria)
    const actor = { kind: 'operator' } as const
    await setPersonEnabled(world.deps, {
      tenantId: maria.tenantId,
      userId: maria.userId,
      enabled: false,
      actor,
    })
    const { address } = await newAuthorization(client)
    expect((await browse(world, cookies, address)).url.pathname).toBe('/sign-in')
  })
})

describe('a rule for apps on devices', () => {
  const conditions = { clientAppTypes: ['mobileAppsAndDesktopClients'] }

  test('holds for one, and leaves what runs in a browser alone', async () => {
    const native = await newClient(world, world.tenant, { kind: 'native' })
    const web = await newClient(world, world.tenant)
    for (const { client, app } of [native, web]) {
      await withPolicy({ clientId: app.clientId, conditions, asks: block }, async () => {
        const { cookies } = await signIn(world, maria)
        const { address } = await newAuthorization(client)
        const arrival = await browse(world, cookies, address)
        expect(arrival.url.pathname).toBe(client === native.client ? '/sign-in/blocked' : '/callback')
      })
    }
  })

  test('asks on our pages for what it wants, and is then content', async () => {
    const { client, app } = await newClient(world, world.tenant, { kind: 'native' })
    await withPolicy({ clientId: app.clientId, conditions, asks: phishingResistant }, async () => {
      const { cookies } = await signIn(world, maria, [password(), totp()])
      const { address } = await newAuthorization(client)
      expect((await browse(world, cookies, address)).url.pathname).toMatch(/^\/sign-in\/(stronger|secure)$/)
      const strong = await signIn(world, maria, [passkeyProof(at())])
      expect((await browse(world, strong.cookies, address)).url.pathname).toBe('/callback')
    })
  })

  test('binds at the next refresh', async () => {
    const { client, app } = await newClient(world, world.tenant, { kind: 'native' })
    const { cookies } = await signIn(world, maria)
    const { refresh_token } = await authorize(world, client, cookies, { scope: 'openid offline_access' })
    await withPolicy({ clientId: app.clientId, conditions, asks: block }, async () => {
      const refreshing = oidc.refreshTokenGrant(client, refresh_token ?? '')
      await expect(refreshing).rejects.toMatchObject({ error: 'invalid_grant' })
    })
  })
})

describe('a rule about places', () => {
  const officeAddress = '192.0.2.7'
  const conditions = { locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] } }

  beforeEach(async () => {
    const id = idOf(2)
    const office = readNamedLocation(
      {
        '@odata.type': '#microsoft.graph.ipNamedLocation',
        displayName: 'Office',
        isTrusted: true,
        ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '192.0.2.0/24' }],
      },
      stamp(id),
    )
    const by = { tenantId: world.tenant.tenantId, actor: { kind: 'operator' } as const }
    await changeRules(world.deps, by, [{ kind: 'namedLocation', id, change: () => office }])
  })

  test('is asked where somebody is whose app refreshes in their own hands', async () => {
    const { client, app } = await newClient(world, world.tenant, { kind: 'native' })
    const { cookies } = await signIn(world, maria, [passkeyProof(at())], { ipAddress: officeAddress })
    const { refresh_token } = await authorize(world, client, cookies, { scope: 'openid offline_access' })
    // Whoever refreshes is not at the office, wherever the session began.
    await withPolicy({ clientId: app.clientId, conditions, asks: block }, async () => {
      const refreshing = oidc.refreshTokenGrant(client, refresh_token ?? '')
      await expect(refreshing).rejects.toMatchObject({ error: 'invalid_grant' })
    })
  })

  test('is asked where the person was, if the app runs on a server of its own', async () => {
    const { client, app } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, maria, [passkeyProof(at())], { ipAddress: officeAddress })
    const { refresh_token } = await authorize(world, client, cookies, { scope: 'openid offline_access' })
    await withPolicy({ clientId: app.clientId, conditions, asks: block }, async () => {
      expect((await oidc.refreshTokenGrant(client, refresh_token ?? '')).access_token).toBeTruthy()
    })
  })
})

describe('an authentication context', () => {
  test('steps up what an app asks for by name, and the token says so', async () => {
    const by = { tenantId: world.tenant.tenantId, actor: { kind: 'operator' } as const }
    const context = readAuthenticationContext({ id: 'c1', displayName: 'Payments', isAvailable: true })
    await changeRules(world.deps, by, [{ kind: 'authenticationContext', id: 'c1', change: () => context }])
    const { client } = await newClient(world, world.tenant)
    const conditions = {
      applications: { includeApplications: [], includeAuthenticationContextClassReferences: ['c1'] },
    }
    await withPolicy({ clientId: '', conditions, asks: phishingResistant }, async () => {
      const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } })
      const { address } = await newAuthorization(client, { claims })
      const plain = await newAuthorization(client)
      const weak = await signIn(world, maria, [password(), totp()])
      expect((await browse(world, weak.cookies, plain.address)).url.origin).toBe('http://localhost:9')
      expect((await browse(world, weak.cookies, address)).url.origin).toBe(world.deps.config.url.origin)

      const strong = await signIn(world, maria, [passkeyProof(at())])
      const own = { scope: `openid api://${client.clientMetadata().client_id}/access_as_user`, claims }
      const tokens = await authorize(world, client, strong.cookies, own)
      expect(payloadOf(tokens.access_token)).toMatchObject({ acrs: ['c1'] })
    })
  })
})
