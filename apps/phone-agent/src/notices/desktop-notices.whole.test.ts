import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openBareDesktop, openDesktop } from './desktop.fixture.ts'
import { desktopNotices } from './desktop-notices.ts'

const notice = { title: 'Ada’s laptop asks for you', text: 'Look at the terminal.' }

describe('a notification on the desktop', () => {
  test('says who asks, decides nothing, and goes when it is taken back', async () => {
    const desktop = await openDesktop()

    const takeBack = desktopNotices(desktop.busAddress).show(notice)
    await expect.poll(() => desktop.onScreen.size).toBe(1)
    expect(desktop.shown).toEqual([
      {
        application: 'Latchkey',
        ...notice,
        // No button, and nothing that a click would do; no history keeps it.
        actions: [],
        hints: { urgency: 1, transient: true },
        milliseconds: 180_000,
      },
    ])
    takeBack()

    await expect.poll(() => desktop.onScreen.size).toBe(0)
  })

  test('goes also if it was taken back before it was shown', async () => {
    const desktop = await openDesktop(300)

    desktopNotices(desktop.busAddress).show(notice)()

    await expect.poll(() => desktop.shown).toHaveLength(1)
    await expect.poll(() => desktop.onScreen.size).toBe(0)
  })

  test('is one line, whatever the browser is called', async () => {
    const desktop = await openDesktop()
    const title = `${'x'.repeat(300)}\u001b[2J\n`

    const takeBack = desktopNotices(desktop.busAddress).show({ ...notice, title })
    await expect.poll(() => desktop.shown).toHaveLength(1)
    takeBack()

    expect(desktop.shown[0]?.title).toBe(`${'x'.repeat(199)}…`)
  })

  test('is known to be possible where there is a service', async () => {
    const desktop = await openDesktop()

    expect(await desktopNotices(desktop.busAddress).isThere()).toBe(true)
  })
})

describe('where nothing shows notifications', () => {
  /** The address of a bus that takes connections, and says nothing. */
  async function openSilentBus(): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-silent-'))
    const server = createServer()
    const path = join(folder, 'socket')
    await new Promise<void>((resolve) => server.listen(path, resolve))
    onTestFinished(() => {
      server.close()
      rmSync(folder, { recursive: true, force: true })
    })
    return `unix:path=${path}`
  }

  test.each([
    ['a bus without the service', async () => (await openBareDesktop()).busAddress],
    ['no bus', async () => 'unix:path=/nowhere/bus'],
    ['an address that is none', async () => 'nonsense'],
    ['a bus that says nothing', openSilentBus],
  ])('%s is borne in silence', async (_, open) => {
    const notices = desktopNotices(await open())
    const faults: unknown[] = []
    const note = (cause: unknown) => faults.push(cause)
    process.on('unhandledRejection', note)
    onTestFinished(() => void process.off('unhandledRejection', note))

    const takeBack = notices.show(notice)
    expect(await notices.isThere()).toBe(false)
    takeBack()
    await setTimeout(50)

    expect(faults).toEqual([])
  })
})
