import { rmSync } from 'node:fs'
import { request } from 'node:https'
import {
  ConfidentialClientApplication,
  CryptoProvider,
  type INetworkModule,
  type NetworkRequestOptions,
} from '@azure/msal-node'
import { addApp, createTenant } from '@latchkey/identity/administer'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium, openPersonsBrowser } from './world/browser.ts'
import { type Callback, openCallback } from './world/callback.ts'
import { type Certificates, makeCertificates } from './world/certificates.ts'
import { inDirectory } from './world/directory.ts'
import { addPasskeyHolder, type PasskeyHolder } from './world/people.ts'
import { type RunningServer, startServer } from './world/server.ts'
import { signInWithPasskey } from './world/sign-in.ts'
import { domain, newInstance } from './world/world.ts'

let callback: Callback
let folder: string
let certificates: Certificates
let server: RunningServer
let browser: Browser
let tenantId: string
let clientId: string
let clientSecret: string
let maria: PasskeyHolder

beforeAll(async () => {
  callback = await openCallback()
  const plain = await newInstance()
  folder = plain.folder
  certificates = await makeCertificates(folder)
  const instance = { ...plain, url: new URL(`https://localhost:${plain.url.port}`) }
  await inDirectory(instance, async (deps) => {
    const actor = { kind: 'operator' } as const
    const tenant = await createTenant(deps, { displayName: 'Juniper Works', domain, actor })
    tenantId = tenant.tenantId
    maria = await addPasskeyHolder(deps, tenant, 'maria')
    const { app, secret } = await addApp(deps, {
      tenantId,
      displayName: 'MSAL app',
      kind: 'web',
      redirectUris: [callback.url],
      consent: 'none',
      signingAlgorithm: 'RS256',
      actor,
    })
    clientId = app.clientId
    clientSecret = secret ?? ''
  })
  server = await startServer(instance, {
    LATCHKEY_TLS_CERT: certificates.certificateFile,
    LATCHKEY_TLS_KEY: certificates.keyFile,
  })
  browser = await openChromium([certificates.chromiumArgument])
})

afterAll(async () => {
  await browser?.close()
  await server?.program.stop()
  await callback?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('@azure/msal-node', () => {
  test.each([
    ['in its own mode', () => `https://localhost:${server.url.port}/${tenantId}`],
    ['with the domain for a tenant', () => `https://localhost:${server.url.port}/${domain}`],
  ])('%s signs a person in over https, and renews the token', async (_, authority) => {
    const { page, troubles, context } = await openPersonsBrowser(browser)
    await signInWithPasskey(page, server.url, maria.passkeys)
    const cookies = await context.cookies()
    const msal = new ConfidentialClientApplication({
      auth: { clientId, clientSecret, authority: authority(), knownAuthorities: [server.url.host] },
      system: { networkClient: trusting(certificates.authority) },
    })
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes()
    const address = await msal.getAuthCodeUrl({
      scopes: ['openid', 'profile', 'offline_access'],
      redirectUri: callback.url,
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
    })

    const arrived = callback.arrived()
    await page.goto(address)
    const code = (await arrived).searchParams.get('code') ?? ''
    const result = await msal.acquireTokenByCode({
      code,
      codeVerifier: verifier,
      redirectUri: callback.url,
      scopes: ['openid', 'profile', 'offline_access'],
    })
    if (result.account === null) throw new Error('MSAL knows no account')
    const renewed = await msal.acquireTokenSilent({
      account: result.account,
      scopes: ['openid', 'profile', 'offline_access'],
      forceRefresh: true,
    })

    expect(result.account.username).toBe('maria@juniper.example')
    expect(result.tenantId).toBe(tenantId)
    expect(renewed.accessToken).not.toBe(result.accessToken)
    expect(cookies.every(({ name, secure }) => secure && name.startsWith('__Host-'))).toBe(true)
    expect(troubles).toEqual([])
  })
})

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
