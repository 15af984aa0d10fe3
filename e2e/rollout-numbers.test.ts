import { readFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import type { Deps, Tenant } from '@latchkey/identity'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import { laptop, plugIn } from './world/authenticator.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addNewcomer, addPasskeyHolder, addPersonWithPassword, type Newcomer } from './world/people.ts'
import { createFirstPasskey, passQuestions, typeName, typePass } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

/** Who comes, and with what in their hands. */
const devices = {
  ada: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  sam: 'Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36',
  max: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  pia: 'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
  olaf: 'Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.6 Mobile/15E148 Safari/604.1',
} as const

type Name = keyof typeof devices

async function prepare(deps: Deps, tenant: Tenant) {
  const grace = await addPasskeyHolder(deps, tenant, 'grace')
  await deps.stores.roles.insert(tenant.tenantId, grace.person.userId, 'globalAdministrator')
  await addPersonWithPassword(deps, tenant, 'nora', 'correct horse battery staple')
  const newcomers: Record<Name, Newcomer> = {
    ada: await addNewcomer(deps, tenant, 'ada'),
    sam: await addNewcomer(deps, tenant, 'sam'),
    max: await addNewcomer(deps, tenant, 'max'),
    pia: await addNewcomer(deps, tenant, 'pia'),
    olaf: await addNewcomer(deps, tenant, 'olaf'),
  }
  return { grace, newcomers }
}

let world: World<Awaited<ReturnType<typeof prepare>>>
let page: Page

beforeAll(async () => {
  world = await openWorld(prepare)
})
afterAll(() => world?.close())

/** Come with a pass, as far as the question for a passkey. */
async function comeWith(name: Name) {
  const { page: theirs } = await world.openBrowser({ userAgent: devices[name] })
  const device = await plugIn(theirs, laptop)
  await theirs.goto(world.instance.url.href)
  await typeName(theirs, `${name}@juniper.example`)
  await typePass(theirs, world.prepared.newcomers[name].pass)
  await theirs.getByRole('heading', { name: 'Keep your account secure' }).waitFor()
  return { theirs, device }
}

async function comeAndMakeOne(name: Name): Promise<void> {
  const { theirs, device } = await comeWith(name)
  await device.touch()
  await createFirstPasskey(theirs, `${name}’s device`)
  await passQuestions(theirs, 'Security info')
  const passkeys = await device.passkeys()
  const { page: again } = await world.openBrowser({ userAgent: devices[name] })
  const back = await plugIn(again, laptop, passkeys)
  await back.touch()
  await again.goto(world.instance.url.href)
  await passQuestions(again, 'Security info')
}

/** The device does not recognise its owner. */
async function failWith(name: Name): Promise<void> {
  const { theirs, device } = await comeWith(name)
  await device.verifyUser(false)
  await device.touch()
  await theirs.getByRole('button', { name: 'Create a passkey', exact: true }).click()
  await theirs.getByRole('alert').first().waitFor()
}

type Figures = Readonly<Record<string, number>>

/** What these stories read of the figures. */
interface Numbers {
  readonly people: number
  readonly stages: Figures
  readonly steps: Figures
  readonly standing: Figures
  readonly left: readonly { readonly reason: string; readonly code?: string; readonly people: number }[]
  readonly cohorts: readonly { readonly by: string; readonly key: string; readonly people: number }[]
  readonly signIns: readonly { readonly signIns: number; readonly passkeySignIns: number }[]
  readonly times: readonly {
    readonly method: string
    readonly signIns: number
    readonly medianMilliseconds: number
  }[]
  readonly failures: readonly {
    readonly when: string
    readonly code: string
    readonly failures: number
    readonly people: number
  }[]
}

/** What the API says, asked as the page asks it. */
async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await page.request.get(`${world.instance.url.origin}/admin/api/beta${path}`)
  expect(answer.status(), path).toBe(200)
  return await answer.json()
}

const askNumbers = () => ask<Numbers>('/latchkey/rollout/numbers')

/** What stands in the database, read by nobody's code but this. */
function inDatabase(sql: string): readonly Readonly<Record<string, unknown>>[] {
  const database = new DatabaseSync(world.instance.database, { readOnly: true })
  try {
    return database
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }))
  } finally {
    database.close()
  }
}

const one = (sql: string): number => Number(Object.values(inDatabase(sql)[0] ?? {})[0])

describe('a small roll-out', () => {
  test.each(['ada', 'sam', 'max'] as const)('%s makes a passkey, and comes back with it', comeAndMakeOne)

  test('Pia’s device does not know her', () => failWith('pia'))

  test('Olaf’s phone is too old', async () => {
    const { theirs } = await comeWith('olaf')
    await theirs.getByText('keeping a passkey takes iOS 16 or newer').waitFor()
  })

  test('an administrator comes to see how it goes', async () => {
    const opened = await enterAdminCentre(world, world.prepared.grace, '/admin')
    page = opened.page
  })
})

describe('the figures of a small roll-out', () => {
  test('agree with the rows of the database, to the digit', async () => {
    const numbers = await askNumbers()

    expect(numbers.people).toBe(one('select count(*) from person where enabled = 1'))
    const rows = inDatabase(
      'select step, count(distinct user_id) as people from step_event where user_id is not null group by step',
    )
    expect(numbers.steps).toEqual(Object.fromEntries(rows.map(({ step, people }) => [step, people])))
    const reached = (...steps: readonly string[]) =>
      one(
        `select count(distinct user_id) from step_event where step in (${steps.map((step) => `'${step}'`).join()})`,
      )
    expect(numbers.stages['used']).toBe(reached('used', 'firstUsed'))
    expect(numbers.stages['created']).toBe(reached('used', 'firstUsed', 'created'))
    expect(numbers.stages).toMatchObject({ capable: 7, invited: 6, started: 5, created: 4, used: 4 })
    expect(numbers.standing['withPasskey']).toBe(one('select count(distinct user_id) from credential'))
    expect(numbers.standing['onlyPhishable']).toBe(
      one('select count(*) from password where user_id not in (select user_id from credential)'),
    )
    const proven = `outcome = 'success' and method in ('passkey', 'password', 'temporaryAccessPass')`
    const [today] = numbers.signIns.slice(-1)
    expect(today?.signIns).toBe(one(`select count(*) from sign_in where ${proven}`))
    expect(today?.passkeySignIns).toBe(
      one(`select count(*) from sign_in where outcome = 'success' and method = 'passkey'`),
    )
    for (const { method, signIns, medianMilliseconds } of numbers.times) {
      const lengths = inDatabase(
        `select elapsed from sign_in where outcome = 'success' and method = '${method}' and elapsed is not null order by elapsed`,
      ).map(({ elapsed }) => elapsed)
      expect(signIns).toBe(lengths.length)
      expect(medianMilliseconds).toBe(lengths[Math.ceil(lengths.length / 2) - 1])
    }
    expect(numbers.times.map(({ method }) => method).toSorted()).toEqual(['passkey', 'temporaryAccessPass'])
  })

  test('say who is left and why, and part people by what they hold', async () => {
    const numbers = await askNumbers()

    expect(numbers.left.map(({ reason, people }) => [reason, people]).toSorted()).toEqual([
      ['failed', 1],
      ['noDevice', 1],
      ['tooOld', 1],
    ])
    const [failure] = numbers.failures.filter(({ when }) => when === 'registering')
    expect(failure).toMatchObject({ failures: 1, people: 1 })
    expect(numbers.left.find(({ reason }) => reason === 'failed')?.code).toBe(failure?.code)
    const byDevice = numbers.cohorts.filter(({ by }) => by === 'device')
    const rows = inDatabase(
      `select device, count(*) as people from (select user_id, device, row_number() over (partition by user_id order by event_id desc) as turn from step_event where device <> 'unknown' and user_id is not null) where turn = 1 group by device`,
    )
    for (const { device, people } of rows) {
      const cohort = byDevice.find(({ key }) => key === device)
      // Whoever came to no step is known from the log: Nora never came at all.
      expect(cohort?.people, String(device)).toBe(people)
    }
    expect(byDevice.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['iphone', 'samsung', 'mac', 'pixel']),
    )
  })

  test('agree with the Graph-shaped reports, which read the same facts', async () => {
    const numbers = await askNumbers()
    const features = await ask<{
      readonly totalUserCount: number
      readonly userRegistrationFeatureCounts: readonly {
        readonly feature: string
        readonly userCount: number
      }[]
    }>('/reports/authenticationMethods/usersRegisteredByFeature')
    const methods = await ask<{
      readonly userRegistrationMethodCounts: readonly {
        readonly authenticationMethod: string
        readonly userCount: number
      }[]
    }>('/reports/authenticationMethods/usersRegisteredByMethod')

    expect(features.totalUserCount).toBe(numbers.people)
    expect(
      features.userRegistrationFeatureCounts.find(({ feature }) => feature === 'passwordlessCapable')
        ?.userCount,
    ).toBe(numbers.standing['withPasskey'])
    expect(
      methods.userRegistrationMethodCounts.find(
        ({ authenticationMethod }) => authenticationMethod === 'password',
      )?.userCount,
    ).toBe(numbers.standing['password'])
  })
})

describe('the page of the figures', () => {
  test('shows what the API says, as pictures and as tables', async () => {
    await page.goto(`${world.instance.url.origin}/admin/rollout`)
    await page.getByRole('heading', { name: 'Rollout overview' }).waitFor()
    const numbers = await askNumbers()
    const funnel = page.getByRole('region', { name: 'How far people have come' })
    await funnel.getByRole('button', { name: 'Show as a table' }).click()
    const cells = await funnel.getByRole('cell').allInnerTexts()
    expect(cells.map(Number)).toEqual(Object.values(numbers.stages))
    await funnel.getByRole('button', { name: 'Show as a picture' }).click()
    await lookAtPage(page, 'rollout-overview')
  })

  test.each([
    ['Side by side', 'rollout-side-by-side'],
    ['What to expect', 'rollout-forecast'],
    ['What goes wrong', 'rollout-failures'],
  ])('looks well at “%s”', async (card, name) => {
    await page
      .getByRole('region', { name: card, exact: true })
      .evaluate((element) => element.scrollIntoView({ block: 'start' }))
    await lookAtPage(page, name)
  })

  test('leads to the people who are left, and to the log', async () => {
    await page.getByRole('link', { name: /^Show them: Failed/ }).click()
    await page.getByRole('heading', { name: 'People who are left' }).waitFor()
    await page.getByRole('link', { name: /Pia Example/ }).waitFor()
    expect(await page.getByRole('row').count()).toBe(2)
    await lookAtPage(page, 'rollout-left')
    await page.getByLabel('Why').selectOption({ label: 'Every reason' })
    await page.getByRole('link', { name: /Olaf Example/ }).waitFor()
    expect(await page.getByRole('row').count()).toBe(4)
  })

  test('gives the figures away as a table and as JSON, and writes that down', async () => {
    await page.goto(`${world.instance.url.origin}/admin/rollout`)
    const download = async (name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ])
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
    }
    const csv = await download('Export as CSV')
    const json = await download('Export as JSON')

    expect(csv.name).toMatch(/^rollout-\d{4}-\d\d-\d\d\.csv$/)
    expect(csv.text).toContain('"stage","created","4"')
    expect(JSON.parse(json.text).stages.created).toBe(4)
    expect(one(`select count(*) from audit where activity = 'log_exported' and target_id = 'rollout'`)).toBe(
      2,
    )
  })
})

describe('the steps of one person', () => {
  test('are given out, and forgotten, and the figures count without them', async () => {
    const { userId } = world.prepared.newcomers.max.person
    await page.goto(`${world.instance.url.origin}/admin/people/${userId}?show=account`)
    await page.getByRole('heading', { name: 'Steps on the way to a passkey' }).waitFor()
    await lookAtPage(page, 'rollout-steps-of-person')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export as JSON' }).click(),
    ])
    const steps: readonly { readonly step: string }[] = JSON.parse(await readFile(await file.path(), 'utf8'))
    expect(steps.map(({ step }) => step)).toEqual(expect.arrayContaining(['offered', 'created', 'firstUsed']))

    await page.getByRole('button', { name: 'Erase', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click()
    await page.getByText('Erased').first().waitFor()

    expect(one(`select count(*) from step_event where user_id = '${userId}'`)).toBe(0)
    expect(one(`select count(*) from audit where activity in ('steps_exported', 'steps_erased')`)).toBe(2)
    expect((await askNumbers()).stages).toMatchObject({ created: 3 })
  })
})
