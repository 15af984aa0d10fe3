import type { Tenant } from '@latchkey/identity'
import { addGroup, addMember, changeRules, type RuleChange } from '@latchkey/identity/administer'
import {
  applyPolicyPatch,
  type CampaignDocument,
  changeConditionalAccess,
  readConditionalAccess,
  strengthIdOf,
} from '@latchkey/policy'
import { generate } from 'otplib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import { type Authenticator, laptop, phoneManager, plugIn } from './world/authenticator.ts'
import type { StoryDeps } from './world/directory.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addNewcomer, addPasskeyHolder, addPersonWithCodes, type PasskeyHolder } from './world/people.ts'
import { noteSecret } from './world/secrets.ts'
import {
  createFirstPasskey,
  passQuestions,
  typeName,
  typeNameAndTouch,
  typePass,
  typePassword,
} from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

const password = 'correct horse battery staple'
const actor = { kind: 'operator' } as const

const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'
const galaxy =
  'Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'

interface People {
  readonly grace: PasskeyHolder
  readonly secret: string
  readonly sam: string
  readonly ian: string
}

let world: World<People>

/** Stories of several people, photographed at every step, in milliseconds. */
const patiently = 240_000

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const { tenantId } = tenant
    const grace = await addPasskeyHolder(deps, tenant, 'grace')
    await deps.stores.roles.insert(tenantId, grace.person.userId, 'globalAdministrator')
    const { secret } = await addPersonWithCodes(deps, tenant, 'tom', password)
    await addPasskeyHolder(deps, tenant, 'tess')
    const sam = await addNewcomer(deps, tenant, 'sam')
    const ian = await addNewcomer(deps, tenant, 'ian')
    const pilots = await addGroup(deps, { tenantId, actor, displayName: 'Pilots' })
    for (const { person } of [sam, ian]) {
      await addMember(deps, { tenantId, actor, groupId: pilots.groupId, userId: person.userId })
    }
    await change(deps, tenant, campaign({ state: 'enabled', snoozeDurationInDays: 0 }))
    return { grace, secret, sam: sam.pass, ian: ian.pass }
  })
}, patiently)

afterAll(() => world?.close())

async function change(deps: StoryDeps, { tenantId }: Tenant, ...changes: readonly RuleChange[]) {
  // What it does to people is what the stories are about.
  await changeRules({ ...deps, checkRules: async () => {} }, { tenantId, actor }, changes)
}

function campaign(what: Partial<CampaignDocument>): RuleChange {
  const body = { registrationEnforcement: { authenticationMethodsRegistrationCampaign: what } }
  const stamp = { at: new Date().toISOString(), newId: () => crypto.randomUUID() }
  return {
    kind: 'methodsPolicy',
    id: 'authenticationMethodsPolicy',
    change: (before) => before && applyPolicyPatch(before, body, stamp),
  }
}

const loopId = '00000000-0000-4000-8000-000000000001'

/** Everything takes a passkey, and so does making one. */
const loop: RuleChange = {
  kind: 'conditionalAccess',
  id: loopId,
  change: () =>
    readConditionalAccess(
      {
        displayName: 'Passkeys everywhere',
        state: 'enabled',
        conditions: {
          clientAppTypes: ['all'],
          applications: { includeApplications: ['All'] },
          users: { includeUsers: ['All'] },
        },
        grantControls: {
          operator: 'OR',
          authenticationStrength: { id: strengthIdOf.phishingResistant },
        },
      },
      { id: loopId, createdDateTime: new Date().toISOString(), modifiedDateTime: null },
    ),
}

const mended: RuleChange = {
  kind: 'conditionalAccess',
  id: loopId,
  change: (before) =>
    before && changeConditionalAccess(before, { state: 'disabled' }, new Date().toISOString()),
}

/** Sign in to the app with password and code, in a browser on Windows. @param ahead seconds; a code is good once */
async function signInWithCode(page: Page, ahead: number) {
  await page.goto(world.app.url.href)
  await page.getByRole('button', { name: 'Sign in with Latchkey' }).click()
  await typeName(page, 'tom@juniper.example')
  await typePassword(page, password)
  const epoch = Date.now() / 1000 + ahead
  await page
    .getByLabel('Code from your authenticator app')
    .fill(await generate({ secret: world.prepared.secret, epoch }))
  await page.getByRole('button', { name: 'Verify' }).click()
}

/** Come with a pass, make a passkey, and sign in with it. */
async function walk(page: Page, device: Authenticator, userName: string, pass: string) {
  await page.goto(world.app.url.href)
  await page.getByRole('button', { name: 'Sign in with Latchkey' }).click()
  await typeName(page, userName)
  const enter = page.getByRole('heading', { name: 'Enter your Temporary Access Pass' })
  await enter.waitFor()
  await device.touch()
  await typePass(page, pass)
  await createFirstPasskey(page, 'My phone')
  await page.getByText('Hello, ').waitFor()
  await device.letGo()
  await page.context().clearCookies()
  await page.goto(world.app.url.href)
  await page.getByRole('button', { name: 'Sign in with Latchkey' }).click()
  await typeNameAndTouch(page, device, userName)
  await passQuestions(page, 'Hello, ')
}

describe('the campaign', () => {
  test(
    'asks at sign-in, can be skipped, then not any more, lets out who fails, and leads to a passkey',
    async () => {
      const first = await world.openBrowser({ userAgent: windows })
      await signInWithCode(first.page, 0)
      await first.page.getByRole('heading', { name: 'Sign in faster and safer' }).waitFor()
      await lookAtPage(first.page, 'nudge')
      await first.page.getByRole('button', { name: 'Skip for now (3 left)' }).click()
      await passQuestions(first.page, 'Hello, Tom Example')

      const deadline = new Date(Date.now() - 60_000).toISOString()
      await world.whileStopped((deps) =>
        change(deps, world.tenant, campaign({ latchkey_deadline: deadline })),
      )
      const { page } = await world.openBrowser({ userAgent: windows })
      const device = await plugIn(page, laptop)
      await device.verifyUser(false)
      await signInWithCode(page, 30)
      await page.getByText('It is time').waitFor()
      await lookAtPage(page, 'nudge-due')
      expect(await page.getByRole('button', { name: /^Skip/ }).count()).toBe(0)
      await device.touch()
      await page.getByRole('button', { name: 'Next' }).click()
      await page.getByRole('button', { name: 'Skip', exact: true }).waitFor()
      await lookAtPage(page, 'nudge-failed')
      const opened = page.waitForEvent('popup')
      await page.getByRole('link', { name: 'Step by step, for your device' }).click()
      const guide = await opened
      await guide.getByRole('heading', { name: 'Your steps' }).waitFor()
      await guide.close()
      await device.verifyUser(true)
      await page.getByRole('button', { name: 'Next' }).click()
      await page.getByRole('heading', { name: 'Your passkey is ready' }).waitFor()
      await page.getByRole('button', { name: 'Done' }).click()
      await passQuestions(page, 'Hello, Tom Example')
    },
    patiently,
  )

  test(
    'is shown to whoever runs it, with whom it reaches',
    async () => {
      const { page } = await enterAdminCentre(world, world.prepared.grace, '/admin/rollout/nudge')
      await page.getByRole('heading', { name: 'Nudge', level: 1 }).waitFor()
      await page.getByRole('heading', { name: 'Whom it reaches today' }).waitFor()
      await lookAtPage(page, 'admin-nudge')

      await page.getByLabel('Days of peace after skipping').fill('3')
      await page.getByLabel('It can be skipped until').fill('')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('The campaign is saved.', { exact: true }).waitFor()

      await page.reload()
      expect(await page.getByLabel('Days of peace after skipping').inputValue()).toBe('3')
    },
    patiently,
  )
})

describe('the preflight', () => {
  test(
    'names the loop, is mended, and passes when somebody has walked it',
    async () => {
      await world.whileStopped((deps) => change(deps, world.tenant, loop))
      const { page: admin } = await enterAdminCentre(world, world.prepared.grace, '/admin/rollout/preflight')
      await admin.getByText('Nobody has walked it yet').waitFor()
      await lookAtPage(admin, 'preflight-missing')
      await admin.getByRole('button', { name: 'Choose a test person' }).click()
      await admin.getByRole('combobox', { name: 'Test person' }).fill('tess')
      await admin.getByRole('option', { name: /Tess Example/ }).click()
      await admin.getByRole('button', { name: 'Begin' }).click()
      await admin.getByText('Your rules lead nowhere').waitFor()
      await admin.getByText('A policy asks for more than they have at this step.').waitFor()
      await admin.getByRole('link', { name: 'Passkeys everywhere' }).first().waitFor()
      await lookAtPage(admin, 'preflight-stopped')

      await world.whileStopped((deps) => change(deps, world.tenant, mended))
      await admin.reload()
      await admin.getByText('Now somebody has to walk it').waitFor()
      await admin.getByRole('button', { name: 'Issue a pass' }).click()
      const dialog = admin.getByRole('dialog')
      await dialog.getByLabel('I have made sure that it is this person').check()
      await dialog.getByRole('button', { name: /pass/i }).last().click()
      const shown = dialog.locator('.font-mono')
      await shown.waitFor()
      const pass = (await shown.textContent())?.trim() ?? ''
      noteSecret(pass, 'a Temporary Access Pass')
      await dialog.getByRole('button', { name: 'Done' }).click()

      const { page } = await world.openBrowser({ userAgent: windows })
      const device = await plugIn(page, laptop)
      await comeWithPass(page, device, pass)
      await admin.getByText('It works').waitFor()
      await lookAtPage(admin, 'preflight-passed')
    },
    patiently,
  )
})

/** Tess has a passkey elsewhere: she uses her pass, adds one here, and signs in with it. */
async function comeWithPass(page: Page, device: Authenticator, pass: string) {
  await page.goto(new URL('/security-info/add/passkey/this-device', world.instance.url).href)
  await typeName(page, 'tess@juniper.example')
  await page.getByRole('link', { name: 'Use another way' }).click()
  await page.getByRole('link', { name: 'Temporary Access Pass A code' }).click()
  await typePass(page, pass)
  const create = page.getByRole('button', { name: 'Create the passkey' })
  await create.waitFor()
  await device.touch()
  await create.click()
  await page.getByRole('heading', { name: 'Your passkey is ready' }).waitFor()
  await page.getByLabel('Name').fill('Test')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('link', { name: 'Manage Test' }).waitFor()
  await device.letGo()
  await page.context().clearCookies()
  await page.goto(world.app.url.href)
  await page.getByRole('button', { name: 'Sign in with Latchkey' }).click()
  await typeNameAndTouch(page, device, 'tess@juniper.example')
  await passQuestions(page, 'Hello, ')
}

describe('the pilot', () => {
  test(
    'goes through with a Galaxy and an iPhone before the first wave',
    async () => {
      const { page: admin } = await enterAdminCentre(world, world.prepared.grace, '/admin/rollout/pilot')
      await admin.getByText('There is no pilot yet').waitFor()
      await admin.getByRole('button', { name: 'Set up the pilot' }).click()
      await admin.getByRole('combobox', { name: 'Group' }).fill('Pilots')
      await admin.getByRole('option', { name: /Pilots/ }).click()
      await admin.getByLabel('Windows').selectOption({ label: 'Not in the fleet' })
      await admin.getByLabel('Pixel').selectOption({ label: 'Waive' })
      await admin.getByLabel('Why nobody has to go through with it').fill('Nobody here has one')
      await lookAtPage(admin, 'pilot-form')
      await admin.getByRole('button', { name: 'Save' }).click()
      await admin.getByText('The first wave waits for: Samsung, iPhone.').waitFor()

      const sam = await world.openBrowser({ userAgent: galaxy })
      await walk(sam.page, await plugIn(sam.page, phoneManager), 'sam@juniper.example', world.prepared.sam)
      const ian = await world.openBrowser({ userAgent: iPhone })
      await walk(ian.page, await plugIn(ian.page, phoneManager), 'ian@juniper.example', world.prepared.ian)

      await admin.reload()
      await admin.getByText('The first wave can start.').waitFor()
      await admin.getByLabel('Note about Sam Example').fill('Looked for the fingerprint on the back')
      await admin.getByRole('button', { name: 'Save' }).click()
      await admin.getByText('The note is kept.', { exact: true }).waitFor()
      await lookAtPage(admin, 'pilot-passed')

      await admin.getByRole('link', { name: 'See its steps in the guide: Samsung' }).click()
      const notes = admin.getByRole('region', { name: 'How the pilot got on with it: Samsung Galaxy' })
      await notes.getByText('Looked for the fingerprint on the back').waitFor()
      expect(await notes.getByText('Ian Example').count()).toBe(0)
      await notes.scrollIntoViewIfNeeded()
      await lookAtPage(admin, 'admin-guide-pilot')
    },
    patiently,
  )
})
