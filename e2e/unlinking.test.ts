import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAtPage } from './world/look-at-page.ts'
import { addPasskeyHolder, type PasskeyHolder } from './world/people.ts'
import { browserName, insertPhonePasskey, phoneName } from './world/phone-passkey.ts'
import { signInWithPasskey } from './world/sign-in.ts'
import { openWorld, type World } from './world/world.ts'

let world: World<{ readonly ida: PasskeyHolder }>
beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const ida = await addPasskeyHolder(deps, tenant, 'ida')
    await insertPhonePasskey(deps, ida.person)
    return { ida }
  })
})
afterAll(() => world?.close())

describe('unlinking a browser that alone can use a phone’s passkey', () => {
  test('says what goes with the link, and with the browser, before', async () => {
    const { page } = await world.openBrowser()
    await signInWithPasskey(page, new URL('/security-info', world.instance.url), world.prepared.ida.passkeys)
    await page.goto(new URL('/security-info/devices', world.instance.url).href)

    await page.getByRole('button', { name: `Remove: ${browserName}` }).click()
    const removal = page.getByRole('dialog', { name: `Remove “${browserName}”?` })
    await removal.getByText(/A passkey on your phone goes with it/).waitFor()
    await lookAtPage(page, 'security-info-remove-linked-browser')
    await removal.getByRole('button', { name: 'Close' }).first().click()

    await page.getByRole('button', { name: `Unlink: ${browserName} and ${phoneName}` }).click()
    const unlinking = page.getByRole('dialog', { name: `Unlink ${browserName} and ${phoneName}?` })
    await unlinking
      .getByText(`Only a linked browser can use the passkey on “${phoneName}”, and no other is linked.`, {
        exact: false,
      })
      .waitFor()
    await lookAtPage(page, 'security-info-unlink')
    await unlinking.getByRole('button', { name: 'Unlink', exact: true }).click()
    await page.getByText('The devices are linked no more.').waitFor()

    await page.goto(new URL('/security-info', world.instance.url).href)
    await page.getByText('Only a linked browser can use it, and none is linked.').waitFor()
    await lookAtPage(page, 'security-info-passkey-without-link')
    expect(await page.getByText(`Authenticator on ${phoneName}`).isVisible()).toBe(true)
  })
})
