import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, plugIn } from './world/authenticator.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addPasskeyHolder, type PasskeyHolder } from './world/people.ts'
import { signInToApp } from './world/sign-in.ts'
import { typeName, untilPasskeysAreOffered } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

let world: World<PasskeyHolder>

beforeAll(async () => {
  world = await openWorld((deps, tenant) => addPasskeyHolder(deps, tenant, 'kay'))
})

afterAll(() => world?.close())

describe('signing in without a mouse', () => {
  test('needs the keyboard alone, from the app and back', async () => {
    const { page } = await world.openBrowser()
    const device = await plugIn(page, laptop, world.prepared.passkeys)
    await page.goto(world.app.url.href)
    await pressOn(page, 'Sign in with Latchkey')
    await untilPasskeysAreOffered(page)

    await device.touch()
    await expectFocusOn(page, 'Work email or user name')
    await page.keyboard.type('kay@juniper.example')
    await page.keyboard.press('Enter')
    const stay = page.getByRole('heading', { name: 'Stay signed in?' })
    const first = page.getByRole('button', { name: 'Yes, ask for my passkey first' })
    await stay.or(first).first().waitFor()
    if (await first.isVisible()) await pressOn(page, 'Yes, ask for my passkey first')
    await stay.waitFor()
    await pressOn(page, 'No')

    await page.getByText('Hello, Kay Example').waitFor()
  })
})

describe('a page', () => {
  test('comes in one piece of at most eleven kilobytes', async () => {
    const { page, loads } = await world.openBrowser()
    const device = await plugIn(page, laptop, world.prepared.passkeys)
    await signInToApp(page, world.app.url)
    await page.getByText('Sign-in options').click()
    await page.getByText('Face, fingerprint, PIN or security key').first().waitFor()
    await page.goBack()
    await untilPasskeysAreOffered(page)
    await device.touch()
    await page.reload()
    await page.getByRole('heading', { name: /default way|Stay signed in/ }).waitFor()
    await page.waitForTimeout(200)

    const ours = loads.filter(({ url }) => url.startsWith(world.instance.url.origin))
    const documents = ours.filter(({ type }) => type === 'document')
    const parts = ours.filter(({ type }) => !['document', 'fetch', 'xhr'].includes(type))
    expect(documents.length).toBeGreaterThan(2)
    expect(documents.filter(({ bytes }) => bytes > 11 * 1024)).toEqual([])
    expect(parts).toEqual([])
  })

  test('says so when it is too old, or belongs to another browser', async () => {
    const { page } = await world.openBrowser()
    const other = await world.openBrowser()
    await signInToApp(page, world.app.url)
    await page.getByLabel('Work email or user name').waitFor()

    await other.page.goto(page.url())

    await other.page.getByText('This page is too old').first().waitFor()
    await lookAtPage(other.page, 'stale')
  })

  test('that does not exist says so, with a reference', async () => {
    const { page } = await world.openBrowser()

    const answer = await page.goto(new URL('/no-such-page', world.instance.url).href)

    expect(answer?.status()).toBe(404)
    await page.getByText('Reference').first().waitFor()
    await lookAtPage(page, 'not-found')
  })
})

describe('asking for a passkey', () => {
  test('begins at once, and helps when nothing happens', async () => {
    const { page } = await world.openBrowser()
    await plugIn(page, laptop, world.prepared.passkeys)
    await signInToApp(page, world.app.url)

    await typeName(page, 'kay@juniper.example')
    await page.getByRole('heading', { name: 'Use your passkey' }).waitFor()
    await lookAtPage(page, 'passkey')
    await page.getByText('Does nothing happen?').waitFor()

    await lookAtPage(page, 'passkey-help')
  })
})

describe('inside another app', () => {
  test('passkeys do not work: the page leads to the browser, before anything is tried', async () => {
    const { page } = await world.openBrowser({
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 390.0.0.0.34',
      viewport: { width: 390, height: 844 },
    })

    await signInToApp(page, world.app.url)

    await page.getByRole('heading', { name: 'Open this in your browser' }).waitFor()
    await lookAtPage(page, 'in-app-browser')
    await page.getByText('Open in Safari').waitFor()
  })
})

/** Move the focus with Tab until it is on this, then press Enter. */
async function pressOn(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 30; step++) {
    if ((await focusedName(page)) === name) return await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached "${name}"`)
}

async function expectFocusOn(page: Page, label: string): Promise<void> {
  await expect.poll(() => focusedName(page)).toBe(label)
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement
    if (focused instanceof HTMLInputElement) return focused.labels?.[0]?.textContent?.trim() ?? ''
    return focused?.textContent?.trim() ?? ''
  })
}
