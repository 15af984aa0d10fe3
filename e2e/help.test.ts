import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, plugIn } from './world/authenticator.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addNewcomer, addPasskeyHolder, type Newcomer, type PasskeyHolder } from './world/people.ts'
import { typeName, typePass, untilPasskeysAreOffered } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

const phone = { width: 390, height: 844 }

let world: World<{ readonly ada: Newcomer; readonly kay: PasskeyHolder }>

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => ({
    ada: await addNewcomer(deps, tenant, 'ada'),
    kay: await addPasskeyHolder(deps, tenant, 'kay'),
  }))
})

afterAll(() => world?.close())

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor()
const helpWith = (page: Page) => page.getByRole('link', { name: 'Help with this message' })

async function search(page: Page, text: string): Promise<void> {
  await page.getByLabel('Message, code or reference').fill(text)
  await page.getByRole('button', { name: 'Search' }).click()
}

describe('somebody who cannot sign in', () => {
  test('reads what the message means, and searches for the one that Windows shows, on a phone', async () => {
    const { page } = await world.openBrowser({ viewport: phone })
    await page.goto(world.instance.url.href)
    await typeName(page, world.prepared.ada.person.userName)
    await typePass(page, 'Not-the-pass')
    await page.getByRole('alert').getByText('Reference').waitFor()
    const reference = (await page.locator('#correlation-id').textContent()) ?? ''
    await lookAtPage(page, 'help-from-a-problem')

    await helpWith(page).click()

    await page.getByRole('heading', { name: 'What to do' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/help/pass_incorrect')
    await page.getByText('Juniper Works').first().waitFor()
    await page.getByText(reference).waitFor()
    await lookAtPage(page, 'help-entry')

    await page.getByRole('link', { name: 'Search again' }).click()
    await heading(page, 'Help with messages')
    await lookAtPage(page, 'help-search')
    await search(page, 'Windows Security\nThis security key can’t be used. Please try a different one.')
    await page.getByRole('heading', { name: /entr(y|ies) fit/ }).waitFor()
    await lookAtPage(page, 'help-found')
    await page.getByRole('link', { name: /^This security key cannot be used/ }).click()
    await heading(page, 'This security key cannot be used')
    await lookAtPage(page, 'help-entry-of-a-key')
  })

  test('learns what hides behind the error of a browser', async () => {
    const { page } = await world.openBrowser()
    const device = await plugIn(page, laptop, world.prepared.kay.passkeys)
    await device.verifyUser(false)
    await page.goto(world.instance.url.href)
    await untilPasskeysAreOffered(page)
    await device.touch()
    await typeName(page, 'kay@juniper.example')

    await helpWith(page).waitFor()
    const title = (await page.getByRole('alert').getByRole('heading').textContent()) ?? ''
    await helpWith(page).click()

    await heading(page, title)
    expect(new URL(page.url()).pathname).toMatch(/^\/help\/browser_/)
  })
})

describe('a help desk', () => {
  test('types the reference that somebody reads out, and sees the entry of what they met, and no name', async () => {
    const { page } = await world.openBrowser()
    await page.goto(new URL('/no-such-page', world.instance.url).href)
    const reference = (await page.locator('#correlation-id').textContent()) ?? ''
    await page.goto(new URL('/help', world.instance.url).href)

    await search(page, reference)

    await heading(page, 'There is no such page')
    await page.getByText(reference).waitFor()
  })

  test('is told alike of every reference that nobody knows', async () => {
    const { page } = await world.openBrowser()
    await page.goto(
      new URL('/help?correlation=019a0000-0000-7000-8000-000000000000', world.instance.url).href,
    )

    await page.getByRole('heading', { name: 'We know nothing about this reference' }).waitFor()
    await lookAtPage(page, 'help-unknown-reference')
  })
})

describe('help with messages', () => {
  test('works without script, in the reader’s language, by device', async () => {
    const { page } = await world.openBrowser({ javaScriptEnabled: false, locale: 'de-DE', viewport: phone })
    await page.goto(new URL('/help?domain=juniper.example', world.instance.url).href)
    await heading(page, 'Hilfe zu Meldungen')

    await page.getByLabel('Gerät').selectOption({ label: 'Windows' })
    await page.getByRole('button', { name: 'Suchen' }).click()
    await page.getByRole('heading', { name: 'Meldungen von: Windows' }).waitFor()
    await page.getByRole('link', { name: /^Windows meldet/ }).click()

    await heading(page, 'Windows meldet, dass etwas schiefgegangen ist')
    await page.getByText('Juniper Works').first().waitFor()
  })

  test.each(['en-GB', 'de-DE', 'fr-FR', 'es-ES', 'ja-JP'])('fits a phone in %s', async (locale) => {
    const { page } = await world.openBrowser({ locale, viewport: phone })
    for (const path of ['/help', '/help/hybrid_blocked_by_network', '/help/browser_already_registered']) {
      await page.goto(new URL(path, world.instance.url).href)
      await lookAtPage(page, `help-${path.split('/')[2] ?? 'search'}-${locale}`)
    }
  })
})
