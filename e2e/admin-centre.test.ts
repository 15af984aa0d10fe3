import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre, letProofsAge } from './world/admin.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addPasskeyHolder, type PasskeyHolder } from './world/people.ts'
import { openWorld, type World } from './world/world.ts'

let world: World<{ readonly grace: PasskeyHolder; readonly nora: PasskeyHolder }>

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const grace = await addPasskeyHolder(deps, tenant, 'grace')
    const nora = await addPasskeyHolder(deps, tenant, 'nora')
    await deps.stores.roles.insert(tenant.tenantId, grace.person.userId, 'globalAdministrator')
    return { grace, nora }
  })
})

afterAll(() => world?.close())

describe('the admin centre', () => {
  test('is small, and says what is not there', async () => {
    const { page, loads } = await enterAdminCentre(world, world.prepared.grace, '/admin/no-such-page')
    await page.getByText('There is nothing here').waitFor()
    await lookAtPage(page, 'admin-not-found')

    const ours = loads.filter(({ url }) => new URL(url).pathname.startsWith('/admin'))
    expect(ours.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(200 * 1024)
  })

  test('is walked through by typing names of pages', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.grace, '/admin/no-such-page')

    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Type the name of a page' }).waitFor()
    await page.keyboard.type('grou')
    await lookAtPage(page, 'admin-palette')
    await page.keyboard.press('Enter')

    await page.waitForURL('**/admin/groups')
  })

  test('shows the page that was asked for last, however late another one comes, and goes back', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.grace, '/admin/groups')
    await page.getByRole('heading', { name: 'Groups', level: 1 }).waitFor()
    const late = /roles-page-[^/]*\.js$/
    const held = Promise.withResolvers<void>()
    await page.route(late, async (route) => {
      await held.promise
      await route.continue()
    })
    const asked = page.waitForRequest(late)
    const came = page.waitForEvent('requestfinished', (request) => late.test(request.url()))

    await page.getByRole('link', { name: 'Roles' }).click()
    await asked
    expect(new URL(page.url()).pathname).toBe('/admin/groups')
    await page.getByRole('link', { name: 'Devices' }).click()
    await page.getByRole('heading', { name: 'Devices', level: 1 }).waitFor()
    held.resolve()
    await came

    await page.getByRole('heading', { name: 'Devices', level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/admin/devices')
    await page.goBack()
    await page.getByRole('heading', { name: 'Groups', level: 1 }).waitFor()
    await page.goForward()
    await page.getByRole('heading', { name: 'Devices', level: 1 }).waitFor()
  })

  test('asks who is there before a change, when they proved it long ago, and then makes it', async () => {
    const browser = await enterAdminCentre(world, world.prepared.grace, '/admin/groups')
    const { page } = browser
    await letProofsAge(world, browser, 20)

    await page.getByRole('button', { name: 'Make a group' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Night shift')
    await page.getByRole('dialog').getByRole('button', { name: 'Make a group' }).click()
    const question = page.getByRole('dialog', { name: 'Confirm that it is you' })
    await question.waitFor()
    await lookAtPage(page, 'admin-confirm')
    await question.getByRole('button', { name: 'Use your passkey' }).click()

    await page.getByRole('heading', { name: 'Night shift' }).waitFor()
  })

  test('makes no change when the person does not confirm it', async () => {
    const browser = await enterAdminCentre(world, world.prepared.grace, '/admin/groups')
    const { page } = browser
    await letProofsAge(world, browser, 20)

    await page.getByRole('button', { name: 'Make a group' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Day shift')
    await page.getByRole('dialog').getByRole('button', { name: 'Make a group' }).click()
    const question = page.getByRole('dialog', { name: 'Confirm that it is you' })
    await question.getByRole('button', { name: 'Close' }).click()

    await question.waitFor({ state: 'detached' })
    await page.getByText('Confirm it is you').waitFor()
    expect(await page.getByRole('dialog').getByLabel('Name').inputValue()).toBe('Day shift')
    await page.reload()
    await page.getByRole('heading', { name: 'Groups' }).waitFor()
    expect(await page.getByText('Day shift').count()).toBe(0)
  })

  test('says in the place of a page that is gone since an update what to do', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.grace, '/admin/groups')
    await page.getByRole('heading', { name: 'Groups' }).waitFor()
    await page.route(/\.js$/, (route) => route.fulfill({ status: 404 }))
    await page.getByRole('link', { name: 'Apps' }).click()

    await page.getByText('Latchkey was updated').waitFor()
    await lookAtPage(page, 'admin-updated')
    await page.unroute(/\.js$/)
    await page.getByRole('button', { name: 'Load again' }).click()

    await page.getByRole('heading', { name: 'Apps', level: 1 }).waitFor()
  })

  test('is closed to people without a role', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.nora, '/admin')

    await page.getByText('You may not do this').first().waitFor()
  })
})
