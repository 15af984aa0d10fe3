import * as oidc from 'openid-client'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import { type Callback, openCallback } from './world/callback.ts'
import { drawLogo } from './world/draw-logo.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { type NameServer, startNameServer } from './world/name-server.ts'
import { addPasskeyHolder, addPersonWithPassword, type PasskeyHolder } from './world/people.ts'
import { noteSecret } from './world/secrets.ts'
import { openWorld, type World } from './world/world.ts'

let dns: NameServer
let callback: Callback
let world: World<{ readonly grace: PasskeyHolder; readonly glenn: PasskeyHolder }>

beforeAll(async () => {
  dns = await startNameServer()
  callback = await openCallback()
  world = await openWorld(
    async (deps, tenant) => {
      const grace = await addPasskeyHolder(deps, tenant, 'grace')
      const glenn = await addPasskeyHolder(deps, tenant, 'glenn')
      await addPersonWithPassword(deps, tenant, 'paula', 'a long and rare password')
      for (const { person } of [grace, glenn]) {
        await deps.stores.roles.insert(tenant.tenantId, person.userId, 'globalAdministrator')
      }
      return { grace, glenn }
    },
    { environment: { LATCHKEY_DNS_SERVERS: dns.address } },
  )
})

afterAll(async () => {
  await world?.close()
  await callback?.close()
  await dns?.close()
})

/** A button that saves says so while it does, and goes when it has. */
const untilSaved = (page: Page) =>
  page.getByRole('button', { name: /^Sav(e|e changes|ing …)$/ }).waitFor({ state: 'detached' })

const enter = async (path: string) => (await enterAdminCentre(world, world.prepared.grace, path)).page

describe('an app', () => {
  test('is registered, and signed in to with openid-client, within a minute', async () => {
    const page = await enter('/admin/apps')
    await page.getByRole('link', { name: 'Register an app' }).waitFor()
    await lookAtPage(page, 'apps')

    const began = Date.now()
    await page.getByRole('link', { name: 'Register an app' }).click()
    await page.getByLabel('Name').fill('Garden planner')
    await page.getByLabel('Redirect URIs').fill('http://garden.example/callback')
    await page.getByRole('button', { name: 'Register' }).click()
    await page.getByText('http://garden.example/callback must begin with https://').waitFor()
    await lookAtPage(page, 'app-register')
    await page.getByLabel('Redirect URIs').fill(callback.url)
    await page.getByRole('button', { name: 'Register' }).click()

    await page.getByRole('heading', { name: 'Garden planner is registered' }).waitFor()
    const secret = await page.getByRole('status').locator('code').first().innerText()
    noteSecret(secret, 'the secret of a registered app')
    await page.getByRole('tab', { name: 'Any library' }).click()
    const clientId = await page.getByText('Client ID').locator('xpath=following::code[1]').innerText()
    await page.getByRole('tab', { name: 'openid-client' }).click()
    await lookAtPage(page, 'app-registered')
    const tokens = await signInThrough(page, clientId, secret)

    expect(tokens.claims()).toMatchObject({ aud: clientId, preferred_username: 'grace@juniper.example' })
    expect(Date.now() - began).toBeLessThan(60_000)
  })

  test('is set up: roles, people, a second secret, and a test of it', async () => {
    const page = await enter('/admin/apps')
    await page.getByRole('link', { name: 'Garden planner' }).click()
    await page.getByRole('heading', { name: 'Garden planner' }).waitFor()
    await page.getByLabel('Home page').fill('https://garden.example/')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').first().waitFor()
    await lookAtPage(page, 'app')

    await page.getByRole('tab', { name: 'Roles and claims' }).click()
    await page.getByLabel('Name').fill('Head gardener')
    await page.getByLabel('Value').fill('head')
    await page.getByRole('button', { name: 'Add a role' }).click()
    await page.getByText('Head gardener').waitFor()
    await lookAtPage(page, 'app-claims')

    await page.getByRole('tab', { name: 'People' }).click()
    await page.getByRole('button', { name: 'Assign' }).click()
    await page.getByRole('combobox', { name: 'People' }).fill('grace')
    await page.getByRole('option', { name: /Grace/ }).click()
    await page.getByLabel('As', { exact: true }).selectOption('Head gardener')
    await page.getByRole('dialog').getByRole('button', { name: 'Assign' }).click()
    await page.getByRole('list', { name: 'Who is assigned' }).getByText('Head gardener').waitFor()
    await lookAtPage(page, 'app-people')

    await page.getByRole('tab', { name: 'Secrets' }).click()
    await page.getByRole('button', { name: 'New secret' }).click()
    await page.getByLabel('What is it for?').fill('The test server')
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click()
    noteSecret(await page.getByRole('dialog').locator('code').innerText(), 'the second secret of an app')
    await page.getByRole('button', { name: 'I have copied it' }).click()
    await page.getByText('The test server').waitFor()
    await lookAtPage(page, 'app-secrets')

    await page.getByRole('tab', { name: 'Test sign-in' }).click()
    await page.getByRole('button', { name: 'Test now' }).click()
    await page.getByText('You would be signed in at once.').waitFor()
    await page.getByText('["head"]').waitFor()
    await lookAtPage(page, 'app-test')
  })
})

describe('a domain', () => {
  test('is proven by the DNS, and only then is anybody found by it', async () => {
    const page = await enter('/admin/domains')
    await page.getByRole('button', { name: 'Add a domain' }).click()
    await page.getByRole('textbox', { name: 'Domain' }).fill('Grove.Example')
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click()
    await page.getByText('_latchkey-challenge.grove.example').waitFor()
    const text = await page.getByText(/^latchkey-domain=/).innerText()
    expect(await isKnown('grove.example')).toBe(false)

    await page.getByRole('button', { name: 'Check now' }).click()
    await page.getByText('The record is not there yet', { exact: true }).waitFor()
    await lookAtPage(page, 'domains')
    dns.texts.set('_latchkey-challenge.grove.example', ['v=spf1 -all', text])
    await page.getByRole('button', { name: 'Check now' }).click()
    await page.getByText('The domain is proven.').first().waitFor()
    expect(await isKnown('grove.example')).toBe(true)

    await page.getByRole('button', { name: 'Use for new people' }).click()
    const juniper = page.getByRole('region', { name: 'juniper.example' })
    await juniper.getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('3 people are named after it').waitFor()
    await lookAtPage(page, 'domain-in-use')
  })
})

describe('the pages of an organisation', () => {
  test('carry its logo, its colour and its sentence', async () => {
    const page = await enter('/admin/branding')
    const choose = (name: string) => page.getByLabel(`Choose a picture: ${name}`)
    const png = (colour: readonly [number, number, number]) => ({
      name: 'logo.png',
      mimeType: 'image/png',
      buffer: drawLogo(colour),
    })
    await choose('For light pages').setInputFiles(png([28, 92, 66]))
    await page.getByRole('img', { name: 'For light pages' }).waitFor()
    await choose('For dark pages').setInputFiles(png([160, 220, 190]))
    await page.getByRole('img', { name: 'For dark pages' }).waitFor()
    await choose('For dark pages').setInputFiles({
      name: 'logo.png',
      mimeType: 'image/png',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    })
    await page.getByText('We cannot read this picture').first().waitFor()

    await page.getByLabel('Accent colour').fill('#ffd400')
    await page.getByText('This colour had to be changed').waitFor()
    await page
      .getByRole('textbox', { name: 'Sentence' })
      .fill('For people of Juniper Works. Lost your phone? Ring 4711.')
    await lookAtPage(page, 'branding')
    await page.getByLabel('Accent colour').fill('#1c5c42')
    const save = page.getByRole('button', { name: 'Save' })
    await save.first().click()
    await page.getByText('Saved.').first().waitFor()
    await save.click()
    await untilSaved(page)

    const stranger = await world.openBrowser()
    const { tenantId } = world.tenant
    await stranger.page.goto(
      new URL(`/${tenantId}/oauth2/v2.0/authorize?${await anyRequest()}`, world.instance.url).href,
    )
    await stranger.page.getByText('Lost your phone? Ring 4711.').waitFor()
    const logo = stranger.page.getByRole('img', { name: 'Juniper Works' })
    expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    await lookAtPage(stranger.page, 'branded-sign-in')
    await page.goto(new URL('/admin/branding', world.instance.url).href)
    await page.getByRole('img', { name: 'For light pages' }).waitFor()
    await lookAtPage(page, 'branded-admin')
  })
})

describe('accounts for emergencies and settings', () => {
  test('an account is kept, and says whether it is ready', async () => {
    const page = await enter('/admin/emergency')
    await page.getByText('There is no account for emergencies').waitFor()
    await lookAtPage(page, 'break-glass-none')
    await page.getByRole('button', { name: 'Keep an account' }).click()
    await page.getByRole('combobox', { name: 'Account' }).fill('glenn')
    await page.getByRole('option', { name: /Glenn/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Keep an account' }).click()
    await page.getByText('Ready').waitFor()
    await lookAtPage(page, 'break-glass')
  })

  test('asking more of everybody says whom it would shut out, before it does', async () => {
    const page = await enter('/admin/settings')
    await page.getByLabel('Sentence').fill('Ring extension 4711, weekdays from 8 to 18')
    await page.getByLabel('Telephone').fill('not a number')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('This is not a telephone number.').waitFor()
    await page.getByLabel('Telephone').fill('+49 30 4711')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Saved.').first().waitFor()
    await page.getByRole('radio', { name: /Anything/ }).click()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await untilSaved(page)
    await lookAtPage(page, 'settings')

    await page.getByRole('radio', { name: /Only passkeys/ }).click()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Paula Example').waitFor()
    await lookAtPage(page, 'settings-lock-out')
    await page.getByText('Issue Temporary Access Passes before').waitFor()
    // The least that is asked of everybody is no policy: it cannot be watched, and leaves nobody out.
    expect(await page.getByText('Only watch at first').count()).toBe(0)
    expect(await page.getByText('Leave these people out of the rule').count()).toBe(0)
  })
})

async function isKnown(domain: string): Promise<boolean> {
  const { ok } = await fetch(new URL(`/${domain}/v2.0/.well-known/openid-configuration`, world.instance.url))
  return ok
}

async function anyRequest(): Promise<string> {
  return new URLSearchParams({
    client_id: world.app.clientId,
    response_type: 'code',
    redirect_uri: new URL('/signed-in', world.app.url).href,
    scope: 'openid',
    code_challenge: await oidc.calculatePKCECodeChallenge(oidc.randomPKCECodeVerifier()),
    code_challenge_method: 'S256',
  }).toString()
}

async function signInThrough(page: Page, clientId: string, secret: string) {
  const issuer = new URL(`/${world.tenant.tenantId}/v2.0`, world.instance.url)
  const client = await oidc.discovery(issuer, clientId, secret, undefined, {
    execute: [oidc.allowInsecureRequests],
  })
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier()
  const expectedState = oidc.randomState()
  const address = oidc.buildAuthorizationUrl(client, {
    redirect_uri: callback.url,
    scope: 'openid profile email',
    state: expectedState,
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  })
  const arrived = callback.arrived()
  await page.goto(address.href)
  await page.getByRole('button', { name: /Accept|Allow|Agree|Yes/ }).click()
  const tokens = await oidc.authorizationCodeGrant(client, await arrived, { pkceCodeVerifier, expectedState })
  await page.waitForURL((url) => url.href.startsWith(callback.url))
  return tokens
}
