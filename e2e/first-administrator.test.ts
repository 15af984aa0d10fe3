import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, type Passkeys, plugIn } from './world/authenticator.ts'
import { openChromium, openPersonsBrowser, type PersonsBrowser } from './world/browser.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { type RunningServer, startServer } from './world/server.ts'
import { answerInterrupts, createFirstPasskey } from './world/steps.ts'
import { newInstance } from './world/world.ts'

let instance: Awaited<ReturnType<typeof newInstance>>
let server: RunningServer
let browser: Browser
let grace: PersonsBrowser
let link: string
let passkeys: Passkeys = []

beforeAll(async () => {
  instance = await newInstance()
  server = await startServer(instance)
  browser = await openChromium()
  grace = await openPersonsBrowser(browser)
})

afterAll(async () => {
  await browser?.close()
  await server?.program.stop()
  rmSync(instance.folder, { recursive: true, force: true })
})

describe('setting up an organisation', () => {
  test('begins with the link that the server prints, and ends with a passkey', async () => {
    const { page } = grace
    link = (await server.program.said(/https?:\/\/\S+\/welcome#\S+/))[0]
    const device = await plugIn(page, laptop)

    await page.goto(link)
    await page.getByRole('heading', { name: 'Set up your organisation' }).waitFor()
    await lookAtPage(page, 'welcome')
    const organisation = page.getByRole('group', { name: 'Your organisation' })
    await organisation.getByLabel('Name').fill('Juniper Works')
    await organisation.getByLabel('Domain').fill('juniper.example')
    await page.getByLabel('Your name').fill('Grace Example')
    await page.getByLabel('Your user name').fill('grace@juniper.example')
    await device.touch()
    await page.getByRole('button', { name: 'Set up, then create my passkey' }).click()
    await createFirstPasskey(page, 'Grace’s laptop')
    await page.getByRole('heading', { name: 'Security info' }).waitFor()

    expect(await page.getByText('Grace’s laptop').count()).toBeGreaterThan(0)
    passkeys = await device.passkeys()
  })

  test('cannot be done again with the same link', async () => {
    const stranger = await openPersonsBrowser(browser)

    await stranger.page.goto(link)
    const dead = stranger.page.getByRole('heading', { name: 'This link does not work any more' })
    await dead.waitFor()

    await lookAtPage(stranger.page, 'welcome-dead-link')
    await stranger.close()
  })

  test('leaves an administrator who can sign in and administer', async () => {
    const { page } = await openPersonsBrowser(browser)
    const device = await plugIn(page, laptop, passkeys)
    await device.touch()

    await page.goto(instance.url.href)
    await answerInterrupts(page, { stay: 'No' })
    await page.getByRole('heading', { name: 'Security info' }).waitFor()
    await page.getByRole('link', { name: 'Administration' }).click()
    await page.waitForURL('**/admin')
    await page.getByRole('link', { name: 'People', exact: true }).click()
    await page.getByRole('heading', { name: 'People', level: 1 }).waitFor()

    await page.getByRole('link', { name: 'Grace Example' }).waitFor()
    await lookAtPage(page, 'administration')
    expect(await page.getByText('Grace Example').count()).toBeGreaterThan(0)
    expect(grace.troubles).toEqual([])
  })
})
