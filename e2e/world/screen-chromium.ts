import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import type { Air } from './bluez.ts'
import { patience } from './patience.ts'
import { type Screen, screenSize } from './screen.ts'

/** An unmodified Chromium on a screen, with Bluetooth. */
export interface SeenChromium {
  readonly page: Page
  close(): Promise<void>
}

/** What it is told of the world. */
export interface Surroundings {
  readonly screen: Screen
  readonly air: Air
  /** Names that lead to loopback: `name` → `127.0.0.1:port`. */
  readonly names: Readonly<Record<string, string>>
  /** More of its arguments, such as which keys it trusts. */
  readonly arguments: readonly string[]
}

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/**
 * Start Chromium the way people do, where everything it has can be seen: without the arguments of automation, which
 * switch its Bluetooth and its own windows off.
 */
export async function openSeenChromium({
  screen,
  air,
  names,
  arguments: more,
}: Surroundings): Promise<SeenChromium> {
  const profile = mkdtempSync(join(tmpdir(), 'latchkey-chromium-'))
  const rules = Object.entries(names).map(([name, place]) => `MAP ${name} ${place}`)
  const { PATH = '', HOME = '' } = process.env
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    ignoreDefaultArgs: true,
    viewport: null,
    env: {
      PATH,
      HOME,
      DISPLAY: screen.display,
      DBUS_SYSTEM_BUS_ADDRESS: air.busAddress,
      DBUS_SESSION_BUS_ADDRESS: air.busAddress,
    },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--hide-crash-restore-bubble',
      '--remote-debugging-pipe',
      '--ozone-platform=x11',
      '--password-store=basic',
      '--lang=en-GB',
      '--window-position=0,0',
      `--window-size=${screenSize.width},${screenSize.height}`,
      `--host-resolver-rules=${rules.join(',')}`,
      ...more,
    ],
  })
  context.setDefaultTimeout(patience)
  const page = context.pages()[0] ?? (await context.newPage())
  return {
    page,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
