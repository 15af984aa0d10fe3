import { request } from 'node:https'
import {
  ConfidentialClientApplication,
  type Configuration,
  CryptoProvider,
  type INetworkModule,
  type NetworkRequestOptions,
  PublicClientApplication,
} from '@azure/msal-node'
import { commandLineAppId, graphAppId, permitApp } from '@latchkey/identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCaller } from '../graph/find-caller.ts'
import { makeTestCertificates, type TestCertificates } from './test-certificates.ts'
import {
  bearing,
  browse,
  callback,
  newApp,
  newPerson,
  type OidcWorld,
  openOidcWorld,
  payloadOf,
  press,
  signIn,
} from './test-oidc-world.ts'

let certificates: TestCertificates
let world: OidcWorld

beforeAll(async () => {
  certificates = await makeTestCertificates()
  world = await openOidcWorld(certificates)
})

afterAll(async () => {
  await world?.close()
  certificates?.remove()
})

const scopes = ['openid', 'profile', 'offline_access']

describe.each([
  ['by its id', () => world.tenant.tenantId],
  ['by its domain', () => 'juniper.example'],
])('@azure/msal-node over https, with the tenant %s', (_, segment) => {
  test('signs a person in with code and PKCE, and renews the token without them', async () => {
    const { app, secret } = await newApp(world, world.tenant)
    const msal = new ConfidentialClientApplication(configure(segment(), app.clientId, secret))
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes()
    const { cookies } = await signIn(world, world.person)
    const address = await msal.getAuthCodeUrl({
      scopes,
      redirectUri: callback,
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
      responseMode: 'query',
    })

    const { url } = await browse(world, cookies, new URL(address))
    const code = url.searchParams.get('code') ?? ''
    const result = await msal.acquireTokenByCode({
      code,
      codeVerifier: verifier,
      redirectUri: callback,
      scopes,
    })
    if (result.account === null) throw new Error('MSAL knows no account')
    const cached = await msal.acquireTokenSilent({ account: result.account, scopes })
    const renewed = await msal.acquireTokenSilent({ account: result.account, scopes, forceRefresh: true })

    expect(result.account).toMatchObject({
      username: 'maria@juniper.example',
      homeAccountId: `${world.person.userId}.${world.tenant.tenantId}`,
    })
    expect(result.tenantId).toBe(world.tenant.tenantId)
    expect(cached.fromCache).toBe(true)
    expect(renewed.fromCache).toBe(false)
    expect(renewed.accessToken).not.toBe(result.accessToken)
  })

  test('gets a token for another app of the organisation, and finds it again', async () => {
    const { app: api } = await newApp(world, world.tenant)
    const { app, secret } = await newApp(world, world.tenant)
    const msal = new ConfidentialClientApplication(configure(segment(), app.clientId, secret))
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes()
    const { cookies } = await signIn(world, world.person)
    const asked = [`api://${api.clientId}/access_as_user`]
    const address = await msal.getAuthCodeUrl({
      scopes: asked,
      redirectUri: callback,
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
    })

    const { url } = await browse(world, cookies, new URL(address))
    const code = url.searchParams.get('code') ?? ''
    const result = await msal.acquireTokenByCode({
      code,
      codeVerifier: verifier,
      redirectUri: callback,
      scopes: asked,
    })
    if (result.account === null) throw new Error('MSAL knows no account')
    const cached = await msal.acquireTokenSilent({ account: result.account, scopes: asked })

    const payload = JSON.parse(Buffer.from(result.accessToken.split('.')[1] ?? '', 'base64url').toString())
    expect(payload).toMatchObject({ aud: api.clientId, scp: 'access_as_user' })
    expect(cached.fromCache).toBe(true)
  })

  test('gets a daemon its own token', async () => {
    const { app, secret } = await newApp(world, world.tenant, { kind: 'daemon' })
    const msal = new ConfidentialClientApplication(configure(segment(), app.clientId, secret))

    const result = await msal.acquireTokenByClientCredential({ scopes: [`api://${app.clientId}/.default`] })

    expect(result?.accessToken.split('.')).toHaveLength(3)
  })
})

describe('@azure/msal-node on a device', () => {
  // It asks every five seconds, as it is told to.
  test('signs in by a code', { timeout: 30_000 }, async () => {
    const { app } = await newApp(world, world.tenant, {
      kind: 'native',
      redirectUris: [],
      deviceCodeAllowed: true,
    })
    const msal = new PublicClientApplication(configure(world.tenant.tenantId, app.clientId))
    const { cookies } = await signIn(world, world.person)

    const result = await msal.acquireTokenByDeviceCode({
      scopes,
      deviceCodeCallback: ({ userCode, verificationUri, message }) => {
        expect(message).toContain(userCode)
        void browse(world, cookies, new URL(`${verificationUri}?user_code=${userCode}`)).then(({ url }) =>
          press(world, cookies, `${url.pathname}${url.search}`, 'yes'),
        )
      },
    })

    expect(result?.account?.username).toBe('maria@juniper.example')
    expect(result?.idTokenClaims).toMatchObject({ acr: 'urn:latchkey:acr:mfa' })
  })
})

describe('@azure/msal-node at Graph', () => {
  /** Somebody who administers, signed in. */
  const newAdministrator = async (name: string) => {
    const person = await newPerson(world, world.tenant, `${name}@juniper.example`)
    await world.deps.stores.roles.insert(person.tenantId, person.userId, 'globalAdministrator')
    return await signIn(world, person)
  }
  const wanted = ['https://graph.microsoft.com/Policy.ReadWrite.AuthenticationMethod']

  test.each(['common', 'organizations', 'juniper.example'])(
    'signs a command line in on a port of its own, with the tenant %s',
    async (segment) => {
      const { cookies } = await newAdministrator(`cli-${segment.length}`)
      const msal = new PublicClientApplication(configure(segment, commandLineAppId))

      const result = await msal.acquireTokenInteractive({
        scopes: wanted,
        openBrowser: async (address) => {
          const page = await browse(world, cookies, new URL(address))
          const { navigate } = await press(world, cookies, `${page.url.pathname}/consent`, 'yes')
          const end = await browse(world, cookies, new URL(navigate, page.url))
          // MSAL wants to be answered by a form, which the page's script sends.
          const inputs = end.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
          const fields = [...inputs].map(([, name = '', value = '']) => [name, value])
          const [, action = ''] = /<form[^>]* action="([^"]+)"/.exec(end.body) ?? []
          await fetch(action, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
        },
      })
      if (result.account === null) throw new Error('MSAL knows no account')
      const cached = await msal.acquireTokenSilent({ account: result.account, scopes: wanted })
      const renewed = await msal.acquireTokenSilent({
        account: result.account,
        scopes: wanted,
        forceRefresh: true,
      })

      expect(cached.fromCache).toBe(true)
      for (const { accessToken } of [result, renewed]) {
        expect(payloadOf(accessToken)).toMatchObject({
          aud: graphAppId,
          scp: 'Policy.ReadWrite.AuthenticationMethod',
          tid: world.tenant.tenantId,
        })
        expect(await findCaller(world.deps, bearing(`Bearer ${accessToken}`))).toMatchObject({
          kind: 'delegated',
          clientId: commandLineAppId,
        })
      }
    },
  )

  // It asks every five seconds, as it is told to.
  test.each(['common', 'juniper.example'])(
    'signs a command line in by a code, with the tenant %s',
    { timeout: 30_000 },
    async (segment) => {
      const { cookies } = await newAdministrator(`code-${segment.length}`)
      const msal = new PublicClientApplication(configure(segment, commandLineAppId))

      const result = await msal.acquireTokenByDeviceCode({
        scopes: [`${world.deps.config.url.origin}/Policy.Read.All`],
        deviceCodeCallback: ({ userCode, verificationUri }) => {
          void browse(world, cookies, new URL(`${verificationUri}?user_code=${userCode}`)).then(({ url }) =>
            press(world, cookies, `${url.pathname}${url.search}`, 'yes'),
          )
        },
      })

      expect(payloadOf(result?.accessToken)).toMatchObject({ aud: graphAppId, scp: 'Policy.Read.All' })
    },
  )

  test('gets a daemon what it was granted', async () => {
    const { app, secret } = await newApp(world, world.tenant, { kind: 'daemon' })
    const { tenantId, clientId } = app
    const actor = { kind: 'operator' } as const
    await permitApp(world.deps, { tenantId, clientId, permissions: ['AuditLog.Read.All'], actor })
    const msal = new ConfidentialClientApplication(configure(tenantId, clientId, secret))

    const result = await msal.acquireTokenByClientCredential({
      scopes: ['https://graph.microsoft.com/.default'],
    })

    expect(payloadOf(result?.accessToken)).toMatchObject({ aud: graphAppId, roles: ['AuditLog.Read.All'] })
  })
})

/** What MSAL is told about us. */
function configure(tenant: string, clientId: string, clientSecret?: string): Configuration {
  const { host, origin } = world.deps.config.url
  return {
    auth: {
      clientId,
      authority: `${origin}/${tenant}`,
      knownAuthorities: [host],
      ...(clientSecret !== undefined && { clientSecret }),
    },
    system: { networkClient: trusting(certificates.authority) },
  }
}

/** MSAL's way to the network, trusting one authority more. */
function trusting(authority: string): INetworkModule {
  const send = <T>(method: string, url: string, options: NetworkRequestOptions = {}) =>
    new Promise<{ headers: Record<string, string>; body: T; status: number }>((resolve, reject) => {
      const asked = request(url, { method, ca: authority, headers: options.headers ?? {} }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const headers = Object.fromEntries(
            Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
          )
          const body: T = JSON.parse(Buffer.concat(chunks).toString() || '{}')
          resolve({ headers, body, status: answer.statusCode ?? 0 })
        })
      })
      asked.once('error', reject)
      asked.end(options.body)
    })
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  }
}
