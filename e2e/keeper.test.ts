import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from './world/browser.ts'
import { type Firefox, openFirefox } from './world/firefox.ts'

let server: Server
let origin: string
let chromium: Browser
let firefox: Firefox

beforeAll(async () => {
  const code = await bundle()
  server = createServer((request, response) => {
    const isScript = request.url === '/keeper.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? code : '<!doctype html><title>Keeper</title><script src="/keeper.js"></script>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  // The one name that is secure without a certificate: WebCrypto is there.
  origin = `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`
  chromium = await openChromium()
  firefox = await openFirefox()
})

afterAll(async () => {
  await firefox?.close()
  await chromium?.close()
  server?.close()
})

/** The room as one script, as front ends get it. */
async function bundle(): Promise<string> {
  const entry = join(import.meta.dirname, 'world/keeper-in-page.ts')
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'keeperInPage' } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const [chunk] = output !== undefined && 'output' in output ? output.output : []
  if (chunk?.type !== 'chunk') throw new Error('nothing was built')
  return chunk.code
}

/** What both browsers' pages can do. */
interface AnyPage {
  run(name: string, ...given: readonly unknown[]): Promise<unknown>
}

const run = ([name, given]: readonly [string, readonly unknown[]]) => {
  const inPage: unknown = Reflect.get(globalThis, 'keeperInPage')
  const does: unknown = typeof inPage === 'object' && inPage !== null && Reflect.get(inPage, name)
  return typeof does === 'function' ? does(...given) : Promise.reject(new Error(`no ${name}`))
}

async function openChromiumPage(context: BrowserContext): Promise<AnyPage> {
  const page: Page = await context.newPage()
  await page.goto(origin)
  return { run: (name, ...given) => page.evaluate(run, [name, given] as const) }
}

async function openFirefoxPage(): Promise<AnyPage> {
  const page = await firefox.openPage()
  await page.goto(origin)
  return { run: (name, ...given) => page.evaluate(run, [name, given] as const) }
}

describe.each(['Chromium', 'Firefox'])('IndexedDB in %s', (browser) => {
  let context: BrowserContext
  const open = () => (browser === 'Firefox' ? openFirefoxPage() : openChromiumPage(context))

  beforeAll(async () => {
    context = await chromium.newContext()
  })

  test('loses no change when two tabs change at once', async () => {
    const [one, two] = await Promise.all([open(), open()])

    const both = await Promise.all([one.run('countTo', 20), two.run('countTo', 20)])

    const answers = both.flat()
    expect(new Set(answers)).toEqual(new Set(Array.from({ length: 40 }, (_, i) => i + 1)))
  })

  test('keeps nothing of a change that fails', async () => {
    const page = await open()

    expect(await page.run('fail')).toEqual({ thrown: 'no', before: true })
  })

  test('keeps the key of a device, which nobody can take out', async () => {
    const made = await (await open()).run('makeKey')

    const later = await open()

    expect(await later.run('signWithKey', made)).toEqual({ verified: true, exported: false })
  })

  test('keeps a passkey that opens after a restart, with the PIN alone', async () => {
    await (await open()).run('makePasskey', '482913')

    const later = await open()

    expect(await later.run('signIn', '999123')).toMatchObject({ refused: 'NotAllowedError' })
    expect(await later.run('signIn', '482913')).toMatchObject({ flags: 0x05, signCount: 1 })
  })
})
