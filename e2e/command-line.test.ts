import {
  type AttestationAuthority,
  honestAuthenticator,
  makeAttestationAuthority,
} from '@latchkey/ctap/fixture'
import { addOrganisationRoot, grantRole } from '@latchkey/identity/administer'
import * as oidc from 'openid-client'
import { generate } from 'otplib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Callback, openCallback } from './world/callback.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { carryOwn } from './world/own-authenticator.ts'
import { addNewcomer, addPersonWithCodes, type Newcomer } from './world/people.ts'
import { noteSecret } from './world/secrets.ts'
import { passQuestions, typeName, typePass, typePassword } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

/** The client of Graph's command lines: public, and at home on any port of the machine it runs on. */
const commandLine = '14d82eec-204b-4c2f-b7e8-296a70dab67e'
const android = 'de1e552d-db1d-4423-a619-566b625cdc84'
const iOS = '90a3ccdf-635c-4729-a248-9b709135078f'
const password = 'correct horse battery staple'

interface Prepared {
  readonly codes: string
  readonly erin: Newcomer
}

let authority: AttestationAuthority
let callback: Callback
let world: World<Prepared>
let accessToken: string
beforeAll(async () => {
  authority = await makeAttestationAuthority()
  callback = await openCallback('/')
  world = await openWorld(async (deps, tenant) => {
    const { tenantId } = tenant
    const actor = { kind: 'operator' } as const
    const ada = await addPersonWithCodes(deps, tenant, 'ada', password)
    await grantRole(deps, { ...ada.person, role: 'globalAdministrator', actor })
    await addOrganisationRoot(deps, {
      tenantId,
      name: 'Makers of the authenticator',
      certificate: authority.root,
      aaguids: [android, iOS],
      evidence: 'hardware',
      actor,
    })
    return { codes: ada.secret, erin: await addNewcomer(deps, tenant, 'erin', { once: false }) }
  })
})
afterAll(async () => {
  await callback?.close()
  await world?.close()
})

const configuration = '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/Fido2'

/** What the script that people copy from one another sends. */
const settings = (...aaGuids: readonly string[]) => ({
  '@odata.type': '#microsoft.graph.fido2AuthenticationMethodConfiguration',
  state: 'enabled',
  isSelfServiceRegistrationAllowed: 'true',
  isAttestationEnforced: 'true',
  keyRestrictions: { isEnforced: 'true', enforcementType: 'allow', aaGuids },
})

/** Call the API with the token that signing in gave. */
async function call(
  method: 'GET' | 'PATCH',
  more: { readonly body?: object; readonly acknowledge?: string } = {},
) {
  const { body, acknowledge } = more
  return await fetch(new URL(`/v1.0${configuration}`, world.instance.url), {
    method,
    headers: {
      authorization: `Bearer ${accessToken}`,
      ...(body && { 'content-type': 'application/json' }),
      ...(acknowledge !== undefined && { 'latchkey-acknowledge': acknowledge }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
}

/** Change the models, whoever that shuts out. */
async function takeModels(...aaGuids: readonly string[]): Promise<void> {
  const first = await call('PATCH', { body: settings(...aaGuids) })
  if (first.status === 204) return
  const { error } = await first.json()
  const acknowledge = error.innerError.acknowledge.value
  expect((await call('PATCH', { body: settings(...aaGuids), acknowledge })).status).toBe(204)
}

describe('a script of the system we outdo', () => {
  test('signs an administrator in on this machine, with no more than its public id', async () => {
    const client = await oidc.discovery(
      new URL(`/${world.tenant.tenantId}/v2.0`, world.instance.url),
      commandLine,
      undefined,
      oidc.None(),
      { execute: [oidc.allowInsecureRequests] },
    )
    const pkceCodeVerifier = oidc.randomPKCECodeVerifier()
    const expectedState = oidc.randomState()
    const address = oidc.buildAuthorizationUrl(client, {
      redirect_uri: callback.url,
      scope:
        'https://graph.microsoft.com/Policy.ReadWrite.AuthenticationMethod openid profile offline_access',
      code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      state: expectedState,
    })
    const arrived = callback.arrived()
    const { page } = await world.openBrowser()
    await page.goto(address.href)
    await typeName(page, 'ada@juniper.example')
    await typePassword(page, password)
    await page
      .getByLabel('Code from your authenticator app')
      .fill(await generate({ secret: world.prepared.codes }))
    await page.getByRole('button', { name: 'Verify' }).click()
    await passQuestions(page, 'asks for the following')
    await lookAtPage(page, 'consent-command-line')
    await page.getByRole('button', { name: /Accept|Allow|Agree|Yes/ }).click()

    const tokens = await oidc.authorizationCodeGrant(client, await arrived, {
      pkceCodeVerifier,
      expectedState,
    })
    accessToken = tokens.access_token
    noteSecret(accessToken, 'an access token')
    expect(tokens.scope).toContain('Policy.ReadWrite.AuthenticationMethod')
  })

  test('sends what it always sent, and reads back what it set', async () => {
    const changed = await call('PATCH', { body: settings(android, iOS) })
    const read = await (await call('GET')).json()

    expect([changed.status, await changed.text()]).toEqual([204, ''])
    expect(read).toMatchObject({
      id: 'Fido2',
      state: 'enabled',
      isSelfServiceRegistrationAllowed: true,
      isAttestationEnforced: true,
      keyRestrictions: { isEnforced: true, enforcementType: 'allow', aaGuids: [android, iOS] },
    })
  })

  test('binds: a key that proves its model is taken, and nothing that only says so', async () => {
    const aaguid = new Uint8Array(Buffer.from(iOS.replaceAll('-', ''), 'hex'))
    const stranger = await makeAttestationAuthority('Somebody else')
    const attested = honestAuthenticator({ aaguid, attestation: await authority.issue({ aaguid }) })
    const impostors = [
      honestAuthenticator({ aaguid }),
      honestAuthenticator({ aaguid, attestation: await stranger.issue({ aaguid }) }),
    ]
    for (const { client } of impostors) {
      const { page } = await world.openBrowser()
      await carryOwn(page, client)
      await comeWithPass(page)
      await page.getByRole('button', { name: 'Create a passkey' }).click()
      await page.getByRole('alert').waitFor()
      expect(await page.getByRole('alert').innerText()).toMatch(/prove|organisation/i)
    }
    const { page } = await world.openBrowser()
    await carryOwn(page, attested.client)
    await comeWithPass(page)
    await page.getByRole('button', { name: 'Create a passkey' }).click()
    await page.getByLabel('Name').fill('Authenticator')
    await page.getByRole('button', { name: 'Done' }).click()
    await passQuestions(page, 'Security info')

    await takeModels(android)
    const tomorrow = await world.openBrowser()
    await carryOwn(tomorrow.page, attested.client)
    await useWithoutName(tomorrow.page)
    await tomorrow.page.getByRole('alert').waitFor()

    await takeModels(android, iOS)
    await useWithoutName(tomorrow.page)
    await passQuestions(tomorrow.page, 'Authenticator')
  })
})

async function comeWithPass(page: Page): Promise<void> {
  await page.goto(world.instance.url.href)
  await typeName(page, 'erin@juniper.example')
  await typePass(page, world.prepared.erin.pass)
  await page.getByRole('heading', { name: 'Keep your account secure' }).waitFor()
}

async function useWithoutName(page: Page): Promise<void> {
  await page.goto(world.instance.url.href)
  await page.getByRole('link', { name: 'Sign-in options' }).click()
  await page.getByRole('link', { name: /^Face, fingerprint, PIN or security key/ }).click()
}
