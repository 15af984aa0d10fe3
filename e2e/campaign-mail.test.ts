import { readFileSync } from 'node:fs'
import { newId, noteStep, type Person, type Tenant } from '@latchkey/identity'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import { inDirectory, type StoryDeps } from './world/directory.ts'
import { lookAtPage } from './world/look-at-page.ts'
import type { ReceivedMail } from './world/mailbox.ts'
import { movedClock } from './world/moved-clock.ts'
import { addPasskeyHolder, addPersonWithPassword, type PasskeyHolder } from './world/people.ts'
import { openWorld, type World } from './world/world.ts'

interface Prepared {
  readonly grace: PasskeyHolder
  readonly ann: Person
  readonly ben: Person
  readonly cay: PasskeyHolder
}

const day = 86_400_000
const noModel = '00000000-0000-0000-0000-000000000000'
const clock = movedClock()
const today = Math.floor(Date.now() / day) * day

/** The wave's day 0, this many days after the story begins. */
const dayZero = 61

let world: World<Prepared>
let page: Page

beforeAll(async () => {
  world = await openWorld(prepare, { environment: clock.environment })
  page = (await enterAdminCentre(world, world.prepared.grace, '/admin')).page
})
afterAll(() => world?.close())

/** Ann and Ben have a password, Cay has a passkey; all three are in the one wave. Somebody has walked the path. */
async function prepare(deps: StoryDeps, { tenantId }: { readonly tenantId: string }): Promise<Prepared> {
  const { stores } = deps
  const tenant = await stores.tenants.find(tenantId)
  if (tenant === undefined) throw new Error('there is no organisation')
  const { settings } = tenant
  await stores.tenants.putSettings(tenantId, {
    ...settings,
    helpDesk: { text: 'Room 12', phone: '4711' },
    branding: { ...settings.branding, accent: '#0a7d55' },
  })
  const grace = await addPasskeyHolder(deps, tenant, 'grace')
  await stores.roles.insert(tenantId, grace.person.userId, 'globalAdministrator')
  const ann = await addPersonWithPassword(deps, tenant, 'ann', 'correct horse battery staple')
  const ben = await addPersonWithPassword(deps, tenant, 'ben', 'correct horse battery staple')
  await stores.people.put({ ...ben, preferredLanguage: 'ja' })
  const cay = await addPasskeyHolder(deps, tenant, 'cay')

  const groupId = newId(deps)
  await stores.groups.insert({ tenantId, groupId, displayName: 'Office', createdAt: deps.now() })
  for (const { userId } of [ann, ben, cay.person]) await stores.groups.insertMember(tenantId, groupId, userId)
  await stores.waves.insert({
    tenantId,
    waveId: newId(deps),
    kind: 'registration',
    name: 'Office',
    groupIds: [groupId],
    startsAt: new Date(today + dayZero * day),
    endsAt: new Date(today + (dayZero + 14) * day),
    state: 'planned',
    createdAt: deps.now(),
    createdBy: 'operator',
    version: 0,
  })
  await walkPreflight(deps, tenant)
  return { grace, ann, ben, cay }
}

async function walkPreflight(deps: StoryDeps, tenant: Tenant): Promise<void> {
  const { tenantId } = tenant
  const { person } = await addPasskeyHolder(deps, tenant, 'tester')
  const { userId } = person
  const at = deps.now()
  await deps.stores.preflights.put({
    tenantId,
    userId,
    beganAt: new Date(at.getTime() - 1000),
    beganBy: 'operator',
  })
  await deps.stores.signIns.append({
    tenantId,
    signInId: newId(deps),
    at,
    correlationId: newId(deps),
    outcome: 'success',
    code: '',
    method: 'temporaryAccessPass',
    userId,
    userName: person.userName,
    ipAddress: '192.0.2.1',
    userAgent: 'stories',
  })
  for (const step of ['created', 'firstUsed'] as const) {
    await noteStep(deps.stores, deps, { tenantId, step, userId, aaguid: noModel })
  }
}

const go = async (part = '') => {
  await page.goto(new URL(`/admin/rollout/mails${part}`, world.instance.url).href)
  await page.getByRole('heading', { level: 1, name: 'Mails' }).waitFor()
}

/** The mail whose subject this is, to each of those who got it. */
const arrived = (subject: RegExp) =>
  world.mailbox.mails.filter((mail) => subject.test(mail.subject)).map(({ to }) => to[0]?.split('@')[0])

/** Move the server's clock to the noon so many days past day 0: mails go out from nine in the morning on, and the story is told at any hour. */
const moveTo = (days: number) => clock.moveTo(new Date(today + (dayZero + days + 0.5) * day))

describe('the mails of a rollout', () => {
  test('stand in a calendar, before the first is sent', async () => {
    await go()
    await page.getByRole('heading', { name: 'Office' }).waitFor()
    const rows = page.getByRole('region', { name: 'Mails: Office' }).getByRole('row')
    expect(await rows.count()).toBe(12)
    await page.getByText('People in it: 3.').waitFor()
    await lookAtPage(page, 'rollout-mails-calendar')
  })

  test('are edited while it is seen how somebody gets them', async () => {
    await go('?part=texts')
    await page.getByLabel('Which mail').selectOption('7 days before')
    const preview = page.locator('[data-preview]')
    await preview.getByText('Hello Grace', { exact: false }).waitFor()

    await page.getByLabel('What it says').fill('Next week, {person}: {nobody}')
    await page.getByText('Nothing is filled in for {nobody}.').waitFor()
    await page
      .getByLabel('What it says')
      .fill('Next week it is our turn, {person}.\n\nCake in the kitchen on {day}.')
    await preview.getByText('Cake in the kitchen on', { exact: false }).waitFor()
    await page.getByRole('combobox', { name: 'As this person gets it' }).fill('ann')
    await page.getByRole('option', { name: /ann/i }).first().click()
    await preview.getByText(/Next week it is our turn, ann/i).waitFor()
    await preview.getByText('Help desk: Room 12').waitFor()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('You have written this mail yourself').waitFor()
    await lookAtPage(page, 'rollout-mails-texts')
  })

  test('are tried out on oneself', async () => {
    await page.getByRole('button', { name: 'Send it to me' }).click()
    await page.getByText(`It is on its way to ${addressOf('grace')}.`).waitFor()

    const { text } = await world.mailbox.received(addressOf('grace'), /it is your turn/)
    expect(text).toContain('Cake in the kitchen on')
    expect(text).not.toContain('m=')
  })

  test('a poster is printed, and drawn as PDF', async () => {
    await go('?part=poster')
    await page.getByLabel('Language').selectOption('Japanese')
    await page.getByText('パスワードはもういりません').waitFor()
    await page.getByText('it carries no Japanese letters').waitFor()
    await lookAtPage(page, 'rollout-mails-poster')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
    expect(await page.getByRole('img', { name: /QR/ }).isVisible()).toBe(true)
    await page.emulateMedia({ media: null })

    await page.getByLabel('Language').selectOption('German')
    await page.getByLabel('Paper').selectOption('US Letter')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as PDF' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('passkeys-de-letter.pdf')
    expect(readFileSync(await download.path(), 'latin1')).toMatch(
      /^%PDF-1\.7[\s\S]*612 792[\s\S]*Schluss mit[\s\S]*%%EOF/,
    )
  })

  test('the help desk reads what to expect', async () => {
    await go('?part=brief')
    await page.getByText('2 of 5 people have no passkey yet.').waitFor()
    const questions = page.getByRole('listitem').filter({ hasText: 'asked elsewhere' })
    expect(await questions.count()).toBe(10)
    await lookAtPage(page, 'rollout-mails-brief')
    // What is to come happens on other days, when nobody is signed in any more.
    await page.goto('about:blank')
  })
})

describe('sending them, as the days go by', () => {
  test('announcements come to everybody, each in their language, with a link of their own', async () => {
    await moveTo(-60)
    const mail = await world.mailbox.received(addressOf('ann'), /^Signing in at Juniper Works gets simpler/)
    const japanese = await world.mailbox.received(addressOf('ben'), /サインインが簡単になります/)
    await world.mailbox.received(addressOf('cay'), /gets simpler/)

    expect(mail.text).toContain('Why do I get this?')
    expect(linkOf(mail).searchParams.get('m')).toMatch(/^[\w-]{43}$/)
    expect(linkOf(mail).href).not.toBe(linkOf(japanese).href)
    await lookAtMail(mail, 'campaign-mail-first')
    await lookAtMail(japanese, 'campaign-mail-japanese')
  })

  test('says the organisation’s own words on the day they are for', async () => {
    await moveTo(-7)
    const mail = await world.mailbox.received(addressOf('ann'), /it is your turn/)
    expect(mail.text).toContain('Cake in the kitchen on')
    const { text } = await world.mailbox.received(addressOf('cay'), /it is your turn/)
    expect(text).toContain('You have a passkey that works already')
  })

  test('following the link is known once its reader touches the page, not before', async () => {
    const { text } = await world.mailbox.received(addressOf('ann'), /it is your turn/)
    const link = linkOf({ text })
    // A scanner looks at it.
    expect((await fetch(link)).status).toBe(200)
    expect(await countOpened()).toBe(0)

    const { page: guide } = await world.openBrowser()
    await guide.goto(link.href)
    await guide.getByRole('heading', { level: 1 }).waitFor()
    // The page may make way for one that fits the device better; who reads it touches it again.
    await expect
      .poll(async () => {
        await guide.mouse.click(200, 200)
        return await countOpened()
      })
      .toBe(1)
  })

  test('reminders come to who is left, and a day that was missed stays missed', async () => {
    // The day before and day 0 go by while nobody looks.
    await moveTo(3)
    await world.mailbox.received(addressOf('ann'), /^Your passkey is still missing/)
    await world.mailbox.received(addressOf('ben'), /パスキーがまだ設定されていません/)

    expect(arrived(/still missing/)).toEqual(['ann'])
    expect(arrived(/^Tomorrow|^It is your turn/)).toEqual([])
    expect(arrived(/^Signing in/).toSorted()).toEqual(['ann', 'cay'])
  })

  test('the calendar says what was sent, followed and skipped', async () => {
    page = (await enterAdminCentre(world, world.prepared.grace, '/admin')).page
    await go()
    const table = page.getByRole('region', { name: 'Mails: Office' })
    const row = (name: string) => table.getByRole('row').filter({ hasText: name })
    await row('Reminder after 3 days').getByText('Done').waitFor()
    const cells = async (name: string) => (await row(name).getByRole('cell').allTextContents()).slice(3)
    // Sent, followed, waiting, failed, not needed.
    expect(await cells('60 days before')).toEqual(['3', '0', '0', '0', '0'])
    expect(await cells('7 days before')).toEqual(['3', '1', '0', '0', '0'])
    expect(await cells('Reminder after 3 days')).toEqual(['2', '0', '0', '0', '1'])
    await row('The day before')
      .getByText('Its days are over, and 3 did not get it.', { exact: false })
      .waitFor()
    await lookAtPage(page, 'rollout-mails-sent')
  })

  test('all are held while an administrator pauses them', async () => {
    await page.getByRole('button', { name: 'Pause all mails' }).click()
    await page.getByText('Mails are paused').first().waitFor()
    await lookAtPage(page, 'rollout-mails-paused')
    await page.goto('about:blank')
    const before = world.mailbox.mails.length

    await moveTo(7)
    await new Promise((resolve) => setTimeout(resolve, 12_000))

    expect(world.mailbox.mails).toHaveLength(before)
  })
})

/** Mail goes where the directory says. */
const addressOf = (name: string) => `${name}@mail.example`

const linkOf = ({ text }: Pick<ReceivedMail, 'text'>): URL =>
  new URL(/http\S+\/setup\S+/.exec(text)?.[0] ?? 'about:blank')

/** See a mail as its reader does. */
async function lookAtMail({ html }: ReceivedMail, name: string): Promise<void> {
  const { page: reader } = await world.openBrowser()
  await reader.setContent(html)
  await lookAtPage(reader, name)
}

/** How many mails were followed, by what the database says. */
async function countOpened(): Promise<number> {
  return await inDirectory(world.instance, async ({ stores }) => {
    const counts = await stores.campaignMails.count(world.tenant.tenantId)
    return counts.reduce((sum, { opened }) => sum + opened, 0)
  })
}
