import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build, type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from './world/browser.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { patience } from './world/patience.ts'
import { repository } from './world/program.ts'

let folder: string
let server: PreviewServer
let browser: Browser
let page: Page
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-ui-'))
  const common = {
    configFile: join(repository, 'packages/ui/vite.config.ts'),
    logLevel: 'error' as const,
    build: { outDir: folder, emptyOutDir: true },
  }
  await build(common)
  server = await preview({ ...common, preview: { port: 0, host: 'localhost' } })
  browser = await openChromium()
  page = await browser.newPage()
  page.setDefaultTimeout(patience)
  await page.goto(server.resolvedUrls?.local[0] ?? '')
  await page.getByRole('heading', { name: 'The parts' }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the parts of our front ends', () => {
  test('look as they should, in every state', async () => {
    await lookAtPage(page, 'ui-controls')
    const parts = {
      'ui-choices': 'Choices',
      'ui-lists': 'Rows',
      'ui-pictures': 'Pictures',
      'ui-states': 'Notices',
    }
    for (const [name, heading] of Object.entries(parts)) {
      await page.getByRole('heading', { name: heading }).scrollIntoViewIfNeeded()
      await page.getByRole('heading', { name: heading }).evaluate((element) => element.scrollIntoView())
      await lookAtPage(page, name)
    }
  })

  test('the navigation comes when it is asked for where there is little room, and takes the focus', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Open the menu' }).click()
    await page.getByRole('link', { name: 'Home' }).waitFor()
    await page.screenshot({ path: join(repository, 'e2e/photographs/ui-menu.actual.png') })

    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Home' }).waitFor({ state: 'detached' })
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  test('a button that cannot be used says why, and does nothing', async () => {
    const button = page.getByRole('button', { name: 'Change roles' })

    await button.click({ force: true })

    expect(await button.getAttribute('aria-disabled')).toBe('true')
    const described = await button.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${described}"]`).textContent()).toBe(
      'Only a global administrator can do this',
    )
  })

  test('a question takes the focus, keeps it, and gives it back', async () => {
    const button = page.getByRole('button', { name: 'Delete', exact: true })
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Delete “Work laptop”?' }).waitFor()
    await lookAtPage(page, 'ui-question')
    const where: string[] = []
    for (let step = 0; step < 8; step++) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(() => {
        const { activeElement, body } = document
        return activeElement === body ? 'browser' : (activeElement?.closest('dialog')?.localName ?? 'behind')
      })
      where.push(at)
    }
    // After its last button comes the browser's own bar, then the first again: the page behind gets the focus never.
    expect(where).not.toContain('behind')
    expect(where.slice(-4)).toContain('dialog')

    await page.keyboard.press('Escape')

    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  test('a table is sorted by its heads, and says by which', async () => {
    const head = page.getByRole('columnheader', { name: 'People' })
    const first = page.getByRole('row').nth(1)
    expect([await head.getAttribute('aria-sort'), await first.innerText()]).toEqual([
      'ascending',
      expect.stringContaining('Phishing-resistant'),
    ])

    await page.getByRole('button', { name: 'People' }).click()

    expect([await head.getAttribute('aria-sort'), await first.innerText()]).toEqual([
      'descending',
      expect.stringContaining('No device codes'),
    ])
  })

  test('what was done is said, and goes away by itself', async () => {
    await page.getByRole('button', { name: 'Save a small thing' }).click()

    await page.getByRole('status').filter({ hasText: 'Saved.' }).first().waitFor()
  })

  test('sides are changed with the arrow keys', async () => {
    await page.getByRole('tab', { name: 'People' }).click()
    await page.keyboard.press('ArrowRight')

    await page.getByText('Payroll.').waitFor()
    expect(await page.getByRole('tab', { name: 'Apps' }).getAttribute('aria-selected')).toBe('true')
  })
})
