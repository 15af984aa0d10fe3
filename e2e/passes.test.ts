import { issuePass } from '@latchkey/identity'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, plugIn } from './world/authenticator.ts'
import { inDirectory } from './world/directory.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addNewcomer } from './world/people.ts'
import { createFirstPasskey, typeName, typePass } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

interface Passes {
  readonly expired: string
  readonly once: string
  readonly notYetValid: string
  readonly good: string
  readonly replaced: string
}

let world: World<Passes>

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const threeHoursAgo = { ...deps, now: () => new Date(Date.now() - 3 * 3_600_000) }
    const tomorrow = new Date(Date.now() + 86_400_000)
    const { pass: expired } = await addNewcomer(threeHoursAgo, tenant, 'edith', { lifetimeMinutes: 60 })
    const { pass: once } = await addNewcomer(deps, tenant, 'olga', { once: true })
    const { pass: notYetValid } = await addNewcomer(deps, tenant, 'nils', { startsAt: tomorrow })
    const { pass: good } = await addNewcomer(deps, tenant, 'gunda')
    const { pass: replaced } = await addNewcomer(deps, tenant, 'rosa')
    return { expired, once, notYetValid, good, replaced }
  })
})

afterAll(() => world?.close())

async function tryPass(page: Page, name: string, pass: string): Promise<void> {
  await page.goto(world.instance.url.href)
  await typeName(page, `${name}@juniper.example`)
  await typePass(page, pass)
}

describe('typing a Temporary Access Pass', () => {
  test('that is wrong: is told so, with a reference, and gets in with the right one', async () => {
    const { page } = await world.openBrowser()

    await tryPass(page, 'gunda', 'NotThePass')
    await page.getByText('That Temporary Access Pass is not right').waitFor()
    await page.getByText('Reference').first().waitFor()
    await lookAtPage(page, 'pass-incorrect')
    await typePass(page, world.prepared.good)

    await page.getByRole('heading', { name: 'Keep your account secure' }).waitFor()
  })

  test.each([
    ['that has expired', 'edith', 'expired', 'This Temporary Access Pass has expired'],
    ['whose time has not come', 'nils', 'notYetValid', 'This Temporary Access Pass does not work yet'],
  ] as const)('%s: is told so, because it was right', async (_, name, which, title) => {
    const { page } = await world.openBrowser()

    await tryPass(page, name, world.prepared[which])

    await page.getByText(title).waitFor()
    await lookAtPage(page, `pass-${which}`)
    expect(await hasSession(page)).toBe(false)
  })

  test('that works once: makes a passkey with it; the second time it is used', async () => {
    const first = await world.openBrowser()
    const device = await plugIn(first.page, laptop)
    await device.touch()
    await tryPass(first.page, 'olga', world.prepared.once)
    await createFirstPasskey(first.page, 'Olga’s laptop')

    const second = await world.openBrowser()
    await plugIn(second.page, laptop)
    await second.page.goto(world.instance.url.href)
    await typeName(second.page, 'olga@juniper.example')
    await second.page.getByRole('link', { name: 'Use another way' }).click()
    await second.page.getByText('Temporary Access Pass').first().click()
    await typePass(second.page, world.prepared.once)

    await second.page.getByText('This Temporary Access Pass was used already').waitFor()
    expect(await hasSession(second.page)).toBe(false)
  })

  test('that is replaced: whoever came in with the old one is out at once', async () => {
    const { page } = await world.openBrowser()
    await tryPass(page, 'rosa', world.prepared.replaced)
    await page.getByRole('heading', { name: 'Keep your account secure' }).waitFor()

    await inDirectory(world.instance, async (deps) => {
      const { tenantId } = world.tenant
      const rosa = await deps.stores.people.findByUserName(tenantId, 'rosa@juniper.example')
      await issuePass(deps, { tenantId, userId: rosa?.userId ?? '', actor: { kind: 'operator' } })
    })
    const answer = await page.goto(new URL('/security-info', world.instance.url).href)

    expect(new URL(page.url()).pathname).toBe('/sign-in')
    expect(answer?.status()).toBe(200)
  })
})

async function hasSession(page: Page): Promise<boolean> {
  const cookies = await page.context().cookies()
  return cookies.some(({ name }) => name.includes('session'))
}
