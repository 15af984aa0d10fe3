import { DatabaseSync } from 'node:sqlite'
import { defaultTenantSettings, type Person, type Tenant } from '@latchkey/identity'
import { addGroup, addMember } from '@latchkey/identity/administer'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import {
  type Authenticator,
  type AuthenticatorKind,
  laptop,
  phoneManager,
  plugIn,
} from './world/authenticator.ts'
import type { StoryDeps } from './world/directory.ts'
import { lookAtPage } from './world/look-at-page.ts'
import {
  addNewcomer,
  addPasskeyHolder,
  addPersonWithPassword,
  type Newcomer,
  type PasskeyHolder,
} from './world/people.ts'
import { createFirstPasskey, passQuestions, typeName, typePass, typePassword } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

const password = 'correct horse battery staple'
const actor = { kind: 'operator' } as const
const day = 86_400_000

/** Several people come, one after another, in browsers of their own. */
const patience = 240_000

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0'
const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5'

/** What is in people's hands, what it keeps passkeys with, and what their guide calls it. */
const devices = {
  iphone: {
    options: {
      ...phone,
      userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${safari} Mobile/15E148 Safari/604.1`,
    },
    keeps: phoneManager,
    guide: /Steps for iPhone/,
  },
  samsung: {
    options: {
      ...phone,
      userAgent: `Mozilla/5.0 (Linux; Android 15; SM-S921B) ${chrome} Mobile Safari/537.36`,
    },
    keeps: phoneManager,
    guide: /Samsung Galaxy/,
  },
  pixel: {
    options: {
      ...phone,
      userAgent: `Mozilla/5.0 (Linux; Android 16; Pixel 9) ${chrome} Mobile Safari/537.36`,
    },
    keeps: phoneManager,
    guide: /Google Pixel/,
  },
  windows: {
    options: { userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/142.0.0.0` },
    keeps: laptop,
    guide: /Steps for Windows/,
  },
  mac: {
    options: { userAgent: `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari} Safari/605.1.15` },
    keeps: laptop,
    guide: /Steps for Mac/,
  },
} as const satisfies Record<
  string,
  { options: BrowserContextOptions; keeps: AuthenticatorKind; guide: RegExp }
>

type Device = keyof typeof devices

const pilots = { pia: 'pixel', sam: 'samsung', ida: 'iphone', wim: 'windows' } as const satisfies Record<
  string,
  Device
>
type Pilot = keyof typeof pilots

interface Prepared {
  readonly grace: PasskeyHolder
  readonly tess: Newcomer
  readonly pilots: Readonly<Record<Pilot, Newcomer>>
  readonly max: Person
  readonly groups: { readonly pilot: string; readonly office: string }
}

let world: World<Prepared>
let page: Page

beforeAll(async () => {
  world = await openWorld(prepare, {
    settings: { ...defaultTenantSettings, leastStrength: 'singleFactor', passwordMayAddFirstPasskey: true },
  })
  page = (await enterAdminCentre(world, world.prepared.grace, '/admin')).page
}, patience)
afterAll(() => world?.close())

async function prepare(deps: StoryDeps, tenant: Tenant): Promise<Prepared> {
  const { tenantId } = tenant
  const grace = await addPasskeyHolder(deps, tenant, 'grace')
  await deps.stores.roles.insert(tenantId, grace.person.userId, 'globalAdministrator')
  const { groupId: pilot } = await addGroup(deps, { tenantId, actor, displayName: 'Pilot' })
  const { groupId: office } = await addGroup(deps, { tenantId, actor, displayName: 'Office' })
  const come = async (name: Pilot) => {
    const newcomer = await addNewcomer(deps, tenant, name)
    await addMember(deps, { ...newcomer.person, actor, groupId: pilot })
    return newcomer
  }
  const max = await addPersonWithPassword(deps, tenant, 'max', password)
  await addMember(deps, { ...max, actor, groupId: office })
  return {
    grace,
    tess: await addNewcomer(deps, tenant, 'tess'),
    pilots: {
      pia: await come('pia'),
      sam: await come('sam'),
      ida: await come('ida'),
      wim: await come('wim'),
    },
    max,
    groups: { pilot, office },
  }
}

/** Ask the API as the pages of the admin centre do. */
async function ask(method: string, path: string, data?: object): Promise<Readonly<Record<string, unknown>>> {
  const { origin } = world.instance.url
  const answer = await page.request.fetch(`${origin}/admin/api/beta/latchkey/rollout${path}`, {
    method,
    headers: { 'sec-fetch-site': 'same-origin', origin },
    ...(data && { data }),
  })
  expect(answer.status(), `${method} ${path}: ${await answer.text()}`).toBeLessThan(300)
  return await answer.json()
}

async function openOn(device: Device): Promise<{ readonly theirs: Page; readonly key: Authenticator }> {
  const { options, keeps } = devices[device]
  const { page: theirs } = await world.openBrowser(options)
  return { theirs, key: await plugIn(theirs, keeps) }
}

/** Come with a pass, make a passkey, and sign in with it in an empty browser. */
async function goThrough({ person, pass }: Newcomer, device: Device): Promise<void> {
  const { theirs, key } = await openOn(device)
  await theirs.goto(world.instance.url.href)
  await typeName(theirs, person.userName)
  await typePass(theirs, pass)
  await key.touch()
  await createFirstPasskey(theirs, `My ${device}`)
  await passQuestions(theirs, 'Security info')
  await signInAgain(device, await key.passkeys())
}

async function signInAgain(device: Device, passkeys: Awaited<ReturnType<Authenticator['passkeys']>>) {
  const { options, keeps } = devices[device]
  const { page: theirs } = await world.openBrowser(options)
  const key = await plugIn(theirs, keeps, passkeys)
  await key.touch()
  await theirs.goto(world.instance.url.href)
  await passQuestions(theirs, 'Security info')
}

/** How often each step stands in the database, read by nobody's code but this. */
function stepsInDatabase(): Readonly<Record<string, number>> {
  const database = new DatabaseSync(world.instance.database, { readOnly: true })
  try {
    const rows = database
      .prepare(
        'select step, count(distinct user_id) as n from step_event where user_id is not null group by step',
      )
      .all()
    return Object.fromEntries(rows.map(({ step, n }) => [String(step), Number(n)]))
  } finally {
    database.close()
  }
}

describe('a rollout, from the first try to the last person', () => {
  test(
    'is tried by a test person before anybody is told',
    async () => {
      expect(await ask('GET', '/preflight')).toMatchObject({ state: 'missing' })
      const { tess } = world.prepared
      expect(await ask('POST', '/preflight', { userId: tess.person.userId })).toMatchObject({
        state: 'walking',
      })

      await goThrough(tess, 'windows')

      await expect.poll(async () => (await ask('GET', '/preflight'))['state']).toBe('passed')
    },
    patience,
  )

  test(
    'is piloted with each kind of device, each led by its own guide',
    async () => {
      const { groups, pilots: people } = world.prepared
      const wanted = ['samsung', 'pixel', 'iphone', 'windows'].map((device) => ({ device }))
      await ask('PATCH', '/pilot', { groupId: groups.pilot, devices: wanted })
      expect(await ask('GET', '/pilot')).toMatchObject({ isPassed: false })

      for (const [name, newcomer] of Object.entries(people)) {
        const device = Object.entries(pilots).find(([pilot]) => pilot === name)?.[1] ?? 'windows'
        const { theirs } = await openOn(device)
        await theirs.goto(new URL('/setup?domain=juniper.example&account=firstDay', world.instance.url).href)
        await theirs.getByText(devices[device].guide).first().waitFor()
        await goThrough(newcomer, device)
      }

      await expect.poll(async () => (await ask('GET', '/pilot'))['isPassed']).toBe(true)
    },
    patience,
  )

  test(
    'tells a wave by mail, and the mail leads past a failure to a passkey',
    async () => {
      const { groups, max } = world.prepared
      await ask('PATCH', '/mails/settings', { sendHour: 0, timeZone: 'UTC' })
      const now = Date.now()
      await ask('POST', '/waves', {
        kind: 'registration',
        displayName: 'Office',
        groupIds: [groups.office],
        startDateTime: new Date(now + day).toISOString(),
        endDateTime: new Date(now + 14 * day).toISOString(),
      })
      const { text } = await world.mailbox.received('max@mail.example', /passkey/i)
      const link = /https?:\/\/\S+\/setup\?\S+/.exec(text)?.[0] ?? ''

      const { theirs, key } = await openOn('mac')
      await theirs.goto(link)
      await theirs.getByText(devices.mac.guide).first().waitFor()
      await theirs.mouse.wheel(0, 200)
      await lookAtPage(theirs, 'rollout-guide-from-a-mail')
      await expect.poll(() => stepsInDatabase()['mailOpened'] ?? 0).toBe(1)

      await theirs.goto(world.instance.url.href)
      await typeName(theirs, max.userName)
      await typePassword(theirs, password)
      await theirs.getByRole('heading', { name: 'Keep your account secure' }).waitFor()
      await key.verifyUser(false)
      await key.touch()
      await theirs.getByRole('button', { name: 'Create a passkey', exact: true }).click()
      await theirs.getByRole('alert').first().waitFor()
      await lookAtPage(theirs, 'rollout-failed-once')
      await key.verifyUser(true)
      await createFirstPasskey(theirs, 'My Mac')
      await passQuestions(theirs, 'Security info')
      await signInAgain('mac', await key.passkeys())
    },
    patience,
  )

  test('says in numbers what stands in the database', async () => {
    // Of the six, and of Grace, who had hers before.
    await expect.poll(() => stepsInDatabase()['firstUsed'] ?? 0).toBe(7)
    const { steps } = await ask('GET', '/numbers')
    const kept = stepsInDatabase()

    expect(kept).toMatchObject({ created: 6, failed: 1, mailOpened: 1 })
    expect(steps).toMatchObject({
      created: kept['created'],
      firstUsed: kept['firstUsed'],
      failed: kept['failed'],
    })
  })
})
