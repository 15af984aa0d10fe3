import { type PageBrowser, pageBrowser } from '../simulate/page-browser.ts'
import type { TestWorld } from '../test-world.ts'

/** A browser for tests. */
export type TestBrowser = PageBrowser

/** Open a browser with nothing in it. */
export function testBrowser({ app }: TestWorld, userAgent = 'Mozilla/5.0 (X11; Linux)'): TestBrowser {
  return pageBrowser(app, { userAgent })
}
