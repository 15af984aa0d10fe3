import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { repository } from './program.ts'

/** Where the photographs go; not kept in the repository. */
const album = join(repository, 'e2e/photographs')

const desktop = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

/** What was looked at, by whichever file of this run: they run as processes of one parent. */
const looks = join(tmpdir(), `latchkey-looks-${process.ppid}`)

/**
 * Look at the page a person sees: photograph it light and dark, on a desktop and on a phone, and have axe check it in
 * both colours. The page is left as it was. A page looked at before, under the same name, is not looked at again.
 */
export async function lookAtPage(page: Page, name: string): Promise<void> {
  if (!isFirstLook(name)) return
  try {
    await lookClosely(page, name)
  } catch (cause) {
    // What was wrong is looked at again by the second try.
    rmSync(join(looks, name), { recursive: true })
    throw cause
  }
}

async function lookClosely(page: Page, name: string): Promise<void> {
  mkdirSync(album, { recursive: true })
  const before = page.viewportSize() ?? desktop
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const [device, size] of Object.entries({ desktop, phone })) {
      await page.setViewportSize(size)
      await page.screenshot({ path: join(album, `${name}-${colorScheme}-${device}.actual.png`) })
      expect(await sidewaysOverflow(page), `${name} on a ${device} scrolls sideways`).toBe(0)
    }
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
    // Of what it checks, only this looks at colours.
    if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block'])
    const { violations } = await axe.analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
    expect(found, `axe, ${name}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  await page.setViewportSize(before)
}

function isFirstLook(name: string): boolean {
  mkdirSync(looks, { recursive: true })
  try {
    mkdirSync(join(looks, name))
    return true
  } catch {
    return false
  }
}

function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return Math.max(0, scrollWidth - clientWidth)
  })
}
