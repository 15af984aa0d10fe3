import { insertPasskey } from '@latchkey/bench/insert-passkey'
import { addApp } from '@latchkey/identity/administer'
import * as oidc from 'openid-client'
import { generate } from 'otplib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, type Passkeys, plugIn } from './world/authenticator.ts'
import { type Callback, openCallback } from './world/callback.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addPasskeyHolder, addPersonWithCodes, type PasskeyHolder, toVirtual } from './world/people.ts'
import { signInToApp, signInWithPasskey, signOut } from './world/sign-in.ts'
import { passQuestions, typeName, typePassword } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

const password = 'correct horse battery staple'

interface Prepared {
  readonly olive: PasskeyHolder
  readonly secret: string
  readonly stepUp: Passkeys
  readonly web: { readonly clientId: string; readonly secret: string }
  readonly asking: { readonly clientId: string; readonly secret: string }
}

let callback: Callback
let world: World<Prepared>

beforeAll(async () => {
  callback = await openCallback()
  world = await openWorld(async (deps, tenant) => {
    const olive = await addPasskeyHolder(deps, tenant, 'olive')
    const { person, secret } = await addPersonWithCodes(deps, tenant, 'stefan', password)
    const stepUp = [toVirtual(await insertPasskey(deps, person), person)]
    const register = async (displayName: string, consent: 'none' | 'person') => {
      const { app, secret = '' } = await addApp(deps, {
        tenantId: tenant.tenantId,
        displayName,
        kind: 'web',
        redirectUris: [callback.url],
        consent,
        actor: { kind: 'operator' },
      })
      return { clientId: app.clientId, secret }
    }
    const web = await register('Reports', 'none')
    const asking = await register('Travel', 'person')
    return { olive, secret, stepUp, web, asking }
  })
})

afterAll(async () => {
  await callback?.close()
  await world?.close()
})

describe('an app that asks for a phishing-resistant sign-in', () => {
  test('gets it from somebody who came in with a password and a code', async () => {
    const { page } = await world.openBrowser()
    const device = await plugIn(page, laptop, world.prepared.stepUp)
    await signInToApp(page, world.app.url)
    await typeName(page, 'stefan@juniper.example')
    await page.getByRole('link', { name: 'Use another way' }).click()
    await page.getByRole('heading', { name: 'Choose a way to sign in' }).waitFor()
    await lookAtPage(page, 'another-way')
    await page.getByRole('link', { name: /^Password/ }).click()
    await typePassword(page, password)
    await page.waitForURL(/passkey/)
    await page.getByRole('link', { name: 'Use another way' }).click()
    await page.getByRole('link', { name: /^Code from an authenticator app/ }).click()
    await page
      .getByLabel('Code from your authenticator app')
      .fill(await generate({ secret: world.prepared.secret }))
    await page.getByRole('button', { name: 'Verify' }).click()
    await passQuestions(page, 'Hello, Stefan Example')
    expect(await page.getByRole('main').innerText()).not.toContain('urn:latchkey:acr:phr')

    await device.touch()
    await page.getByRole('button', { name: 'Ask for a phishing-resistant sign-in' }).click()
    await page.getByText('urn:latchkey:acr:phr').or(page.getByRole('button')).first().waitFor()
    await passQuestions(page, 'urn:latchkey:acr:phr')

    const shown = await page.getByRole('main').innerText()
    expect(shown).toContain('urn:latchkey:acr:phr')
    expect(shown).toContain('fido')
  })
})

describe('openid-client', () => {
  test('signs a person in with code and PKCE, and learns how they proved it', async () => {
    const { page } = await world.openBrowser()
    const { clientId, secret } = world.prepared.web
    const client = await discover(clientId, secret)
    await signInWithPasskey(page, world.instance.url, world.prepared.olive.passkeys)

    const tokens = await signInThrough(page, client, { scope: 'openid profile email offline_access' })
    const refreshed = await oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')

    expect(tokens.claims()).toMatchObject({
      preferred_username: 'olive@juniper.example',
      tid: world.tenant.tenantId,
      acr: 'urn:latchkey:acr:phr',
    })
    expect(tokens.claims()?.['amr']).toEqual(expect.arrayContaining(['fido', 'mfa']))
    expect(refreshed.refresh_token).not.toBe(tokens.refresh_token)
  })

  test('loses the whole family when a refresh token comes twice', async () => {
    const { page } = await world.openBrowser()
    const { clientId, secret } = world.prepared.web
    const client = await discover(clientId, secret)
    await signInWithPasskey(page, world.instance.url, world.prepared.olive.passkeys)
    const tokens = await signInThrough(page, client, { scope: 'openid offline_access' })
    const next = await oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')

    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    await expect(oidc.refreshTokenGrant(client, next.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  test('gets no more tokens once the session is over', async () => {
    const { page } = await world.openBrowser()
    const { clientId, secret } = world.prepared.web
    const client = await discover(clientId, secret)
    await signInWithPasskey(page, world.instance.url, world.prepared.olive.passkeys)
    const tokens = await signInThrough(page, client, { scope: 'openid offline_access' })

    await page.goto(world.instance.url.href)
    await signOut(page)

    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  test('that needs consent has the person asked, once', async () => {
    const { page } = await world.openBrowser()
    const { clientId, secret } = world.prepared.asking
    const client = await discover(clientId, secret)
    await signInWithPasskey(page, world.instance.url, world.prepared.olive.passkeys)

    const { address, checks } = await authorizationFor(client, { scope: 'openid profile' })
    const arrived = callback.arrived()
    await page.goto(address.href)
    await page.getByText('Travel').first().waitFor()
    await lookAtPage(page, 'consent')
    await page.getByRole('button', { name: /Accept|Allow|Agree|Yes/ }).click()
    const tokens = await oidc.authorizationCodeGrant(client, await arrived, checks)
    // The app has its answer before the browser shows it.
    await page.waitForURL((url) => url.href.startsWith(callback.url))
    const again = await signInThrough(page, client, { scope: 'openid profile' })

    expect(again.claims()?.sub).toBe(tokens.claims()?.sub)
  })

  test('is told about a redirect address that is not its own on a page of ours, and gets nothing', async () => {
    const { page } = await world.openBrowser()
    const { clientId, secret } = world.prepared.web
    const client = await discover(clientId, secret)

    const { address } = await authorizationFor(client, { redirect_uri: 'https://evil.example/callback' })
    const answer = await page.goto(address.href)

    expect(answer?.status()).toBe(400)
    expect(page.url()).toContain(world.instance.url.origin)
    await lookAtPage(page, 'app-not-right')
  })
})

function discover(clientId: string, secret: string): Promise<oidc.Configuration> {
  const issuer = new URL(`/${world.tenant.tenantId}/v2.0`, world.instance.url)
  return oidc.discovery(issuer, clientId, secret, undefined, { execute: [oidc.allowInsecureRequests] })
}

async function authorizationFor(client: oidc.Configuration, more: Readonly<Record<string, string>>) {
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier()
  const expectedState = oidc.randomState()
  const expectedNonce = oidc.randomNonce()
  const address = oidc.buildAuthorizationUrl(client, {
    redirect_uri: callback.url,
    scope: 'openid',
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...more,
  })
  return { address, checks: { pkceCodeVerifier, expectedState, expectedNonce } }
}

/** Send the browser to an app's authorization request, and redeem what it comes back with. */
async function signInThrough(page: Page, client: oidc.Configuration, more: Readonly<Record<string, string>>) {
  const { address, checks } = await authorizationFor(client, more)
  const arrived = callback.arrived()
  await page.goto(address.href)
  return await oidc.authorizationCodeGrant(client, await arrived, checks)
}
