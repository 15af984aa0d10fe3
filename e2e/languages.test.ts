import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, plugIn } from './world/authenticator.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addNewcomer, addPasskeyHolder, type Newcomer, type PasskeyHolder } from './world/people.ts'
import { noteSecret } from './world/secrets.ts'
import { openWorld, type World } from './world/world.ts'

interface Prepared {
  readonly ken: PasskeyHolder
  readonly administrators: Readonly<Record<string, PasskeyHolder>>
  readonly newcomers: Readonly<Record<string, Newcomer>>
}

/** Each with something that its pages say and no other language does. */
const languages = {
  'de-DE': { next: 'Weiter' },
  'fr-FR': { next: 'Suivant' },
  'es-ES': { next: 'Siguiente' },
  'ja-JP': { next: '次へ' },
} as const

/** What a page of each part of the admin centre is called: the parts bring words of their own. */
const parts = {
  'de-DE': {
    'rollout/waves': 'Wellen',
    methods: 'Anmeldemethoden',
    access: 'Bedingter Zugriff',
    apps: 'Apps',
    'sign-ins': 'Anmeldeprotokoll',
  },
  'fr-FR': {
    'rollout/waves': 'Vagues',
    methods: 'Méthodes d’authentification',
    access: 'Accès conditionnel',
    apps: 'Applications',
    'sign-ins': 'Journal des connexions',
  },
  'es-ES': {
    'rollout/waves': 'Oleadas',
    methods: 'Métodos de autenticación',
    access: 'Acceso condicional',
    apps: 'Aplicaciones',
    'sign-ins': 'Registro de inicios de sesión',
  },
  'ja-JP': {
    'rollout/waves': 'ウェーブ',
    methods: '認証方法',
    access: '条件付きアクセス',
    apps: 'アプリ',
    'sign-ins': 'サインインのログ',
  },
} as const

let world: World<Prepared>
beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const newcomers: Record<string, Newcomer> = {}
    for (const locale of Object.keys(languages)) {
      newcomers[locale] = await addNewcomer(deps, tenant, `nora.${locale.slice(0, 2)}`)
    }
    const administrators: Record<string, PasskeyHolder> = {}
    for (const locale of Object.keys(parts)) {
      const one = await addPasskeyHolder(deps, tenant, `ada.${locale.slice(0, 2)}`)
      await deps.stores.roles.insert(tenant.tenantId, one.person.userId, 'globalAdministrator')
      administrators[locale] = one
    }
    return { ken: await addPasskeyHolder(deps, tenant, 'ken'), administrators, newcomers }
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
    const page = await signIn('de-DE', world.prepared.ken)

    await page.getByRole('heading', { level: 1 }).waitFor()
    await lookAtPage(page, 'security-info-de')
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
  })

  test.each(Object.entries(parts))(
    '%s is spoken in every part of the admin centre',
    async (locale, titles) => {
      const page = await signIn(locale, world.prepared.administrators[locale])
      await page.goto(new URL('/admin/rollout/waves', world.instance.url).href)
      await page.getByRole('heading', { level: 1, name: titles['rollout/waves'], exact: true }).waitFor()
      await lookAtPage(page, `admin-waves-${locale.slice(0, 2)}`)

      for (const [place, title] of Object.entries(titles)) {
        await page.locator(`nav a[href="/admin/${place}"]`).click()
        await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
      }
    },
  )
})

/** Sign somebody in, in a browser that asks for a language. @returns the page, at Security info */
async function signIn(locale: string, who: PasskeyHolder | undefined): Promise<Page> {
  const { page } = await world.openBrowser({ locale })
  const device = await plugIn(page, laptop, who?.passkeys)
  await device.touch()
  await page.goto(world.instance.url.href)
  for (const question of ['default', 'stay']) {
    await page.waitForURL((address) => address.pathname === `/sign-in/${question}`)
    await page.locator('[data-answer=no]').click()
  }
  await page.waitForURL((address) => address.pathname === '/security-info')
  return page
}
