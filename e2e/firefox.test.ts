import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Firefox, openFirefox } from './world/firefox.ts'
import { addPasskeyHolder, type PasskeyHolder } from './world/people.ts'
import { openWorld, type World } from './world/world.ts'

let world: World<PasskeyHolder>
let firefox: Firefox

beforeAll(async () => {
  world = await openWorld((deps, tenant) => addPasskeyHolder(deps, tenant, 'kay'))
  firefox = await openFirefox()
})

afterAll(async () => {
  await firefox?.close()
  await world?.close()
})

describe('Firefox', () => {
  test('shows the sign-in page, takes a name, and asks for the passkey', async () => {
    const page = await firefox.openPage()
    await page.goto(world.app.url.href)
    await page.click('a[href], button')
    await page.waitFor('label', 'Work email or user name')

    await page.type('input[name="username"], input[autocomplete~="username"]', 'kay@juniper.example\n')
    await page.waitFor('h1')

    expect(await page.evaluate(() => document.title)).not.toBe('')
  })

  test('takes an extension that was not signed, until it ends', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-extension-'))
    const manifest = {
      manifest_version: 3,
      name: 'Greeter',
      version: '1.0',
      browser_specific_settings: { gecko: { id: 'greeter@juniper.example' } },
      content_scripts: [{ matches: ['http://localhost/*'], js: ['greet.js'] }],
    }
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
    writeFileSync(join(folder, 'greet.js'), "document.documentElement.dataset.greeted = 'yes'")

    const id = await firefox.installExtension(folder)
    const page = await firefox.openPage()
    await page.goto(new URL('/nowhere', world.instance.url).href)

    expect(id).toBe('greeter@juniper.example')
    expect((await page.screenshot()).subarray(1, 4)).toEqual(Buffer.from('PNG'))
    await page.waitFor('[data-greeted="yes"]')
    rmSync(folder, { recursive: true })
  })
})
