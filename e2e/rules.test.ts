import {
  type AttestationAuthority,
  honestAuthenticator,
  makeAttestationAuthority,
} from '@latchkey/ctap/fixture'
import { addGroup, addMember, addOrganisationRoot } from '@latchkey/identity/administer'
import { defaultProfileId, knownApps, strengthIdOf } from '@latchkey/policy'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, plugIn } from './world/authenticator.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { carryOwn } from './world/own-authenticator.ts'
import { addNewcomer, addPasskeyHolder, type Newcomer, type PasskeyHolder } from './world/people.ts'
import { registerScript, runKnowingly, type Script } from './world/script.ts'
import { signInToApp } from './world/sign-in.ts'
import { createFirstPasskey, passQuestions, typeName, typePass } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

/** The model that the organisation hands out. */
const model = '3a7c5e90-1b2d-4c3e-8f40-51627384a5b6'
const engineersProfile = '5d0c2c0b-0000-4000-8000-000000000001'
const actor = { kind: 'operator' } as const

interface Groups {
  readonly engineers: string
  readonly others: string
}

interface Prepared {
  readonly script: Script
  readonly nora: Newcomer
  readonly erin: Newcomer
  readonly groups: Groups
  readonly carl: PasskeyHolder
}

let authority: AttestationAuthority
let world: World<Prepared>

beforeAll(async () => {
  authority = await makeAttestationAuthority()
  world = await openWorld(async (deps, tenant) => {
    const { tenantId } = tenant
    const nora = await addNewcomer(deps, tenant, 'nora')
    const erin = await addNewcomer(deps, tenant, 'erin', { once: false })
    const carl = await addPasskeyHolder(deps, tenant, 'carl')
    const groups = await Promise.all(
      ['Engineers', 'Others'].map((displayName) => addGroup(deps, { tenantId, displayName, actor })),
    )
    const [engineers = '', others = ''] = groups.map(({ groupId }) => groupId)
    for (const [groupId, { person }] of [
      [engineers, erin],
      [others, nora],
      [others, carl],
    ] as const) {
      await addMember(deps, { tenantId, groupId, userId: person.userId, actor })
    }
    await addOrganisationRoot(deps, {
      tenantId,
      name: 'Our keys',
      certificate: authority.root,
      aaguids: [model],
      evidence: 'hardware',
      actor,
    })
    const script = await registerScript(deps, tenant, [
      'Policy.ReadWrite.AuthenticationMethod',
      'Policy.ReadWrite.ConditionalAccess',
    ])
    return { script, nora, erin, groups: { engineers, others }, carl }
  })
  await allowEngineers([model])
})

afterAll(() => world?.close())

/** Engineers add and use keys of these models, proven; everybody else what they like. */
async function allowEngineers(aaGuids: readonly string[]): Promise<void> {
  const { script, groups } = world.prepared
  const path = '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/Fido2'
  const answer = await runKnowingly(world, script, ['PATCH', path], {
    body: {
      '@odata.type': '#microsoft.graph.fido2AuthenticationMethodConfiguration',
      passkeyProfiles: [
        {
          id: defaultProfileId,
          name: 'Default passkey profile',
          passkeyTypes: 'deviceBound,synced',
          attestationEnforcement: 'disabled',
          keyRestrictions: { isEnforced: false, enforcementType: 'allow', aaGuids: [] },
        },
        {
          id: engineersProfile,
          name: 'Engineers',
          passkeyTypes: 'deviceBound',
          attestationEnforcement: 'registrationOnly',
          keyRestrictions: { isEnforced: true, enforcementType: 'allow', aaGuids },
        },
      ],
      includeTargets: [
        { targetType: 'group', id: groups.engineers, allowedPasskeyProfiles: [engineersProfile] },
        { targetType: 'group', id: groups.others },
      ],
    },
  })
  expect(answer.status).toBe(204)
}

/** Make a policy for one person and one app. */
async function askOf(userId: string, clientId: string, grantControls: object): Promise<void> {
  const answer = await runKnowingly(
    world,
    world.prepared.script,
    ['POST', '/identity/conditionalAccess/policies'],
    {
      body: {
        displayName: 'A rule',
        state: 'enabled',
        conditions: {
          clientAppTypes: ['all'],
          applications: { includeApplications: [clientId] },
          users: { includeUsers: [userId] },
        },
        grantControls: { operator: 'OR', builtInControls: [], ...grantControls },
      },
    },
  )
  expect(answer.status).toBe(201)
}

describe('an app that only a passkey opens', () => {
  test('sends whoever comes with a pass to make one, and takes them in', async () => {
    const { nora } = world.prepared
    await askOf(nora.person.userId, world.app.clientId, {
      authenticationStrength: { id: strengthIdOf.phishingResistant },
    })
    const { page } = await world.openBrowser()
    const device = await plugIn(page, laptop)
    await signInToApp(page, world.app.url)
    await typeName(page, 'nora@juniper.example')
    await typePass(page, nora.pass)

    await device.touch()
    await createFirstPasskey(page, 'Nora’s laptop')
    // The pass was enough to make it; the app wants to see it used.
    await passQuestions(page, 'Hello, ')

    expect(new URL(page.url()).origin).toBe(world.app.url.origin)
  })
})

describe('keys that the organisation can prove', () => {
  const shelf = async () => {
    const aaguid = new Uint8Array(Buffer.from(model.replaceAll('-', ''), 'hex'))
    const proven = honestAuthenticator({ aaguid, attestation: await authority.issue({ aaguid }) })
    const stranger = await makeAttestationAuthority('Somebody else')
    const vouched = honestAuthenticator({ aaguid, attestation: await stranger.issue({ aaguid }) })
    const claimed = honestAuthenticator({ aaguid })
    return { proven, vouched, claimed }
  }

  test('are taken, and a key that only claims to be one is not', async () => {
    const { proven, vouched, claimed } = await shelf()
    const { erin } = world.prepared
    for (const { client } of [claimed, vouched]) {
      const { page } = await world.openBrowser()
      await carryOwn(page, client)
      await comeWithPass(page, erin.pass)
      await page.getByRole('button', { name: 'Create a passkey' }).click()
      await page.getByRole('alert').waitFor()
      await lookAtPage(page, 'passkey-not-proven')
      expect(await page.getByRole('alert').innerText()).toMatch(/prove|organisation/i)
    }

    const { page } = await world.openBrowser()
    await carryOwn(page, proven.client)
    await comeWithPass(page, erin.pass)
    await page.getByRole('button', { name: 'Create a passkey' }).click()
    await page.getByLabel('Name').fill('Key of the organisation')
    await page.getByRole('button', { name: 'Done' }).click()
    await passQuestions(page, 'Security info')
    await page.getByText('Key of the organisation').first().waitFor()

    // The model goes: the key is kept, and sleeps.
    await allowEngineers([])
    await page.goto(new URL('/security-info', world.instance.url).href)
    await page.getByText('Not usable at the moment').waitFor()
    await lookAtPage(page, 'security-info-dormant')

    const tomorrow = await world.openBrowser()
    await carryOwn(tomorrow.page, proven.client)
    await tomorrow.page.goto(world.instance.url.href)
    await tomorrow.page.getByRole('link', { name: 'Sign-in options' }).click()
    await tomorrow.page.getByRole('link', { name: /^Face, fingerprint, PIN or security key/ }).click()
    await tomorrow.page.getByRole('alert').waitFor()
    await lookAtPage(tomorrow.page, 'passkey-dormant')

    // It comes back: so does the key.
    await allowEngineers([model])
    await tomorrow.page.goto(world.instance.url.href)
    await tomorrow.page.getByRole('link', { name: 'Sign-in options' }).click()
    await tomorrow.page.getByRole('link', { name: /^Face, fingerprint, PIN or security key/ }).click()
    await passQuestions(tomorrow.page, 'Key of the organisation')
  })
})

describe('a rule that comes while somebody is signed in', () => {
  test('holds at the next page, and the page says whom to ask', async () => {
    const { carl } = world.prepared
    const { page } = await world.openBrowser()
    const device = await plugIn(page, laptop, carl.passkeys)
    await device.touch()
    await page.goto(world.instance.url.href)
    await passQuestions(page, 'Security info')
    await device.letGo()

    await askOf(carl.person.userId, knownApps.securityInfo, { builtInControls: ['block'] })
    await page.reload()

    await page.getByRole('heading', { name: 'You cannot go on from here' }).waitFor()
    await lookAtPage(page, 'blocked')
  })
})

async function comeWithPass(page: Page, pass: string): Promise<void> {
  await page.goto(world.instance.url.href)
  await typeName(page, 'erin@juniper.example')
  await typePass(page, pass)
  await page.getByRole('heading', { name: 'Keep your account secure' }).waitFor()
}
