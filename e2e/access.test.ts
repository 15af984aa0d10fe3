import { addGroup, addMember } from '@latchkey/identity/administer'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addPasskeyHolder, type PasskeyHolder } from './world/people.ts'
import { openWorld, type World } from './world/world.ts'

const actor = { kind: 'operator' } as const

let world: World<{ readonly grace: PasskeyHolder }>
let page: Page

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const { tenantId } = tenant
    const grace = await addPasskeyHolder(deps, tenant, 'grace')
    await deps.stores.roles.insert(tenantId, grace.person.userId, 'globalAdministrator')
    const { groupId } = await addGroup(deps, { tenantId, displayName: 'Contractors', actor })
    for (const name of ['carl', 'dora', 'emil']) {
      const { person } = await addPasskeyHolder(deps, tenant, name)
      await addMember(deps, { tenantId, groupId, userId: person.userId, actor })
    }
    return { grace }
  })
  page = (await enterAdminCentre(world, world.prepared.grace, '/admin/access')).page
})

afterAll(() => world?.close())

const button = (name: string | RegExp) => page.getByRole('button', { name })
const go = async (path: string) => await page.goto(new URL(path, world.instance.url).href)
const part = async (name: string) => await button(new RegExp(`^Change: ${name}:`)).click()
const dialog = () => page.getByRole('dialog')

describe('an administrator who writes a policy', () => {
  test('begins with a template, and reads it as a sentence', async () => {
    await page.getByText('No policies yet').waitFor()
    await lookAtPage(page, 'access-none')

    await page.getByRole('link', { name: 'New policy' }).click()
    await button(/An empty policy/).waitFor()
    await lookAtPage(page, 'access-templates')
    await button(/^Require phishing-resistant multifactor authentication for administrators/).click()

    await button('Change: Who: all administrators').waitFor()
    await button(/Change: What is asked: ask for Phishing/i).waitFor()
    await lookAtPage(page, 'access-editor')
  })

  test('watches it first', async () => {
    await button('Look at past sign-ins').click()
    await page.getByText(/People are judged by the groups/).waitFor()
    await lookAtPage(page, 'access-impact')
    await button('Save').click()
    await page.getByRole('heading', { level: 1, name: /^Require phishing-resistant/ }).waitFor()

    await go('/admin/access')
    await page.getByText('0 on, 1 report-only, 0 off').waitFor()
    await lookAtPage(page, 'access-list')
  })

  test('is stopped from shutting out colleagues, sees who they are, and can only mean it', async () => {
    await go('/admin/access/new?from=nothing')
    await part('Who')
    await lookAtPage(page, 'access-people')
    await dialog().getByRole('radio', { name: 'only these' }).click()
    await dialog().getByRole('combobox', { name: 'Groups', exact: true }).fill('contr')
    await dialog().getByRole('option', { name: 'Contractors' }).click()
    await button('Use this').click()
    await part('What is asked')
    await dialog().getByRole('radio', { name: 'keep them out' }).click()
    await button('Use this').click()
    await page.getByLabel('Name', { exact: true }).fill('No contractors')
    await page.getByRole('radio', { name: /^On/ }).click()

    await button('See who this affects').click()
    await dialog().getByText('This would shut out 3 people').waitFor()
    await dialog().getByText('Carl Example').waitFor()
    await lookAtPage(page, 'access-lock-out')
    // A pass would let none of them in.
    expect(await dialog().getByRole('heading', { name: 'What you could do instead' }).count()).toBe(1)
    expect(await dialog().getByText('Only watch at first').count()).toBe(1)
    expect(await dialog().getByText('Issue Temporary Access Passes before').count()).toBe(0)
    await dialog().getByRole('button', { name: 'Close' }).last().click()

    await button('Save').click()
    await dialog().getByText('This would shut out 3 people').waitFor()
    await dialog().getByRole('checkbox').check()
    await dialog()
      .getByLabel(/^Type the number/)
      .fill('2')
    expect(await button('Save and shut them out').getAttribute('aria-disabled')).toBe('true')

    await button('Save as report-only').click()
    await page.getByRole('heading', { level: 1, name: 'No contractors' }).waitFor()
    await page.getByText('Is told in the sign-in log, and stops nobody.').first().waitFor()
  })

  test('says that they know, and it is done', async () => {
    await page.getByRole('radio', { name: /^On/ }).click()
    await button('Save').click()
    await dialog().getByRole('checkbox').check()
    await dialog()
      .getByLabel(/^Type the number/)
      .fill('3')
    await button('Save and shut them out').click()

    await page.waitForURL('**/admin/access')
    await page.getByText('1 on, 1 report-only, 0 off').waitFor()
  })

  test('can never shut out the last who administers', async () => {
    await go('/admin/access/new?from=nothing')
    await part('Who')
    await dialog().getByRole('radio', { name: 'all people' }).click()
    await button('Use this').click()
    await part('What is asked')
    await dialog().getByRole('radio', { name: 'keep them out' }).click()
    await button('Use this').click()
    await page.getByLabel('Name', { exact: true }).fill('Nobody at all')
    await page.getByRole('radio', { name: /^On/ }).click()
    await button('Save').click()

    await dialog().getByText('Nobody could administer any more').waitFor()
    await lookAtPage(page, 'access-last-administrator')
    expect(await dialog().getByRole('checkbox').count()).toBe(0)
    expect(await button('Save and shut them out').count()).toBe(0)
    await dialog().getByRole('button', { name: 'Close' }).last().click()
  })
})

describe('an administrator who names places and texts', () => {
  test('is told which line is no network', async () => {
    await go('/admin/locations')
    await button('New place').click()
    await dialog().getByLabel('Name').fill('The office')
    await dialog()
      .getByLabel(/^Networks, one/)
      .fill('198.51.100.0/24\noffice')
    await button('Save').click()
    await dialog()
      .getByText(/Line 2: “office” is not a network/)
      .waitFor()
    await lookAtPage(page, 'locations-wrong')
    await dialog()
      .getByLabel(/^Networks, one/)
      .fill('198.51.100.0/24')
    await dialog().getByLabel('Trusted').check()
    await button('Save').click()

    await page.getByText('1 network: 198.51.100.0/24').waitFor()
    await lookAtPage(page, 'locations')
  })

  test('writes terms of use', async () => {
    await go('/admin/terms/new')
    await page.getByLabel('Name').fill('House rules')
    await page.getByLabel('Text: English').fill('Be kind. Lock the door.')
    await lookAtPage(page, 'terms-editor')
    await button('Save').click()

    await page.getByText('Nobody was asked yet.').waitFor()
    await go('/admin/terms')
    await page.getByText('Edition 1').waitFor()
    await lookAtPage(page, 'terms')
  })
})

describe('an administrator who wonders', () => {
  test('what would happen, and why', async () => {
    await go('/admin/what-if')
    await page.getByRole('combobox', { name: 'Person' }).fill('carl')
    await page.getByRole('option', { name: /Carl/ }).click()
    await button('See what happens').click()

    await page.getByText('Carl Example is kept out, whatever they prove.').waitFor()
    await page.getByText('the person is not meant').waitFor()
    await lookAtPage(page, 'what-if')
  })

  test('what was changed, and takes it back', async () => {
    await go('/admin/history')
    await page.getByText('by Grace Example').first().waitFor()
    await button('What changed').nth(2).click()
    await lookAtPage(page, 'history')
    await button('Compare').click()
    await dialog().getByText('House rules').first().waitFor()
    await lookAtPage(page, 'history-compare')
    await dialog().getByRole('button', { name: 'Close' }).last().click()

    await button('Bring this state back: Version 2').click()
    await dialog().getByRole('button', { name: 'Bring this state back' }).click()
    await dialog().getByText('Nobody would be shut out').waitFor()
    await button('Save').click()
    await page.getByText('The rules are as they were.').first().waitFor()

    await go('/admin/access')
    await page.getByText('0 on, 2 report-only, 0 off').waitFor()
  })

  test('what the rules of another organisation would do here', async () => {
    const theirs = '0a0a0a0a-0000-4000-8000-000000000001'
    const policy = {
      id: '0b0b0b0b-0000-4000-8000-000000000001',
      displayName: 'Theirs',
      state: 'enabledForReportingButNotEnforced',
      conditions: {
        clientAppTypes: ['all'],
        applications: { includeApplications: ['All'] },
        users: { includeUsers: ['All'], excludeGroups: [theirs] },
      },
      grantControls: { operator: 'OR', builtInControls: ['mfa'] },
    }
    await go('/admin/history/import')
    await page.getByLabel('File').setInputFiles({
      name: 'policies.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ value: [policy] })),
    })
    await page.getByText('Whom the rules name, and nobody here is').waitFor()
    await lookAtPage(page, 'history-import')
    await page.getByRole('combobox', { name: `Group instead of ${theirs}` }).fill('contr')
    await page.getByRole('option', { name: 'Contractors' }).click()
    await page.getByRole('button', { name: 'Take over', disabled: false }).click()

    await page.waitForURL('**/admin/history')
    await page.getByText('Theirs: added').waitFor()
  })
})
