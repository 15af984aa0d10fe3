import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { honestAuthenticator } from '@latchkey/ctap/fixture'
import { type Person, permitApp } from '@latchkey/identity'
import { grantRole } from '@latchkey/identity/administer'
import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  GraphError,
  PageIterator,
} from '@microsoft/microsoft-graph-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestCertificates, type TestCertificates } from '../oidc/test-certificates.ts'
import {
  agreeForEverybody,
  authorize,
  newApp,
  newClient,
  newPerson,
  type OidcWorld,
  openOidcWorld,
  signIn,
} from '../oidc/test-oidc-world.ts'

const scopes = [
  'openid',
  'User.ReadWrite.All',
  'AuditLog.Read.All',
  'Policy.Read.AuthenticationMethod',
  'UserAuthMethod-Passkey.ReadWrite.All',
]

let certificates: TestCertificates
let world: OidcWorld
let client: Client
let nora: Person
const trusted = getCACertificates('default')
beforeAll(async () => {
  certificates = await makeTestCertificates()
  setDefaultCACertificates([...trusted, certificates.authority])
  world = await openOidcWorld(certificates)
  nora = await newPerson(world, world.tenant, 'nora@juniper.example')
  for (const name of ['olga', 'paul', 'quinn'])
    await newPerson(world, world.tenant, `${name}@juniper.example`)
  client = clientWith(await getTokenOfAdministrator())
})
afterAll(async () => {
  await world?.close()
  certificates?.remove()
  setDefaultCACertificates(trusted)
})

/** Sign in to an app as somebody who may do everything. */
async function getTokenOfAdministrator(): Promise<string> {
  const { client: ours, app } = await newClient(world, world.tenant, { consent: 'person' })
  await agreeForEverybody(world, app, scopes)
  const gina = await newPerson(world, world.tenant, 'gina@juniper.example')
  await grantRole(world.deps, { ...gina, actor: { kind: 'operator' }, role: 'globalAdministrator' })
  const { cookies } = await signIn(world, gina)
  return (await authorize(world, ours, cookies, { scope: scopes.join(' ') })).access_token
}

/** Be a script that keeps a secret. */
async function getTokenOfScript(...permissions: readonly string[]): Promise<string> {
  const { app, secret } = await newApp(world, world.tenant, { kind: 'daemon' })
  const { tenantId, clientId } = app
  await permitApp(world.deps, { tenantId, clientId, permissions, actor: { kind: 'operator' } })
  const answer = await fetch(new URL(`/${tenantId}/oauth2/v2.0/token`, world.deps.config.url), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
      scope: 'https://graph.microsoft.com/.default',
    }),
  })
  return (await answer.json()).access_token
}

/** Graph's own client, told where we are. */
const clientWith = (token: string) =>
  Client.init({
    baseUrl: world.deps.config.url.href,
    defaultVersion: 'v1.0',
    customHosts: new Set(['localhost']),
    authProvider: (done) => done(null, token),
  })

/** How a call is refused. */
const refusalOf = async (call: Promise<unknown>): Promise<GraphError> => {
  try {
    await call
  } catch (error) {
    if (error instanceof GraphError) return error
    throw error
  }
  throw new Error('it was not refused')
}

describe('@microsoft/microsoft-graph-client over https', () => {
  test('lists everybody, page after page', async () => {
    const first = await client.api('/users').top(2).select(['id', 'userPrincipalName']).get()
    expect(first.value).toHaveLength(2)

    const names: string[] = []
    const pages = new PageIterator(client, first, (user) => {
      names.push(user.userPrincipalName.split('@')[0])
      return true
    })
    await pages.iterate()

    expect(names).toEqual(['gina', 'maria', 'nora', 'olga', 'paul', 'quinn'])
    expect(pages.isComplete()).toBe(true)
  })

  test('changes somebody, and reads what became of it', async () => {
    await client.api(`/users/${nora.userId}`).patch({ displayName: 'Nora Ny' })

    expect(await client.api(`/users/${nora.userName}`).select('displayName').get()).toMatchObject({
      displayName: 'Nora Ny',
    })
  })

  test('reads a policy', async () => {
    const path = '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/fido2'

    expect(await client.api(path).get()).toMatchObject({
      '@odata.type': '#microsoft.graph.fido2AuthenticationMethodConfiguration',
      id: 'Fido2',
    })
  })

  test('provisions a passkey, which the reports count from then on', async () => {
    const methods = `/users/${nora.userId}/authentication/fido2Methods`
    const reports = '/reports/authenticationMethods'
    const without = await client
      .api(`${reports}/userRegistrationDetails`)
      .filter('isMfaCapable eq false')
      .get()
    expect(without.value.map((each: { id: string }) => each.id)).toContain(nora.userId)

    const { publicKey, challengeTimeoutDateTime } = await client
      .api(`${methods}/creationOptions(challengeTimeoutInMinutes=30)`)
      .version('beta')
      .get()
    const key = honestAuthenticator()
    const { id, response } = await key.client.create(publicKey, { origin: world.deps.config.url.origin })
    const { clientDataJSON, attestationObject } = response
    const made = await client.api(methods).post({
      displayName: 'Blue key',
      publicKeyCredential: { id, response: { clientDataJSON, attestationObject } },
    })

    expect(Date.parse(challengeTimeoutDateTime) - world.deps.now().getTime()).toBeGreaterThan(1_790_000)
    expect(made).toMatchObject({ id, displayName: 'Blue key', passkeyType: 'deviceBound' })
    expect((await client.api(methods).get()).value).toMatchObject([{ id }])
    expect(await client.api(`${reports}/userRegistrationDetails/${nora.userId}`).get()).toMatchObject({
      isPasswordlessCapable: true,
      methodsRegistered: ['passKeyDeviceBound'],
    })
    const asked = "usersRegisteredByMethod(includedUserTypes='all',includedUserRoles='user')"
    const { userRegistrationMethodCounts } = await client.api(`${reports}/${asked}`).get()
    expect(userRegistrationMethodCounts).toContainEqual({
      authenticationMethod: 'passKeyDeviceBound',
      userCount: 1,
    })
  })

  test('asks many things at once', async () => {
    // The client keeps the path alone, and the batch has the version.
    const address = (path: string) => new URL(path, world.deps.config.url).href
    const batch = new BatchRequestContent([
      { id: 'me', request: new Request(address('/me')) },
      {
        id: 'change',
        request: new Request(address(`/users/${nora.userId}`), {
          method: 'PATCH',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ givenName: 'Nora' }),
        }),
        dependsOn: ['me'],
      },
      {
        id: 'nobody',
        request: new Request(address('/users/nobody@juniper.example')),
        dependsOn: ['change'],
      },
    ])

    const answers = new BatchResponseContent(await client.api('/$batch').post(await batch.getContent()))

    const me = await answers.getResponseById('me').json()
    expect(me).toMatchObject({ userPrincipalName: 'gina@juniper.example' })
    expect(answers.getResponseById('nobody').status).toBe(404)
    expect(answers.getResponseById('change').status).toBe(204)
  })

  test('understands why it was refused', async () => {
    const script = clientWith(await getTokenOfScript('User.Read.All'))
    expect((await script.api('/users').top(1).get()).value).toHaveLength(1)

    expect(await refusalOf(script.api(`/users/${nora.userId}`).patch({ displayName: 'X' }))).toMatchObject({
      statusCode: 403,
      code: 'Authorization_RequestDenied',
      requestId: expect.stringMatching(/^[\w-]{36}$/),
    })
    expect(await refusalOf(client.api('/users').filter("shoeSize eq '9'").get())).toMatchObject({
      statusCode: 400,
      code: 'Request_UnsupportedQuery',
    })
    expect(await refusalOf(client.api('/users/x/calendar').get())).toMatchObject({ statusCode: 501 })
    expect(await refusalOf(clientWith('x').api('/me').get())).toMatchObject({
      statusCode: 401,
      code: 'InvalidAuthenticationToken',
    })
  })
})
