import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import { plugIn } from './world/authenticator.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addPasskeyHolder, addPersonWithPassword, type PasskeyHolder } from './world/people.ts'
import { openWorld, type World } from './world/world.ts'

let world: World<{ readonly grace: PasskeyHolder; readonly leo: PasskeyHolder['person'] }>

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const grace = await addPasskeyHolder(deps, tenant, 'grace')
    await deps.stores.roles.insert(tenant.tenantId, grace.person.userId, 'globalAdministrator')
    return { grace, leo: await addPersonWithPassword(deps, tenant, 'leo', 'a long and rare password') }
  })
})

afterAll(() => world?.close())

describe('a security key in the hand of an administrator', () => {
  test('gets a passkey for somebody, who then signs in with it', async () => {
    const { grace, leo } = world.prepared
    const { page } = await enterAdminCentre(world, grace, `/admin/people/${leo.userId}`)
    const key = await plugIn(page, { transport: 'usb', verifiesUser: true })
    await page.getByRole('button', { name: 'Add a passkey for them' }).click()
    const dialog = page.getByRole('dialog', { name: 'A passkey for Leo Example' })
    await dialog.getByLabel('What to call it').fill('Leo’s blue key')
    await lookAtPage(page, 'person-provision')

    // Its fingerprint is not Grace’s, and not anybody’s.
    await key.verifyUser(false)
    await key.touch()
    await dialog.getByRole('button', { name: 'Make the passkey' }).click()
    await dialog.getByText('The passkey prompt was closed').waitFor()
    await key.verifyUser(true)
    await dialog.getByRole('button', { name: 'Make the passkey' }).click()

    await page.getByText('The passkey is ready.').first().waitFor()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('listitem').filter({ hasText: 'Leo’s blue key' }).waitFor()
    const made = await key.passkeys()
    expect(made.map(({ userName }) => userName)).toEqual([leo.userName])
    const his = await enterAdminCentre(world, { person: leo, passkeys: made }, '/security-info')
    await his.page.getByRole('link', { name: /Leo’s blue key/ }).waitFor()
  })
})
