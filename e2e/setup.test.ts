import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import { drawLogo } from './world/draw-logo.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addPasskeyHolder, type PasskeyHolder } from './world/people.ts'
import { openWorld, type World } from './world/world.ts'

let world: World<{ readonly grace: PasskeyHolder }>

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const grace = await addPasskeyHolder(deps, tenant, 'grace')
    await deps.stores.roles.insert(tenant.tenantId, grace.person.userId, 'globalAdministrator')
    const helpDesk = { text: 'Room 12', phone: '+49 30 1234', mail: 'help@juniper.example' }
    await deps.stores.tenants.putSettings(tenant.tenantId, { ...tenant.settings, helpDesk })
    return { grace }
  })
})

afterAll(() => world?.close())

const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const

/** Devices as their browsers name themselves, and what their owners are to read. */
const devices: Readonly<
  Record<string, { readonly options: BrowserContextOptions; readonly chip: RegExp; readonly step: string }>
> = {
  'iphone-17': {
    options: {
      ...phone,
      userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) ${safari} Version/17.6 Mobile/15E148 Safari/604.1`,
    },
    chip: /iPhone with iOS 17\.6/,
    step: 'then Password Options',
  },
  'iphone-18': {
    options: {
      ...phone,
      userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${safari} Version/18.5 Mobile/15E148 Safari/604.1`,
    },
    chip: /Steps for iPhone/,
    step: 'then AutoFill & Passwords',
  },
  galaxy: {
    options: {
      ...phone,
      userAgent:
        'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    },
    chip: /Samsung Galaxy with Android 15/,
    step: 'General management',
  },
  pixel: {
    options: {
      ...phone,
      userAgent:
        'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    },
    chip: /Google Pixel with Android 16/,
    step: 'Google Password Manager',
  },
  windows: {
    options: {
      userAgent:
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    },
    chip: /Steps for Windows/,
    step: 'Security info',
  },
  mac: {
    options: {
      userAgent: `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari} Version/18.5 Safari/605.1.15`,
    },
    chip: /Steps for Mac/,
    step: 'System Settings',
  },
}

/** What the device can do, as its browser would say; a headless one says that of the machine it runs on. */
async function pretend(page: Page, touchPoints: number): Promise<void> {
  await page.addInitScript((touches) => {
    Object.defineProperty(navigator, 'maxTouchPoints', { get: () => touches })
    Object.defineProperty(navigator, 'userAgentData', { get: () => undefined })
    Object.assign(PublicKeyCredential, {
      getClientCapabilities: async () => ({
        userVerifyingPlatformAuthenticator: true,
        hybridTransport: true,
      }),
    })
  }, touchPoints)
}

async function openGuide(options: BrowserContextOptions, touchPoints = 0, query = ''): Promise<Page> {
  const { page } = await world.openBrowser(options)
  await pretend(page, touchPoints)
  await page.goto(new URL(`/setup?domain=juniper.example${query}`, world.instance.url).href)
  await page.getByRole('heading', { name: 'Your steps' }).waitFor()
  return page
}

describe('whoever follows the link of the announcement', () => {
  test.each(Object.entries(devices))('reads the steps of their %s, and no others', async (name, device) => {
    const page = await openGuide(device.options, device.options.hasTouch ? 5 : 0)

    await page.getByText(device.chip).waitFor()
    expect(await page.locator('#steps').innerText()).toContain(device.step)
    await lookAtPage(page, `setup-${name}`)
  })

  test('with an iPad that says it is a Mac, reads those of the iPad', async () => {
    const page = await openGuide(devices['mac']?.options ?? {}, 5)

    await page.getByText('Steps for iPad').waitFor()
    expect(new URL(page.url()).searchParams.has('found')).toBe(false)
  })

  test('with something nobody knows, is asked, and chooses', async () => {
    const { page, context } = await world.openBrowser()
    const devTools = await context.newCDPSession(page)
    await devTools.send('Emulation.setUserAgentOverride', {
      userAgent: 'Mozilla/5.0 (PlayStation 5)',
      userAgentMetadata: {
        platform: 'Orbis',
        platformVersion: '',
        architecture: '',
        model: '',
        mobile: false,
      },
    })
    await pretend(page, 0)
    await page.goto(new URL('/setup?domain=juniper.example', world.instance.url).href)
    await page.getByRole('heading', { name: 'Which device is the passkey for?' }).waitFor()
    await lookAtPage(page, 'setup-unknown')

    await page.getByRole('link', { name: 'Samsung Galaxy' }).click()

    await page.getByText('Steps for Samsung Galaxy').waitFor()
  })

  test('without script, says where they work and reads the same', async () => {
    const { page } = await world.openBrowser({
      ...devices['iphone-17']?.options,
      javaScriptEnabled: false,
      colorScheme: 'dark',
    })
    await page.goto(new URL('/setup', world.instance.url).href)
    await page.getByLabel('Your company’s domain').fill('ada@juniper.example')
    await page.getByRole('button', { name: 'Show my steps' }).click()

    await page.getByText('iPhone with iOS 17.6').waitFor()
    expect(new URL(page.url()).search).toBe('?domain=juniper.example')
    await page.getByRole('link', { name: 'It is my first day' }).click()
    await page.getByText('Sign in with your Temporary Access Pass').first().waitFor()
    await page.getByRole('link', { name: 'Deutsch' }).click()
    await page.getByRole('heading', { name: 'Ihre Schritte' }).waitFor()
  })

  test('with a domain that is nobody’s, is told so and tries again', async () => {
    const { page } = await world.openBrowser()
    await page.goto(new URL('/setup?domain=nowhere.example', world.instance.url).href)

    await page.getByText('We know no organisation with the domain nowhere.example.').waitFor()
    await lookAtPage(page, 'setup-unknown-domain')
    await page.getByLabel('Your company’s domain').fill('juniper.example')
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { name: 'Your steps' }).waitFor()
  })

  test('inside another app, is led to a real browser first', async () => {
    const { page } = await world.openBrowser({
      ...phone,
      userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${safari} Mobile/15E148 Outlook-iOS/723.1`,
    })
    await page.goto(new URL('/setup?domain=juniper.example', world.instance.url).href)

    await page.getByRole('link', { name: 'Open in Safari' }).waitFor()
    await lookAtPage(page, 'setup-in-app')
    expect(await page.getByRole('listitem').filter({ hasText: 'Open this page in Safari' }).count()).toBe(1)
  })

  test('takes it to their phone, or to paper, and nothing is cut off', async () => {
    const page = await openGuide(devices['windows']?.options ?? {}, 0, '&way=phone')
    await page.getByRole('img', { name: 'A QR code that leads to this guide' }).waitFor()
    await page.getByRole('button', { name: 'Print this guide' }).waitFor()

    await page.emulateMedia({ media: 'print' })
    // A4 without its margins.
    await page.setViewportSize({ width: 688, height: 1000 })
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((each) => !(each instanceof SVGElement) || each.tagName === 'svg')
        .filter(
          (each) => each.getClientRects().length > 0 && each.getBoundingClientRect().right > innerWidth + 1,
        )
        .map((each) => each.outerHTML.slice(0, 80)),
    )
    const answers = page.locator('.questions details p')
    const heights = await answers.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
    const pdf = await page.pdf({ format: 'A4', printBackground: true })

    expect(cut).toEqual([])
    expect(heights.length).toBeGreaterThan(3)
    expect(Math.min(...heights)).toBeGreaterThan(10)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1)
  })

  test('is counted once, and only when they touch the page', async () => {
    const { page } = await world.openBrowser(devices['galaxy']?.options)
    await pretend(page, 5)
    const told: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/setup/opened')) told.push(request.postData() ?? '')
    })
    await page.goto(new URL('/setup?domain=juniper.example&m=a-token', world.instance.url).href)
    await page.waitForLoadState('networkidle')
    expect(told).toEqual([])

    await page.touchscreen.tap(200, 300)
    await expect.poll(() => told.length).toBe(1)
    await page.reload()
    await page.touchscreen.tap(200, 300)
    await page.waitForLoadState('networkidle')

    expect(told).toHaveLength(1)
    expect(told[0]).toContain('a-token')
  })
})

describe('an administrator', () => {
  test('plays the guide for a Galaxy, changes a step, and takes that back', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.grace, '/admin/rollout/guide')
    await page.getByRole('heading', { name: 'Guide', exact: true }).waitFor()
    await page.getByLabel('Device').selectOption('Samsung Galaxy')
    await page.getByLabel('Where the passkey is kept').selectOption('Samsung Pass')
    await page.getByRole('heading', { name: 'Let Samsung Pass keep passkeys' }).waitFor()
    await lookAtPage(page, 'admin-guide')

    await page.getByRole('button', { name: 'Change this step' }).click()
    await page.getByLabel('Heading').fill('Ask Room 12 to set up Samsung Pass')
    await lookAtPage(page, 'admin-guide-edit')
    await page.getByLabel('Choose a picture').setInputFiles({
      name: 'desk.png',
      mimeType: 'image/png',
      buffer: drawLogo([40, 90, 160]),
    })
    await page.getByText('Your picture').waitFor()
    await page.getByRole('button', { name: 'Change this step' }).click()
    await page.getByLabel('Heading').fill('Ask Room 12 to set up Samsung Pass')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('heading', { name: 'Ask Room 12 to set up Samsung Pass' }).waitFor()

    const read = await openGuide(devices['galaxy']?.options ?? {}, 5, '&way=samsungPass')
    await read.getByRole('heading', { name: 'Ask Room 12 to set up Samsung Pass' }).waitFor()
    await read.getByRole('img', { name: 'Picture: Ask Room 12' }).waitFor()

    await page.getByRole('button', { name: 'Change this step' }).click()
    await page.getByRole('button', { name: 'Take our words and picture again' }).click()
    await page.getByRole('heading', { name: 'Let Samsung Pass keep passkeys' }).waitFor()
    await read.reload()
    await read.getByRole('heading', { name: 'Let Samsung Pass keep passkeys' }).waitFor()
  })

  test('is told when somebody comes with a system that no step was held against', async () => {
    const read = await openGuide(
      {
        ...phone,
        userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${safari} Version/29.0 Mobile/15E148 Safari/604.1`,
      },
      5,
    )
    const told = read.waitForResponse((answer) => answer.url().endsWith('/setup/opened'))
    await read.touchscreen.tap(200, 300)
    await told

    const { page } = await enterAdminCentre(world, world.prepared.grace, '/admin')
    const notice = 'The setup guide was not reviewed for iOS 29'
    await page.getByText(notice).waitFor()
    await lookAtPage(page, 'admin-home-newer')
    await page.getByRole('link', { name: `Look: ${notice}` }).click()
    await page.getByText('iOS 29 is newer than the guide').waitFor()
    await lookAtPage(page, 'admin-guide-newer')
    await page.getByRole('button', { name: 'I have looked at it' }).click()
    await page.getByText('iOS 29 is newer than the guide').waitFor({ state: 'detached' })
  })
})
