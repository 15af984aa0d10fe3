import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, plugIn } from './world/authenticator.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addNewcomer, addPasskeyHolder, type Newcomer, type PasskeyHolder } from './world/people.ts'
import { noteSecret } from './world/secrets.ts'
import { openWorld, type World } from './world/world.ts'

interface Prepared {
  readonly ken: PasskeyHolder
  readonly newcomers: Readonly<Record<string, Newcomer>>
}

/** Each with something that its pages say and no other language does. */
const languages = {
  'de-DE': { next: 'Weiter' },
  'fr-FR': { next: 'Suivant' },
  'es-ES': { next: 'Siguiente' },
  'ja-JP': { next: '次へ' },
} as const

let world: World<Prepared>
beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const newcomers: Record<string, Newcomer> = {}
    for (const locale of Object.keys(languages)) {
      newcomers[locale] = await addNewcomer(deps, tenant, `nora.${locale.slice(0, 2)}`)
    }
    return { ken: await addPasskeyHolder(deps, tenant, 'ken'), newcomers }
  })
})
afterAll(() => world?.close())

describe('a browser that asks for another language', () => {
  test.each(Object.entries(languages))(
    '%s is spoken to in it, from the name to the passkey',
    async (locale, said) => {
      const language = locale.slice(0, 2)
      const { page } = await world.openBrowser({ locale })
      await page.goto(world.instance.url.href)
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      await lookAtPage(page, `name-${language}`)

      const name = `nora.${language}@juniper.example`
      const pass = world.prepared.newcomers[locale]?.pass ?? ''
      noteSecret(pass, 'a Temporary Access Pass')
      await page
        .locator('input[name=userName], #field, input[type=text], input[type=email]')
        .first()
        .fill(name)
      await page.getByRole('button', { name: said.next, exact: true }).click()
      await page.locator('#field').fill(pass)
      await page.keyboard.press('Enter')
      await page.locator('[data-kind=this-device]').waitFor()
      await lookAtPage(page, `secure-${language}`)
    },
  )

  test('keeps it in Security info', async () => {
    const { page } = await world.openBrowser({ locale: 'de-DE' })
    const device = await plugIn(page, laptop, world.prepared.ken.passkeys)
    await device.touch()
    await page.goto(world.instance.url.href)
    for (const question of ['default', 'stay']) {
      await page.waitForURL((address) => address.pathname === `/sign-in/${question}`)
      await page.locator('[data-answer=no]').click()
    }
    await page.waitForURL((address) => address.pathname === '/security-info')

    await page.getByRole('heading', { level: 1 }).waitFor()
    await lookAtPage(page, 'security-info-de')
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
  })
})
