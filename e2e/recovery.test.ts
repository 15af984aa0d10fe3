import { insertPasskey } from '@latchkey/bench/insert-passkey'
import type { Deps, Tenant } from '@latchkey/identity'
import { addApp } from '@latchkey/identity/administer'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import { type Authenticator, laptop, plugIn } from './world/authenticator.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addPasskeyHolder, type PasskeyHolder, toVirtual } from './world/people.ts'
import { noteSecret } from './world/secrets.ts'
import { answerInterrupts, typeName, typeNameAndTouch, typePass } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

type Role = 'globalAdministrator' | 'helpDesk'

interface People {
  readonly grace: PasskeyHolder
  readonly henry: PasskeyHolder
  readonly ida: PasskeyHolder
  readonly nora: PasskeyHolder
  readonly nils: PasskeyHolder
  readonly owen: PasskeyHolder
  /** The passkey that somebody else holds in Owen's name. */
  readonly stolen: PasskeyHolder['passkeys']
  readonly lena: PasskeyHolder
}

let world: World<People>

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const withRole = async (name: string, role: Role) => {
      const holder = await addPasskeyHolder(deps, tenant, name)
      await deps.stores.roles.insert(tenant.tenantId, holder.person.userId, role)
      return holder
    }
    await addApp(deps, {
      tenantId: tenant.tenantId,
      displayName: 'Intranet',
      kind: 'web',
      homePageUrl: 'https://intranet.example/',
      leastStrength: 'phishingResistant',
      actor: { kind: 'operator' },
    })
    const owen = await addPasskeyHolder(deps, tenant, 'owen')
    return {
      grace: await withRole('grace', 'globalAdministrator'),
      henry: await withRole('henry', 'helpDesk'),
      ida: await withRole('ida', 'helpDesk'),
      nora: await addPasskeyHolder(deps, tenant, 'nora'),
      nils: await addPasskeyHolder(deps, tenant, 'nils'),
      owen,
      stolen: [toVirtual(await insertPasskey(deps, owen.person), owen.person)],
      lena: await addLena(deps, tenant),
    }
  })
})

afterAll(() => world?.close())

/** Lena has had one passkey for a while, and on one device alone. */
async function addLena(deps: Deps, tenant: Tenant): Promise<PasskeyHolder> {
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000)
  const lena = await addPasskeyHolder({ ...deps, now: () => twoDaysAgo }, tenant, 'lena')
  return { ...lena, passkeys: lena.passkeys.map((each) => ({ ...each, backupState: false })) }
}

/** Ask for a pass, as somebody whose phone is gone. */
async function askForPass(page: Page, userName: string): Promise<Authenticator> {
  const phone = await plugIn(page, laptop)
  await page.goto(world.instance.url.href)
  await typeName(page, userName)
  await page.getByRole('link', { name: 'Use another way' }).click()
  await page.getByRole('heading', { name: 'Choose a way to sign in' }).waitFor()
  await page.getByRole('link', { name: 'None of these works? Ask for a pass' }).click()
  await page.getByRole('heading', { name: 'Ask for a Temporary Access Pass' }).waitFor()
  await lookAtPage(page, 'recovery-ask-for-a-pass')
  await page.getByLabel('What happened?').fill('My phone fell into the lake')
  await page.getByLabel('How can we reach you?').fill('+49 30 1234')
  await page.getByRole('button', { name: 'Send the request' }).click()
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  await lookAtPage(page, 'recovery-asked')
  return phone
}

/** Come in with a pass, and make a passkey on the new phone. */
async function comeWithPass(page: Page, userName: string, pass: string): Promise<void> {
  await page.goto(world.instance.url.href)
  await typeName(page, userName)
  await page.getByRole('link', { name: 'Use another way' }).click()
  await page.getByRole('link', { name: 'Temporary Access Pass A code' }).click()
  await typePass(page, pass)
  await page.getByRole('heading', { name: 'Security info', level: 1 }).waitFor()
}

/** Make a passkey on the new phone, and delete the one of the old phone. */
async function changePhones(page: Page): Promise<void> {
  await page.goto(new URL('/security-info/add/passkey/this-device', world.instance.url).href)
  await page.getByRole('button', { name: 'Create the passkey' }).click()
  await page.getByRole('heading', { name: 'Your passkey is ready' }).waitFor()
  await page.getByLabel('Name').fill('New phone')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('link', { name: 'Manage Laptop' }).click()
  await page.getByRole('button', { name: 'Delete this passkey' }).click()
  await page.getByRole('button', { name: 'Yes, delete it' }).click()
  await page.getByRole('heading', { name: 'The passkey is deleted here' }).waitFor()
}

/** The pass on the page, and how often somebody had to click for it. */
async function readPass(page: Page): Promise<string> {
  const shown = page.locator('[data-printed] .font-mono')
  await shown.waitFor()
  const pass = (await shown.textContent())?.trim() ?? ''
  noteSecret(pass, 'a Temporary Access Pass')
  return pass
}

function counting(): { readonly click: (target: Locator) => Promise<void>; count(): number } {
  let clicks = 0
  return {
    async click(target) {
      clicks++
      await target.click()
    },
    count: () => clicks,
  }
}

describe('a call to the help desk', () => {
  test('leads from a lost phone to a working passkey, in fewer than ten clicks of the help desk', async () => {
    const { nora, henry } = world.prepared
    const { page } = await world.openBrowser()
    const phone = await askForPass(page, nora.person.userName)
    const told = await world.mailbox.received(
      'nora@mail.example',
      /Somebody asked for a Temporary Access Pass/,
    )
    expect(told.text).toContain('/pass-request/stop?t=')
    await world.mailbox.received('henry@mail.example', /is waiting/)

    const { page: desk } = await enterAdminCentre(world, henry, '/admin/requests')
    const { click, count } = counting()
    await desk.getByText('My phone fell into the lake').waitFor()
    await lookAtPage(desk, 'recovery-requests')
    await click(desk.getByRole('link', { name: 'Decide: Nora Example' }))
    await desk.getByRole('heading', { name: 'The person' }).waitFor()
    await lookAtPage(desk, 'recovery-request')
    await click(desk.getByRole('button', { name: 'Approve' }))
    await click(desk.getByLabel('I called back on the number in our files'))
    await lookAtPage(desk, 'recovery-approve')
    await click(desk.getByRole('button', { name: 'Give the pass' }))
    const pass = await readPass(desk)
    await lookAtPage(desk, 'recovery-pass')
    await click(desk.getByRole('button', { name: 'I have told them' }))
    await desk.getByText('Approved by Henry Example').waitFor()
    await lookAtPage(desk, 'recovery-decided')
    expect(count()).toBeLessThan(10)
    expect(await desk.content()).not.toContain(pass)

    // Nora has a new phone.
    await phone.touch()
    await comeWithPass(page, nora.person.userName, pass)
    await page.goto(new URL('/security-info/new-phone', world.instance.url).href)
    await page.getByRole('radio', { name: /It is gone/ }).click()
    await page.getByText('Delete the old phone’s passkey here').waitFor()
    await lookAtPage(page, 'recovery-new-phone')
    await changePhones(page)
  })

  test('two agree where the organisation says so; the new passkey comes, the old one goes', async () => {
    const { grace, nils, henry, ida } = world.prepared
    const { page: boss } = await enterAdminCentre(world, grace, '/admin/requests')
    await boss.getByRole('button', { name: 'How requests are decided' }).click()
    await boss.getByRole('radio', { name: /^Two/ }).click()
    await lookAtPage(boss, 'recovery-settings')
    await boss.getByRole('button', { name: 'Save' }).click()
    await boss.getByText('Saved.').first().waitFor()

    const { page } = await world.openBrowser()
    const phone = await askForPass(page, nils.person.userName)
    const approve = async (desk: Page) => {
      await desk.getByRole('link', { name: 'Decide: Nils Example' }).click()
      await desk.getByRole('heading', { name: 'The person' }).waitFor()
      await desk.getByRole('button', { name: 'Approve' }).click()
      await desk.getByLabel('They stand in front of me').click()
    }
    const { page: first } = await enterAdminCentre(world, henry, '/admin/requests')
    await approve(first)
    await first.getByRole('button', { name: 'I agree' }).click()
    await first.getByText('You have agreed. One more person has to.').waitFor()
    await lookAtPage(first, 'recovery-one-of-two')

    const { page: second } = await enterAdminCentre(world, ida, '/admin/requests')
    await approve(second)
    await second.getByRole('button', { name: 'Give the pass' }).click()
    const pass = await readPass(second)

    await phone.touch()
    await comeWithPass(page, nils.person.userName, pass)
    await changePhones(page)
  })
})

describe('this was not me', () => {
  test('ends the stranger’s session, takes their key, and tells the help desk', async () => {
    const { owen, stolen } = world.prepared
    const thief = await enterAdminCentre(world, { person: owen.person, passkeys: stolen }, '/security-info')
    const { page } = await enterAdminCentre(world, owen, '/security-info/activity')
    await page.getByRole('heading', { name: 'Recent activity' }).waitFor()
    await page.getByText('This session').first().waitFor()
    await lookAtPage(page, 'recovery-activity')
    const theirs = page
      .getByRole('listitem')
      .filter({ hasText: 'Signed in' })
      .filter({ hasNotText: 'This session' })
      .first()
    await theirs.getByRole('button', { name: /^This wasn’t me/ }).click()
    await page.getByText('Your help desk is told, and may call you.').waitFor()
    await lookAtPage(page, 'recovery-not-me')
    await page.getByRole('button', { name: 'It was not me' }).click()

    await page.getByText('The way of signing in that was used is gone.').waitFor()
    await lookAtPage(page, 'recovery-not-me-done')
    await world.mailbox.received('henry@mail.example', /Owen Example reports something that was not them/)
    await thief.page.reload()
    await thief.page.getByLabel('Work email or user name').waitFor()
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByText('You said: not me').waitFor()
  })

  test('where one is signed in, and the apps', async () => {
    const { owen } = world.prepared
    const { page } = await enterAdminCentre(world, owen, '/security-info/sessions')
    await page.getByText('This browser').waitFor()
    await lookAtPage(page, 'recovery-sessions')
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await page.getByText('Signed out there.').first().waitFor()
    expect(await page.getByRole('list', { name: 'Sessions' }).getByRole('listitem').count()).toBe(1)

    await page.getByRole('link', { name: 'My apps' }).click()
    await page.getByRole('link', { name: 'Open Intranet' }).waitFor()
    await lookAtPage(page, 'recovery-apps')
  })
})

describe('the offer of a second passkey', () => {
  test('comes after signing in, and goes for who says not now', async () => {
    const { lena } = world.prepared
    const { page } = await world.openBrowser()
    const device = await plugIn(page, laptop, lena.passkeys)
    await page.goto(world.instance.url.href)
    await typeNameAndTouch(page, device, lena.person.userName)
    const makeDefault = page.getByRole('button', { name: 'Yes, ask for my passkey first' })
    const offer = page.getByRole('heading', { name: 'Add a second passkey' })
    await makeDefault.or(offer).first().waitFor()
    if (await makeDefault.isVisible()) await makeDefault.click()
    await offer.waitFor()
    await lookAtPage(page, 'recovery-second-passkey')
    await page.getByRole('button', { name: 'Not now' }).click()
    await answerInterrupts(page, { stay: 'No' })
    await page.getByRole('heading', { name: 'Security info', level: 1 }).waitFor()
  })
})
