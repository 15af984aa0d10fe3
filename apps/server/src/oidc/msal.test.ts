import { request } from 'node:https'
import {
  ConfidentialClientApplication,
  type Configuration,
  CryptoProvider,
  type INetworkModule,
  type NetworkRequestOptions,
  PublicClientApplication,
} from '@azure/msal-node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestCertificates, type TestCertificates } from './test-certificates.ts'
import { browse, callback, newApp, type OidcWorld, openOidcWorld, press, signIn } from './test-oidc-world.ts'

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
