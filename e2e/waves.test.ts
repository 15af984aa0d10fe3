import { insertPasskey } from '@latchkey/bench/insert-passkey'
import type { Person } from '@latchkey/identity'
import { addGroup, addMember } from '@latchkey/identity/administer'
import { generate } from 'otplib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import { laptop, plugIn } from './world/authenticator.ts'
import { inDirectory } from './world/directory.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { movedClock } from './world/moved-clock.ts'
import { addPasskeyHolder, addPersonWithCodes, type PasskeyHolder } from './world/people.ts'
import { signInToApp } from './world/sign-in.ts'
import { passQuestions, typeName, typeNameAndTouch, typePassword } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

const password = 'correct horse battery staple'
const actor = { kind: 'operator' } as const

interface WithCodes {
  readonly person: Person
  readonly secret: string
}

interface Prepared {
  readonly grace: PasskeyHolder
  /** Signs in with a passkey here. */
  readonly carl: PasskeyHolder
  /** Has a passkey, and signs in with a password and codes here. */
  readonly dora: WithCodes
  /** Has no passkey. */
  readonly tom: WithCodes
  readonly warehouse: string
}

/** Several people sign in, one after another, in browsers of their own. */
const patience = 240_000

/** The day of enforcement, from when the story begins. */
const dayZero = 10
const clock = movedClock()

let world: World<Prepared>
let page: Page

beforeAll(async () => {
  world = await openWorld(
    async (deps, tenant) => {
      const { tenantId } = tenant
      const grace = await addPasskeyHolder(deps, tenant, 'grace')
      await deps.stores.roles.insert(tenantId, grace.person.userId, 'globalAdministrator')
      const carl = await addPasskeyHolder(deps, tenant, 'carl')
      const dora = await addPersonWithCodes(deps, tenant, 'dora', password)
      await insertPasskey(deps, dora.person)
      const tom = await addPersonWithCodes(deps, tenant, 'tom', password)
      const { groupId: warehouse } = await addGroup(deps, { tenantId, actor, displayName: 'Warehouse' })
      for (const { person } of [carl, dora, tom]) {
        await addMember(deps, { ...person, actor, groupId: warehouse })
      }
      // The pilot went through with every device that counts: here that is none.
      const pilot = { tenantId, groupId: warehouse, devices: [], beganAt: deps.now(), beganBy: 'operator' }
      await deps.stores.pilots.put(pilot)
      return { grace, carl, dora, tom, warehouse }
    },
    { environment: clock.environment },
  )
}, patience)
afterAll(() => world?.close())

/** Everybody signs in with what they have. @param days how far the server's clock is ahead */
async function everybodySignsIn(days: number): Promise<void> {
  const { carl, dora, tom } = world.prepared
  await withPasskey(carl)
  for (const each of [dora, tom]) await withCodes(each, days)
}

async function withPasskey({ person, passkeys }: PasskeyHolder): Promise<void> {
  const { page: theirs } = await world.openBrowser()
  const device = await plugIn(theirs, laptop, passkeys)
  await signInToApp(theirs, world.app.url)
  await typeNameAndTouch(theirs, device, person.userName)
  await passQuestions(theirs, `Hello, ${person.displayName}`)
}

async function withCodes({ person, secret }: WithCodes, days: number): Promise<void> {
  const { page: theirs } = await world.openBrowser()
  // A device that holds nothing: the browser asks, and nobody answers.
  await plugIn(theirs, laptop)
  await signInToApp(theirs, world.app.url)
  await typeName(theirs, person.userName)
  await chooseWay(theirs, 'Password', /^Password/)
  await typePassword(theirs, password)
  await theirs.waitForURL(/sign-in\/(passkey|code)/)
  await chooseWay(theirs, 'Code from your authenticator app', /^Code from an authenticator app/)
  const epoch = Date.now() / 1000 + days * 86_400
  await theirs.getByLabel('Code from your authenticator app').fill(await generate({ secret, epoch }))
  await theirs.getByRole('button', { name: 'Verify' }).click()
  await passQuestions(theirs, `Hello, ${person.displayName}`)
}

/** Whoever has a passkey, too, is asked for it first, and chooses this way instead. */
async function chooseWay(theirs: Page, field: string, way: RegExp): Promise<void> {
  const wanted = theirs.getByLabel(field, { exact: true })
  const another = theirs.getByRole('link', { name: 'Use another way' })
  await wanted.or(another).first().waitFor()
  if (await wanted.isVisible()) return
  await another.click()
  await theirs.getByRole('link', { name: way }).click()
}

const dayOf = (days: number) => {
  const at = new Date(Date.now() + days * 86_400_000)
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
}
const go = async (path: string) => await page.goto(new URL(`/admin${path}`, world.instance.url).href)
const members = async () =>
  await inDirectory(world.instance, async ({ stores }) => {
    const { tenantId } = world.tenant
    const [wave] = (await stores.waves.list(tenantId)).filter(({ kind }) => kind === 'enforcement')
    return await stores.groups.listMembers(tenantId, wave?.target?.groupId ?? '')
  })

describe('before a wave', () => {
  test(
    'people sign in as they always did',
    async () => {
      await everybodySignsIn(0)
    },
    patience,
  )
})

describe('planning waves', () => {
  beforeAll(async () => {
    page = (await enterAdminCentre(world, world.prepared.grace, '/admin')).page
  }, patience)

  test('lets everybody be split into three', async () => {
    await go('/rollout/waves')
    await page.getByText('No wave is planned').waitFor()
    await lookAtPage(page, 'waves-none')

    await page.getByRole('button', { name: 'Propose waves' }).click()
    await page.getByLabel('Sizes in per cent').fill('25, 25, 50')
    await page.getByRole('listitem').filter({ hasText: 'Wave 3' }).getByText('People: 2').waitFor()
    await lookAtPage(page, 'waves-proposal')
    await page.getByRole('button', { name: 'Make these waves' }).click()

    for (const name of ['Wave 1', 'Wave 2', 'Wave 3']) await page.getByRole('link', { name }).waitFor()
  })

  test('asks for passkeys later, of those who make it', async () => {
    await page.getByRole('button', { name: 'Plan a wave' }).click()
    await page.getByRole('radio', { name: /Enforcement/ }).check()
    await page.getByLabel('Name', { exact: true }).fill('Warehouse first')
    await page.getByRole('combobox', { name: 'Groups' }).fill('Ware')
    await page.getByRole('option', { name: 'Warehouse' }).click()
    await page.getByLabel('First day').fill(dayOf(dayZero))
    await page.getByLabel('Last day').fill(dayOf(dayZero + 7))
    await lookAtPage(page, 'waves-plan')
    await page.getByRole('button', { name: 'Save' }).click()

    await page.getByRole('heading', { name: 'Warehouse first', level: 1 }).waitFor()
  })

  test('rehearses it: who would fail today, and why', async () => {
    const row = (name: string) => page.getByRole('row').filter({ hasText: name })
    await row('Tom Example').getByText('Has no passkey').waitFor()
    await row('Dora Example').getByText('Passkey works on another system only').waitFor()
    expect(await row('Carl Example').count()).toBe(0)
    await lookAtPage(page, 'wave-rehearsal')

    await page.getByLabel('Result').selectOption({ label: 'Would make it' })
    await row('Carl Example').waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('rehearsal.csv')
    expect(await members()).toEqual([])
  })
})

describe('the day of enforcement', () => {
  beforeAll(async () => {
    await clock.moveTo(new Date(Date.now() + (dayZero + 1) * 86_400_000))
    // What is due is done when a server starts, and each minute.
    await world.whileStopped(async () => undefined)
  }, patience)

  test('moves exactly those who make it', async () => {
    page = (await enterAdminCentre(world, world.prepared.grace, '/admin/rollout/waves')).page
    const wave = page.getByRole('listitem').filter({ hasText: 'Warehouse first' })
    // The page reads once; the job may still be looking.
    await expect
      .poll(
        async () => {
          await page.reload()
          await wave.waitFor()
          return await wave.innerText()
        },
        { timeout: 90_000 },
      )
      .toMatch(/Moved: 1 · Waiting: 2/)
    await lookAtPage(page, 'waves-running')

    expect(await members()).toEqual([world.prepared.carl.person.userId])
  })

  test(
    'locks out nobody: everybody signs in with what they have',
    async () => {
      await everybodySignsIn(dayZero + 1)
    },
    patience,
  )

  test('is undone with one click', async () => {
    page = (await enterAdminCentre(world, world.prepared.grace, '/admin/rollout/waves')).page
    await page.getByRole('link', { name: 'Warehouse first' }).click()
    const people = page.getByRole('region', { name: 'People of this wave' }).first()
    await people
      .getByRole('row')
      .filter({ hasText: 'Carl Example' })
      .getByText('Asked for a passkey')
      .waitFor()
    await lookAtPage(page, 'wave-running')

    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('the 1 people it moved').waitFor()
    await lookAtPage(page, 'wave-undo')
    await dialog.getByRole('button', { name: 'Undo', exact: true }).click()

    await page.getByText('Put back: 1').waitFor()
    expect(await members()).toEqual([])
  })
})
