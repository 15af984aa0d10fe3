import { newId } from '@latchkey/identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addPasskeyHolder, addPersonWithPassword, type PasskeyHolder } from './world/people.ts'
import { openWorld, type World } from './world/world.ts'

let world: World<{
  readonly grace: PasskeyHolder
  readonly hal: PasskeyHolder
  readonly lena: PasskeyHolder
}>

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const grace = await addPasskeyHolder(deps, tenant, 'grace')
    const hal = await addPasskeyHolder(deps, tenant, 'hal')
    const lena = await addPasskeyHolder(deps, tenant, 'lena')
    await addPersonWithPassword(deps, tenant, 'leo', 'a long and rare password')
    const { tenantId } = tenant
    const now = deps.now()
    await deps.stores.roles.insert(tenantId, grace.person.userId, 'globalAdministrator')
    await deps.stores.roles.insert(tenantId, hal.person.userId, 'helpDesk')
    await deps.stores.groups.insert({
      tenantId,
      groupId: '00000000-0000-7000-8000-000000000001',
      displayName: 'Pilots',
      description: 'Who tries new things first',
      createdAt: now,
    })
    await deps.stores.groups.insertMember(
      tenantId,
      '00000000-0000-7000-8000-000000000001',
      lena.person.userId,
    )
    await deps.stores.devices.insert({
      tenantId,
      objectId: '00000000-0000-7000-8000-000000000002',
      deviceId: '00000000-0000-4000-8000-000000000003',
      displayName: 'Lena’s laptop',
      enabled: true,
      operatingSystem: 'Windows',
      operatingSystemVersion: '11',
      isCompliant: true,
      createdAt: now,
    })
    for (const [hour, outcome, code] of [
      [1, 'failure', 'pass_expired'],
      [2, 'success', ''],
    ] as const) {
      await deps.stores.signIns.append({
        tenantId,
        signInId: newId(deps),
        at: new Date(now.getTime() - hour * 3_600_000),
        correlationId: newId(deps),
        outcome,
        code,
        userId: lena.person.userId,
        ipAddress: '192.0.2.7',
        userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36',
      })
    }
    return { grace, hal, lena }
  })
})

afterAll(() => world?.close())

describe('people', () => {
  test('are found as one types, and by what they lack', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.grace, '/admin/people')

    await page.getByRole('link', { name: 'Lena Example' }).waitFor()
    await lookAtPage(page, 'people')
    await page.getByRole('searchbox').fill('le')
    await page.getByRole('link', { name: 'Grace Example' }).waitFor({ state: 'detached' })
    await page.getByLabel('Show', { exact: true }).selectOption('onlyPhishable')
    await page.getByRole('link', { name: 'Lena Example' }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Leo Example' }).waitFor()
    await page.getByRole('searchbox').fill('nobody')
    await page.getByText('Nobody matches').waitFor()
    await lookAtPage(page, 'people-none')
  })

  test('are helped back in by the help desk, in a few clicks', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.hal, '/admin/people')

    await page.getByRole('searchbox').fill('lena')
    await page.getByRole('link', { name: 'Lena Example' }).click()
    await page.getByRole('heading', { name: 'Lena Example', level: 1 }).waitFor()
    await lookAtPage(page, 'person-help-desk')
    await page.getByRole('button', { name: 'Lost their phone?' }).click()
    await lookAtPage(page, 'person-lost-phone')
    await page.getByLabel('I have made sure that it is this person').check()
    await page.getByRole('button', { name: 'Give the pass' }).click()
    await page.getByText('The pass, shown this once').waitFor()
    await lookAtPage(page, 'person-pass')
    await page.getByRole('button', { name: 'Done' }).click()

    await page.getByRole('button', { name: 'Remove the pass' }).waitFor()
  })

  test('are seen from every side', async () => {
    const { lena } = world.prepared
    const { page } = await enterAdminCentre(
      world,
      world.prepared.grace,
      `/admin/people/${lena.person.userId}`,
    )

    await page.getByRole('heading', { name: 'What they have' }).waitFor()
    await lookAtPage(page, 'person-methods')
    for (const [tab, name] of [
      ['Sessions', 'sessions'],
      ['Recent sign-ins', 'sign-ins'],
      ['Account', 'account'],
      ['What if', 'what-if'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click()
      await page.getByRole('tabpanel').getByRole('heading').first().waitFor()
      if (name === 'what-if') {
        await page.getByRole('button', { name: 'Ask the rules' }).click()
        await page.getByText('Policies that apply').waitFor()
      }
      await lookAtPage(page, `person-${name}`)
    }
  })

  test('come from a file, and go again', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.grace, '/admin/people/import')

    await lookAtPage(page, 'people-import')
    await page.locator('input[type=file]').setInputFiles({
      name: 'new-people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'userName,displayName,groups\nzoe@juniper.example,Zoe Young,Pilots\nlena@juniper.example,Lena Lind,\nmax@elsewhere.example,Max,\n',
      ),
    })
    await page.getByRole('button', { name: /To be added/ }).waitFor()
    await lookAtPage(page, 'people-import-preview')
    await page.getByRole('button', { name: 'Carry it out' }).click()
    await page.getByText('The import is done.').first().waitFor()
    await page.getByRole('button', { name: 'Undo the import' }).waitFor()
    await page.getByRole('button', { name: 'Undo the import' }).click()
    await lookAtPage(page, 'people-import-undo')
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click()
    await page.getByText('The import is undone.').first().waitFor()
    await lookAtPage(page, 'people-import-undone')

    await page.goto(new URL('/admin/people?q=zoe', world.instance.url).href)
    await page.getByText('Nobody matches').waitFor()
  })
})

describe('groups, roles and devices', () => {
  test('a group gets and loses members', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.grace, '/admin/groups')

    await lookAtPage(page, 'groups')
    await page.getByRole('link', { name: 'Pilots' }).click()
    await page.getByRole('button', { name: 'Add people' }).click()
    await page.getByRole('combobox', { name: 'Whom to add' }).fill('leo')
    await page.getByRole('option', { name: /Leo/ }).click()
    await lookAtPage(page, 'group-add')
    await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('button', { name: 'Take out: Leo Example' }).waitFor()
    await lookAtPage(page, 'group')
    await page.getByRole('button', { name: 'Take out: Leo Example' }).click()
    await page.getByRole('button', { name: 'Take out: Leo Example' }).waitFor({ state: 'detached' })
  })

  test('a role is given and taken', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.grace, '/admin/roles')

    await page.getByRole('heading', { name: 'Reports reader' }).waitFor()
    await lookAtPage(page, 'roles')
    await page.getByRole('button', { name: 'Give to somebody: Reports reader' }).click()
    await page.getByRole('combobox', { name: 'To whom' }).fill('leo')
    await page.getByRole('option', { name: /Leo/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Give to somebody' }).click()
    await page.getByRole('button', { name: 'Take away: Leo Example' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take away' }).click()
    await page.getByRole('button', { name: 'Take away: Leo Example' }).waitFor({ state: 'detached' })
  })

  test('the help desk sees that roles are not theirs to give', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.hal, '/admin/roles')

    const give = page.getByRole('button', { name: 'Give to somebody: Help desk' })

    expect(await give.getAttribute('aria-disabled')).toBe('true')
    expect(await give.getAttribute('title')).toContain('Your roles do not let you do this')
  })

  test('a device is switched off and on', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.grace, '/admin/devices')

    await page.getByRole('button', { name: /Switch off/ }).click()
    await page.getByRole('button', { name: /Switch on/ }).waitFor()
    await lookAtPage(page, 'devices')
  })
})
