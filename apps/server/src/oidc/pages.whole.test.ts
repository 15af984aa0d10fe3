import { mkdirSync, mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import * as oidc from 'openid-client'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  newAuthorization,
  newClient,
  newPerson,
  type OidcWorld,
  openOidcWorld,
  passkeyProof,
  signIn,
} from './test-oidc-world.ts'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const photographs = process.env['PHOTOGRAPHS'] ?? mkdtempSync(join(tmpdir(), 'latchkey-oidc-'))

let world: OidcWorld
let app: Server
let appUrl: string
let browser: Browser
let context: BrowserContext
let page: Page
/** What the app was sent. */
const posted: URLSearchParams[] = []
/** What a page's policy stopped, and what its script threw. */
const troubles: string[] = []

beforeAll(async () => {
  mkdirSync(photographs, { recursive: true })
  world = await openOidcWorld()
  app = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      posted.push(new URLSearchParams(Buffer.concat(chunks).toString()))
      response.setHeader('content-type', 'text/html').end('<title>app</title>The app')
    })
  })
  await new Promise<void>((resolve) => app.listen(0, 'localhost', resolve))
  const address = app.address()
  appUrl = `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`
  browser = await chromium.launch({
    executablePath,
    args: ['--headless=new', '--no-sandbox', '--disable-gpu'],
  })
})

afterAll(async () => {
  await browser?.close()
  app?.close()
  await world?.close()
})

beforeEach(async () => {
  await context?.close()
  context = await browser.newContext({ locale: 'en-GB' })
  context.setDefaultTimeout(30_000)
  page = await context.newPage()
  troubles.length = 0
  page.on('pageerror', ({ message }) => troubles.push(message))
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type/i.test(message.text())) troubles.push(message.text())
  })
})

/** Until the browser is back at the app: pages before it speak of "the app", too. */
const untilAtApp = () => page.waitForURL((url) => url.href.startsWith(appUrl))

/** Sign in, in this browser. */
async function comeIn(...proven: Parameters<typeof signIn> extends [unknown, ...infer Rest] ? Rest : never) {
  const { cookies } = await signIn(world, ...proven)
  const url = world.deps.config.url.href
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })))
}

/** Photograph it, light and dark, on a desktop and on a phone, and have axe look. */
async function look(name: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const [device, width] of Object.entries({ desktop: 1280, phone: 390 })) {
      await page.setViewportSize({ width, height: 844 })
      await page.screenshot({ path: join(photographs, `${name}-${colorScheme}-${device}.png`) })
    }
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
      [],
    )
  }
}

const hourAgo = () => new Date(Date.now() - 3_600_000)

describe('pages of OpenID Connect', () => {
  test('consent, for everything an app can ask for', async () => {
    const redirectUris = [`${appUrl}/callback`]
    const { app: api } = await newClient(world, world.tenant, { displayName: 'Ledger', redirectUris })
    const { client } = await newClient(world, world.tenant, {
      displayName: 'Travel',
      consent: 'person',
      redirectUris,
    })
    await comeIn(world.person)
    const { address, checks } = await newAuthorization(client, {
      redirect_uri: `${appUrl}/callback`,
      scope: `openid profile email offline_access api://${api.clientId}/access_as_user`,
    })

    await page.goto(address.href)
    await page.getByRole('heading', { name: 'Let Travel know you?' }).waitFor()
    await page.getByText('Use Ledger in your name').waitFor()
    await look('consent')
    await page.getByRole('button', { name: 'Accept' }).click()
    await untilAtApp()
    const tokens = await oidc.authorizationCodeGrant(client, new URL(page.url()), checks)

    expect(tokens.refresh_token).toBeTypeOf('string')
    expect(troubles).toEqual([])
  })

  test('what only an administrator can agree to, and the administrator who does', async () => {
    const { client, app: asking } = await newClient(world, world.tenant, {
      displayName: 'Payroll',
      consent: 'administrator',
      redirectUris: [`${appUrl}/callback`],
    })
    const boss = await newPerson(world, world.tenant, 'boss@juniper.example')
    await world.deps.stores.roles.insert(boss.tenantId, boss.userId, 'globalAdministrator')
    await comeIn(world.person)
    const { address } = await newAuthorization(client, { redirect_uri: `${appUrl}/callback` })

    await page.goto(address.href)
    await page.getByText('An administrator must agree first').first().waitFor()
    await look('consent-of-administrator-needed')
    await page.getByRole('button', { name: 'Back to the app' }).click()
    await untilAtApp()
    expect(page.url()).toContain('error=access_denied')

    await comeIn(boss)
    const callback = encodeURIComponent(`${appUrl}/callback`)
    const path = `/${boss.tenantId}/v2.0/adminconsent?client_id=${asking.clientId}&redirect_uri=${callback}`
    await page.goto(new URL(path, world.deps.config.url).href)
    await page.getByRole('heading', { name: 'Agree for everybody to Payroll?' }).waitFor()
    await look('administrator-consent')
    await page.getByRole('button', { name: 'Accept for everybody' }).click()
    await untilAtApp()

    expect(page.url()).toContain('admin_consent=True')
    expect(troubles).toEqual([])
  })

  test('choosing an account', async () => {
    const { client } = await newClient(world, world.tenant, { redirectUris: [`${appUrl}/callback`] })
    await comeIn(world.person, [passkeyProof(hourAgo())])
    const { address } = await newAuthorization(client, {
      redirect_uri: `${appUrl}/callback`,
      prompt: 'select_account',
    })

    await page.goto(address.href)
    await page.getByRole('heading', { name: 'Choose an account' }).waitFor()
    await look('choose-account')
    await page.getByRole('button', { name: 'maria@juniper.example' }).click()
    await untilAtApp()

    expect(new URL(page.url()).searchParams.has('code')).toBe(true)
    expect(troubles).toEqual([])
  })

  test('an answer that is posted', async () => {
    const { client } = await newClient(world, world.tenant, { redirectUris: [`${appUrl}/callback`] })
    await comeIn(world.person)
    const { address } = await newAuthorization(client, {
      redirect_uri: `${appUrl}/callback`,
      response_mode: 'form_post',
    })
    posted.length = 0

    await page.goto(address.href)
    await untilAtApp()

    expect(posted.some((form) => form.has('code') && form.has('state') && form.has('iss'))).toBe(true)
    expect(troubles).toEqual([])
  })

  test('a device, from its code to the end', async () => {
    const { client } = await newClient(world, world.tenant, {
      kind: 'native',
      displayName: 'Backup console',
      redirectUris: [],
      deviceCodeAllowed: true,
      consent: 'person',
    })
    const shown = await oidc.initiateDeviceAuthorization(client, { scope: 'openid profile' })
    await comeIn(world.person)

    await page.goto(shown.verification_uri)
    await look('device-code')
    await page.getByLabel('Code').fill('BCDF-GHJK')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('There is no such code').waitFor()
    await look('device-code-unknown')
    await page.getByLabel('Code').fill(shown.user_code)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'Sign in to Backup console on another device?' }).waitFor()
    await look('device-confirm')
    await page.getByRole('button', { name: 'Yes, I started this' }).click()
    await page.getByRole('heading', { name: 'The device is signed in' }).waitFor()
    await look('device-done')
    const tokens = await oidc.pollDeviceAuthorizationGrant(client, { ...shown, interval: 1 })

    expect(tokens.claims()).toMatchObject({ acr: 'urn:latchkey:acr:mfa' })
    expect(troubles).toEqual([])
  })

  test('a device that is stopped, and one that an app does not let in', async () => {
    const { client } = await newClient(world, world.tenant, {
      kind: 'native',
      redirectUris: [],
      deviceCodeAllowed: true,
      leastStrength: 'phishingResistant',
    })
    const shown = await oidc.initiateDeviceAuthorization(client, { scope: 'openid' })
    await comeIn(world.person)

    await page.goto(shown.verification_uri)
    await page.getByLabel('Code').fill(shown.user_code)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'This app cannot be used with a code' }).waitFor()
    await look('device-too-weak')
    await page.goto(`${shown.verification_uri}/stopped`)
    await look('device-stopped')

    expect(troubles).toEqual([])
  })

  test('signing out for an app', async () => {
    const { client } = await newClient(world, world.tenant, {
      redirectUris: [`${appUrl}/callback`],
      postLogoutRedirectUris: [`${appUrl}/goodbye`],
    })
    await comeIn(world.person)
    const { address, checks } = await newAuthorization(client, { redirect_uri: `${appUrl}/callback` })
    await page.goto(address.href)
    const tokens = await oidc.authorizationCodeGrant(client, new URL(page.url()), checks)
    const goodbye = oidc.buildEndSessionUrl(client, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: `${appUrl}/goodbye`,
      state: 'a&b',
    })

    await page.goto(goodbye.href)
    await page.getByRole('heading', { name: 'Sign out?' }).waitFor()
    await look('sign-out-for-an-app')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await untilAtApp()

    expect(page.url()).toBe(`${appUrl}/goodbye?state=a%26b`)
    await page.goto(new URL('/security-info', world.deps.config.url).href)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    expect(troubles).toEqual([])
  })

  test('a request that is not right, and one that is too old', async () => {
    const { client } = await newClient(world, world.tenant)
    const { address } = await newAuthorization(client, { redirect_uri: 'https://evil.example/' })

    await page.goto(address.href)
    await look('request-not-right')
    const stale = `/${world.tenant.tenantId}/oauth2/interaction/nobody`
    await page.goto(new URL(stale, world.deps.config.url).href)
    await page.getByRole('heading', { name: 'This sign-in is too old' }).waitFor()
    await look('request-too-old')

    expect(troubles).toEqual([])
  })
})
