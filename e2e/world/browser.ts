import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { afterEach } from 'vitest'
import { patience } from './patience.ts'

/** Each open browser, and what its console said. */
const opened = new Map<BrowserContext, string[]>()

// A story that fails says what was to be seen: a time-out alone tells nothing.
afterEach(async ({ task }) => {
  const latest = [...opened].at(-1)
  if (task.result?.state === 'fail' && latest !== undefined) await describePages(...latest)
})

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Start Debian's Chromium with an empty profile, without its own calls home. */
export function openChromium(extraArguments: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...extraArguments,
    ],
  })
}

/** Something a page loaded. */
export interface Load {
  readonly url: string
  readonly type: string
  /** Header and body, as they came over the wire. */
  readonly bytes: number
}

/** One person's browser: cookies of its own, and a record of what went wrong in its pages. */
export interface PersonsBrowser {
  readonly context: BrowserContext
  readonly page: Page
  /** Violations of the content security policy, and scripts that threw. A story ends with none. */
  readonly troubles: readonly string[]
  /** Everything the pages loaded. */
  readonly loads: readonly Load[]
  close(): Promise<void>
}

/** Give a person a browser with nothing in it. */
export async function openPersonsBrowser(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<PersonsBrowser> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    ...options,
  })
  const troubles: string[] = []
  const heard: string[] = []
  context.on('console', (message) => {
    const text = message.text()
    heard.push(text)
    if (/Content Security Policy|Trusted ?Type|Permissions policy violation/i.test(text)) troubles.push(text)
  })
  context.on('weberror', (error) => {
    heard.push(String(error.error()))
    troubles.push(String(error.error()))
  })
  const loads: Load[] = []
  context.on('requestfinished', async (request) => {
    const sizes = await request.sizes().catch(() => undefined)
    if (sizes === undefined) return
    const bytes = sizes.responseHeadersSize + sizes.responseBodySize
    loads.push({ url: request.url(), type: request.resourceType(), bytes })
  })
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  opened.set(context, heard)
  context.on('close', () => opened.delete(context))
  return { context, page, troubles, loads, close: () => context.close() }
}

async function describePages(context: BrowserContext, heard: readonly string[]): Promise<void> {
  for (const text of heard) console.error(`console: ${text}`)
  for (const page of context.pages()) {
    const text = await page.locator('body').innerText({ timeout: 1000 }).catch(String)
    console.error(`at ${page.url().slice(0, 120)}\n${text.slice(0, 1000)}`)
  }
}
