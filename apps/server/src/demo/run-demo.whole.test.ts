import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePorts } from '@latchkey/testing/free-ports'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../../..')

let folder: string
let port: number
let running: ChildProcess[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-demo-'))
  port = await findFreePorts(3)
  running = []
})

afterEach(async () => {
  for (const child of running) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
  rmSync(folder, { recursive: true, force: true })
})

/** Type a command, and wait until it has said something or ended. */
async function launch(argv: readonly string[], said: RegExp) {
  const child = spawn(process.execPath, ['scripts/launch.mjs', ...argv], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      LATCHKEY_DATABASE: join(folder, 'latchkey.db'),
      LATCHKEY_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let text = ''
  const exit = once(child, 'exit')
  const heard = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer) => {
      text += chunk
      if (said.test(text)) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
  })
  await Promise.race([heard, exit])
  return { child, exit, text: () => text }
}

const startDemo = () => launch(['start', '--demo'], /starting again renews them/)

describe('trying the demo', () => {
  test('fills an organisation and starts two apps that send people to sign in', async () => {
    const demo = await startDemo()

    expect(demo.text()).toMatch(/ada@juniper\.example +administrator +pass \S{8,}/)
    expect(demo.text().match(/newcomer +pass \S{8,}/g)).toHaveLength(2)
    expect(demo.text()).toMatch(/grace@juniper\.example +codes +password \S{12,}/)
    for (const app of [port + 1, port + 2]) {
      const home = await fetch(`http://localhost:${app}/`)
      const begun = await fetch(`http://localhost:${app}/sign-in`, { method: 'POST', redirect: 'manual' })
      expect(home.status).toBe(200)
      expect(begun.headers.get('location')).toMatch(
        new RegExp(`^http://localhost:${port}/[0-9a-f-]{36}/oauth2/v2\\.0/authorize\\?`),
      )
      const asked = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' })
      expect(asked.status).toBeLessThan(400)
    }
  })

  test('starts again with what it has, and leaves nothing running', async () => {
    const first = await startDemo()
    const passes = first.text().match(/pass \S+/g)
    first.child.kill('SIGTERM')
    const [code] = await first.exit
    const appsAfterwards = await fetch(`http://localhost:${port + 1}/`).catch(() => 'gone')
    const second = await startDemo()

    expect(code).toBe(0)
    expect(appsAfterwards).toBe('gone')
    expect(second.text().match(/pass \S+/g)).toEqual(passes)
  })

  test('refuses a database where somebody lives', async () => {
    const made = await launch(
      ['latchkey', 'tenant', 'create', '--name', 'Real', '--domain', 'real.example'],
      /Made/,
    )
    await made.exit
    const demo = await startDemo()

    expect(demo.child.exitCode).toBe(1)
    expect(demo.text()).toContain('belongs to a real organisation')
  })

  test('is not restored over while it runs', async () => {
    await startDemo()
    const backup = await launch(['latchkey', 'backup', join(folder, 'backup.db')], /not in the backup/)
    await backup.exit
    const restored = await launch(['latchkey', 'restore', join(folder, 'backup.db')], /in use|Restored/)

    expect(backup.text()).toContain('a consistent copy')
    expect(restored.text()).toContain('is in use: stop the server first')
  })
})
