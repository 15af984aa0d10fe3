import { insertPasskey } from '@latchkey/bench/insert-passkey'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, plugIn } from './world/authenticator.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addPasskeyHolder, type PasskeyHolder } from './world/people.ts'
import { signInToApp, signInWithPasskey, signOut } from './world/sign-in.ts'
import { openWorld, type World } from './world/world.ts'

let world: World<{ readonly sara: PasskeyHolder; readonly rita: PasskeyHolder }>

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const sara = await addPasskeyHolder(deps, tenant, 'sara')
    const rita = await addPasskeyHolder(deps, tenant, 'rita')
    await insertPasskey(deps, rita.person)
    return { sara, rita }
  })
})

afterAll(() => world?.close())

describe('staying signed in', () => {
  test('lasts beyond closing the browser for whom said yes', async () => {
    const { page, context } = await world.openBrowser()
    await signInWithPasskey(page, world.instance.url, world.prepared.sara.passkeys, 'Yes')

    const { cookies } = await context.storageState()
    const lasting = cookies.filter(({ expires }) => expires > 0)
    const reopened = await world.openBrowser({ storageState: { cookies: lasting, origins: [] } })
    await reopened.page.goto(world.instance.url.href)

    await reopened.page.getByRole('heading', { name: 'Security info', level: 1 }).waitFor()
  })

  test('ends with the browser for whom said no', async () => {
    const { page, context } = await world.openBrowser()
    await signInWithPasskey(page, world.instance.url, world.prepared.sara.passkeys, 'No')

    const session = (await context.cookies()).find(({ name }) => name.includes('session'))

    expect(session?.expires).toBe(-1)
    expect(session?.httpOnly).toBe(true)
    expect(session?.sameSite).toBe('Lax')
  })
})

describe('signing out', () => {
  test('here reaches the app, which is signed in no more', async () => {
    const { page, context } = await world.openBrowser()
    await signInWithPasskey(page, world.instance.url, world.prepared.sara.passkeys)
    const app = await context.newPage()
    await signInToApp(app, world.app.url)
    await app.getByText('Hello, Sara Example').waitFor()

    await signOut(page)

    await world.appProgram.said(/told that a session ended; 1 of ours/)
    await app.reload()
    await app.getByRole('button', { name: 'Sign in with Latchkey' }).waitFor()
  })

  test('in the app ends the session here, and comes back to the app', async () => {
    const { page } = await world.openBrowser()
    await signInWithPasskey(page, world.instance.url, world.prepared.sara.passkeys)
    await signInToApp(page, world.app.url)
    await page.getByText('Hello, Sara Example').waitFor()

    await page.getByRole('button', { name: 'Sign out' }).click()
    const question = page.getByRole('button', { name: 'Sign out' })
    const back = page.getByText('You are signed out.')
    await question.or(back).first().waitFor()
    await lookAtPage(page, 'sign-out-question')
    if (await question.isVisible()) await question.click()
    await back.waitFor()
    expect(page.url()).toContain(world.app.url.origin)
    await page.goto(new URL('/security-info', world.instance.url).href)

    expect(new URL(page.url()).pathname).toBe('/sign-in')
  })

  test('everywhere is one button, and reaches every browser and app', async () => {
    const atHome = await world.openBrowser()
    const atWork = await world.openBrowser()
    await signInWithPasskey(atHome.page, world.instance.url, world.prepared.sara.passkeys, 'Yes')
    await signInWithPasskey(atWork.page, world.instance.url, world.prepared.sara.passkeys)
    const app = await atHome.context.newPage()
    await signInToApp(app, world.app.url)
    await app.getByText('Hello, Sara Example').waitFor()
    await atWork.page.getByRole('link', { name: 'Where you are signed in' }).click()
    await atWork.page.getByRole('button', { name: 'Sign out everywhere', exact: true }).click()
    await atWork.page.getByRole('heading', { name: 'Sign out everywhere?' }).waitFor()
    await lookAtPage(atWork.page, 'sign-out-everywhere')
    await atWork.page
      .getByRole('dialog')
      .getByRole('button', { name: 'Sign out everywhere', exact: true })
      .click()
    await world.mailbox.received('sara@mail.example', /signed out everywhere/i)

    for (const { page } of [atHome, atWork]) {
      await page.goto(new URL('/security-info', world.instance.url).href)
      expect(new URL(page.url()).pathname).toBe('/sign-in')
    }
    await expect
      .poll(async () => {
        await app.reload()
        return await app.getByRole('button', { name: 'Sign in with Latchkey' }).isVisible()
      })
      .toBe(true)
  })
})

describe('deleting a passkey', () => {
  test('ends it here at once: signing in with it is refused, and the page says why', async () => {
    const { page, context } = await world.openBrowser()
    const { passkeys, passkey } = world.prepared.rita
    const device = await signInWithPasskey(page, world.instance.url, passkeys)

    const used = Buffer.from(passkey.credentialId).toString('base64url')
    await page.locator(`a[href*="${used}"]`).first().click()
    await page.getByRole('heading', { name: 'Laptop' }).first().waitFor()
    await lookAtPage(page, 'manage-passkey')
    await page.getByText('Delete this passkey').last().click()
    await page.getByRole('button', { name: 'Yes, delete it' }).waitFor()
    await lookAtPage(page, 'delete-passkey')
    await page.getByRole('button', { name: 'Yes, delete it' }).click()
    await page.getByText('The passkey is deleted here').first().waitFor()
    await lookAtPage(page, 'passkey-deleted')
    await world.mailbox.received('rita@mail.example', /A passkey was removed/)
    await device.unplug()
    await context.clearCookies()
    const stillThere = await plugIn(page, laptop, passkeys)
    await page.goto(world.instance.url.href)
    await page.getByText('Sign-in options').click()
    const withoutName = page.getByRole('link', { name: /Face, fingerprint, PIN or security key/ })
    await withoutName.waitFor()
    await stillThere.touch()
    await withoutName.click()

    await page.getByText('We do not know this passkey').waitFor()
    await lookAtPage(page, 'passkey-unknown')
    expect((await context.cookies()).some(({ name }) => name.includes('session'))).toBe(false)
  })

  test('is refused for the last one, with the way on', async () => {
    const { page } = await world.openBrowser()
    await signInWithPasskey(page, world.instance.url, world.prepared.sara.passkeys)

    await page.getByRole('link', { name: /Manage.*Laptop/ }).click()

    await page.getByText('This is your last way to sign in').first().waitFor()
    await lookAtPage(page, 'last-passkey')
    expect(await page.getByRole('button', { name: 'Yes, delete it' }).count()).toBe(0)
  })
})
