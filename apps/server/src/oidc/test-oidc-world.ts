import {
  type App,
  commandLineAppId,
  newId,
  newSecret,
  type Person,
  type Proof,
  rememberConsent,
  type Session,
  sha256,
  type Tenant,
} from '@latchkey/identity'
import { addApp, addPerson, createTenant, type NewApp } from '@latchkey/identity/administer'
import { findFreePorts } from '@latchkey/testing/free-ports'
import * as oidc from 'openid-client'
import { lastTenantCookie, sessionCookie } from '../http/cookies.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'

/** Where the apps of these tests are called back. Nobody listens there. */
export const callback = 'http://localhost:9/callback'

const actor = { kind: 'operator' } as const

/** A server with an organisation, a person and an app, that listens, so that real clients can talk to it. */
export interface OidcWorld extends TestWorld {
  readonly tenant: Tenant
  readonly person: Person
}

/** Open one. @param tls absent: plain http on localhost */
export async function openOidcWorld(tls?: {
  readonly certificateFile: string
  readonly keyFile: string
}): Promise<OidcWorld> {
  const port = await findFreePorts()
  const world = await openTestWorld({
    LATCHKEY_URL: `${tls === undefined ? 'http' : 'https'}://localhost:${port}`,
    LATCHKEY_LOG_LEVEL: 'warn',
    ...(tls && { LATCHKEY_TLS_CERT: tls.certificateFile, LATCHKEY_TLS_KEY: tls.keyFile }),
  })
  world.clock.at = new Date()
  await world.app.listen({ port, host: 'localhost' })
  const tenant = await newTenant(world, 'juniper.example')
  const person = await newPerson(world, tenant, 'maria@juniper.example')
  await givePasskey(world, person)
  return { ...world, tenant, person }
}

export function newTenant({ deps }: TestWorld, domain: string): Promise<Tenant> {
  return createTenant(deps, { displayName: domain, domain, actor })
}

export function newPerson({ deps }: TestWorld, tenant: Tenant, userName: string): Promise<Person> {
  return addPerson(deps, {
    tenantId: tenant.tenantId,
    userName,
    displayName: 'Maria Example',
    givenName: 'Maria',
    mail: userName,
    actor,
  })
}

/** Give somebody a passkey, so that what only a passkey proves is within reach. Nobody can use it. */
async function givePasskey({ deps }: TestWorld, { tenantId, userId }: Person): Promise<void> {
  await deps.stores.credentials.insert({
    tenantId,
    userId,
    id: deps.random(16),
    rpId: deps.rp.rpId,
    publicKey: deps.random(77),
    algorithm: -7,
    signCount: 0,
    transports: ['internal'],
    uvInitialized: true,
    backupEligible: true,
    backupState: true,
    aaguid: '00000000-0000-0000-0000-000000000000',
    attestation: { format: 'none', type: 'none', trusted: false, evidence: 'none' },
    name: 'Key',
    createdAt: deps.now(),
    createdBy: 'self',
  })
}

/** Register an app. */
export async function newApp(
  { deps }: TestWorld,
  tenant: Tenant,
  more: Partial<NewApp> = {},
): Promise<{ app: App; secret: string }> {
  const { app, secret = '' } = await addApp(deps, {
    tenantId: tenant.tenantId,
    displayName: 'Reports',
    kind: 'web',
    redirectUris: more.kind === 'daemon' ? [] : [callback],
    consent: 'none',
    actor,
    ...more,
  })
  return { app, secret }
}

/** Register an app, and be its client. */
export async function newClient(
  world: TestWorld,
  tenant: Tenant,
  more: Partial<NewApp> = {},
): Promise<{ app: App; secret: string; client: oidc.Configuration }> {
  const { app, secret } = await newApp(world, tenant, more)
  const { deps } = world
  const issuer = new URL(`/${tenant.tenantId}/v2.0`, deps.config.url)
  const client = await oidc.discovery(
    issuer,
    app.clientId,
    undefined,
    secret === '' ? oidc.None() : oidc.ClientSecretBasic(secret),
    { execute: [oidc.allowInsecureRequests] },
  )
  return { app, secret, client }
}

/** Be the client of command lines, which nobody registers. */
export function newCommandLine({ deps }: TestWorld, tenant: Tenant): Promise<oidc.Configuration> {
  const issuer = new URL(`/${tenant.tenantId}/v2.0`, deps.config.url)
  const execute = [oidc.allowInsecureRequests]
  return oidc.discovery(issuer, commandLineAppId, undefined, oidc.None(), { execute })
}

/** Let an administrator have agreed for everybody. */
export async function agreeForEverybody(
  { deps }: TestWorld,
  app: Pick<App, 'tenantId' | 'clientId'>,
  scopes: readonly string[],
): Promise<void> {
  const { tenantId, clientId } = app
  await rememberConsent(deps, { tenantId, clientId, userId: '', scopes, actor })
}

/** What the API looks at of a request. */
export function bearing(authorization: string | undefined, ipAddress = '127.0.0.1') {
  const visitor = { correlationId: 'test', ipAddress, userAgent: 'curl/8', visitHash: new Uint8Array() }
  return { headers: { authorization }, visitor }
}

/** Read what a token says. */
export function payloadOf(jwt = '') {
  return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString())
}

/** What was proven, for a session. */
export function passkeyProof(at: Date, more: Partial<NonNullable<Proof['passkey']>> = {}): Proof {
  return {
    method: 'passkey',
    at,
    passkey: {
      credentialId: 'AAAA',
      aaguid: '00000000-0000-0000-0000-000000000000',
      attested: false,
      userVerified: true,
      backupEligible: true,
      backupState: true,
      ...more,
    },
  }
}

/** Sign a person in: a session with these proofs, and the cookies of the browser it lives in. */
export async function signIn(
  { deps }: TestWorld,
  person: Person,
  proofs: readonly Proof[] = [passkeyProof(deps.now())],
  more: Partial<Session> = {},
): Promise<{ session: Session; cookies: Map<string, string> }> {
  const { tenantId, userId, securityStamp } = person
  const now = deps.now()
  const session: Session = {
    tenantId,
    sessionId: newId(deps),
    userId,
    proofs,
    origin: 'browser',
    securityStamp,
    staysSignedIn: false,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + 8 * 3_600_000),
    ipAddress: '127.0.0.1',
    userAgent: 'test',
    ...more,
  }
  const prefix = Buffer.from(tenantId.replaceAll('-', ''), 'hex').toString('base64url')
  const token = `${prefix}.${newSecret(deps)}`
  await deps.stores.sessions.insert(session, sha256(token))
  const host = deps.config.secure ? '__Host-' : ''
  const cookies = new Map([
    [`${host}${sessionCookie(tenantId)}`, token],
    [`${host}${lastTenantCookie}`, tenantId],
  ])
  return { session, cookies }
}

/** Where a browser ends up that opens an address: outside, or on a page of ours. */
export interface Arrival {
  readonly url: URL
  readonly status: number
  readonly body: string
  /** The interaction it came by: the address that sign-in leads back to. */
  readonly interaction: URL
}

/** Open an address in a browser with these cookies, following redirects until they leave us. */
export async function browse(
  { app, deps }: TestWorld,
  cookies: Map<string, string>,
  address: URL,
): Promise<Arrival> {
  let url = address
  let interaction = address
  for (let steps = 0; steps < 12; steps++) {
    if (url.origin !== deps.config.url.origin) return { url, status: 0, body: '', interaction }
    if (url.pathname.includes('/oauth2/interaction/')) interaction = url
    const answer = await app.inject({
      url: `${url.pathname}${url.search}`,
      headers: { ...headersOf(cookies), accept: 'text/html', 'sec-fetch-mode': 'navigate' },
    })
    for (const { name, value, expires } of answer.cookies) {
      if (expires !== undefined && expires.getTime() <= 0) cookies.delete(name)
      else cookies.set(name, value)
    }
    const { location } = answer.headers
    if (location === undefined) return { url, status: answer.statusCode, body: answer.body, interaction }
    url = new URL(location, url)
  }
  throw new Error(`redirected round and round: ${url}`)
}

/** Post what a page's script posts. */
export async function press(
  { app }: TestWorld,
  cookies: Map<string, string>,
  path: string,
  answer: 'yes' | 'no',
): Promise<{ navigate: string }> {
  const sent = await app.inject({
    method: 'POST',
    url: path,
    headers: { ...headersOf(cookies), 'sec-fetch-site': 'same-origin' },
    payload: { flow: '', answer },
  })
  return sent.json()
}

function headersOf(cookies: Map<string, string>) {
  return { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
}

/** An authorization request, and what the client must know to redeem its answer. */
export async function newAuthorization(
  client: oidc.Configuration,
  more: Readonly<Record<string, string>> = {},
): Promise<{ address: URL; checks: oidc.AuthorizationCodeGrantChecks & { pkceCodeVerifier: string } }> {
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier()
  const expectedState = oidc.randomState()
  const expectedNonce = oidc.randomNonce()
  const address = oidc.buildAuthorizationUrl(client, {
    redirect_uri: callback,
    scope: 'openid profile email',
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...more,
  })
  return { address, checks: { pkceCodeVerifier, expectedState, expectedNonce } }
}

/** Go all the way: authorize in a browser that is signed in, and redeem the code. */
export async function authorize(
  world: TestWorld,
  client: oidc.Configuration,
  cookies: Map<string, string>,
  more: Readonly<Record<string, string>> = {},
) {
  const { address, checks } = await newAuthorization(client, more)
  const arrival = await browse(world, cookies, address)
  return await oidc.authorizationCodeGrant(client, arrival.url, checks)
}
