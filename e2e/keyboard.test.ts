import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import { plugIn } from './world/authenticator.ts'
import { addPasskeyHolder, type PasskeyHolder } from './world/people.ts'
import { openWorld, type World } from './world/world.ts'

let world: World<{ readonly ada: PasskeyHolder; readonly grace: PasskeyHolder }>

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const ada = await addPasskeyHolder(deps, tenant, 'ada')
    const grace = await addPasskeyHolder(deps, tenant, 'grace')
    await deps.stores.roles.insert(tenant.tenantId, grace.person.userId, 'globalAdministrator')
    return { ada, grace }
  })
})

afterAll(() => world?.close())

interface Focused {
  readonly name: string
  readonly visible: boolean
}

/** What has the focus, and whether one sees that. Runs in the page. */
function readFocus(): Focused {
  const one = document.activeElement
  if (!(one instanceof HTMLElement) || one === document.body) return { name: '', visible: true }
  const labels = one instanceof HTMLInputElement ? [...(one.labels ?? [])] : []
  const name = one.getAttribute('aria-label') ?? [...labels, one].map((each) => each.innerText).join(' ')
  const style = getComputedStyle(one)
  const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
  const { width, height, bottom, top } = one.getBoundingClientRect()
  const inSight = width > 0 && height > 0 && bottom > 0 && top < innerHeight
  return {
    name: name.replace(/\s+/g, ' ').trim(),
    visible: (outlined || style.boxShadow !== 'none') && inSight,
  }
}

/** Press the key until what is wanted has the focus. Whatever has it on the way is seen to have it. */
async function moveTo(page: Page, wanted: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let press = 0; press < 80; press++) {
    await page.keyboard.press(key)
    const { name, visible } = await page.evaluate(readFocus)
    expect(visible, `one sees the focus on “${name}”`).toBe(true)
    if (wanted.test(name)) return
    passed.push(name)
  }
  throw new Error(`the keyboard does not reach ${wanted}: ${passed.join(' | ')}`)
}

async function press(page: Page, wanted: RegExp): Promise<void> {
  await moveTo(page, wanted)
  await page.keyboard.press('Enter')
}

/**
 * Press Enter as a slow machine sees it: by the time the key says its character, the focus has gone back to the button
 * that opened the palette.
 */
async function pressSlowly(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page)
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
  await devTools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.waitForFunction(() => document.activeElement instanceof HTMLButtonElement)
  await devTools.send('Input.dispatchKeyEvent', { type: 'char', text: '\r', ...enter })
  await devTools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
  await devTools.detach()
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor()

describe('without a mouse', () => {
  test('a person adds a passkey, names it, and deletes it again', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.ada, '/security-info')
    await heading(page, 'Security info')
    await press(page, /^Add a way to sign in/)
    await heading(page, 'Add a way to sign in')
    await press(page, /^Security key/)
    await heading(page, /security key/i)
    const key = await plugIn(page, { transport: 'usb', verifiesUser: true })
    await key.touch()
    await press(page, /^Create the passkey/)

    await heading(page, 'Your passkey is ready')
    await moveTo(page, /^Name/)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Key on my desk')
    await press(page, /^Done/)
    await heading(page, 'Security info')
    await press(page, /Key on my desk/)
    await heading(page, 'Key on my desk')
    await press(page, /^(Delete|Remove)/)
    await page.getByRole('dialog').waitFor()
    await press(page, /^Yes, delete it/)
    await press(page, /^Done/)

    await heading(page, 'Security info')
    await page.getByText('Key on my desk').waitFor({ state: 'detached' })
  })

  test('an administrator finds a page by its name, edits a policy, and thinks better of it', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.grace, '/admin')
    await page.keyboard.press('Control+K')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('conditional')
    await pressSlowly(page)
    await heading(page, 'Conditional Access')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await press(page, /^New policy/)
    await page.getByRole('button', { name: /An empty policy/ }).waitFor()
    await press(page, /^Block legacy|^Require multifactor authentication for all/)
    await page.getByRole('button', { name: /^Change: Who/ }).waitFor()

    await press(page, /^Change: What is asked/)
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    // The focus is back where it was.
    expect((await page.evaluate(readFocus)).name).toMatch(/^Change: What is asked/)
    await page.keyboard.press('Enter')
    await moveTo(page, /^let them in/i)
    await moveTo(page, /^keep them out/i, 'ArrowDown')
    await press(page, /^Use this|^Use$|^Apply/)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await moveTo(page, /^Report-only/)
    await moveTo(page, /^On\b/, 'ArrowDown')
    await press(page, /^Save$/)

    const question = page.getByRole('dialog')
    await question.waitFor()
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: 'Save', exact: true }).isVisible()).toBe(true)
  })
})
