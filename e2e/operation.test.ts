import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findSession } from '@latchkey/identity'
import { createTenant } from '@latchkey/identity/administer'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { laptop, plugIn } from './world/authenticator.ts'
import { openChromium, openPersonsBrowser } from './world/browser.ts'
import { type Instance, inDirectory } from './world/directory.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addPasskeyHolder, type PasskeyHolder } from './world/people.ts'
import { startProgram } from './world/program.ts'
import { type RunningServer, startServer, toEnvironment } from './world/server.ts'
import { signInToApp } from './world/sign-in.ts'
import { createFirstPasskey, typeName, typePass } from './world/steps.ts'
import { beginWithPasskey, finishWithPasskey, sessionCookieOf, visitSignIn } from './world/visit.ts'
import { domain, newInstance } from './world/world.ts'

const launcher = ['scripts/launch.mjs', 'start']
const running: RunningServer[] = []
const folders: string[] = []
let browser: Browser

beforeAll(async () => {
  browser = await openChromium()
})

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ program }) => program.stop()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

afterAll(() => browser?.close())

async function freshInstance(): Promise<Instance & { readonly folder: string }> {
  const instance = await newInstance()
  folders.push(instance.folder)
  return instance
}

async function start(instance: Instance, ...options: readonly string[]): Promise<RunningServer> {
  const server = await startServer(instance, {}, options)
  running.push(server)
  return server
}

function withPeople(instance: Instance, count: number): Promise<PasskeyHolder[]> {
  return inDirectory(instance, async (deps) => {
    const actor = { kind: 'operator' } as const
    const tenant = await createTenant(deps, { displayName: 'Juniper Works', domain, actor })
    const people: PasskeyHolder[] = []
    for (let number = 0; number < count; number++) {
      people.push(await addPasskeyHolder(deps, tenant, `person${number}`))
    }
    return people
  })
}

describe('telling the server to stop in the middle of sign-ins', () => {
  test.each(['SIGTERM', 'SIGKILL'] as const)('with %s loses nothing that was answered', async (signal) => {
    const instance = await freshInstance()
    const people = await withPeople(instance, 8)
    const server = await start(instance)
    const answered: string[] = []
    const storm = people.map(async ({ passkey }) => {
      const visit = await visitSignIn(instance.url)
      for (;;) {
        const answer = await finishWithPasskey(visit, passkey, await beginWithPasskey(visit))
        if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${answer.body}`)
        answered.push(sessionCookieOf(answer)?.split('=')[1] ?? '')
      }
    })

    const ends = Promise.allSettled(storm)
    await expect.poll(() => answered.length).toBeGreaterThan(40)
    const code = await server.program.stop(signal)
    const reasons = (await ends).map((end) => (end.status === 'rejected' ? String(end.reason) : ''))

    expect(code).toBe(signal === 'SIGTERM' ? 0 : undefined)
    for (const reason of reasons) expect(reason).toMatch(/closed|hang|ECONN/)
    const kept = await inDirectory(instance, async (deps) => {
      const found = await Promise.all(answered.map((token) => findSession(deps, token)))
      return found.filter((session) => session !== undefined).length
    })
    expect(kept).toBe(answered.length)
  })
})

describe('the demo', () => {
  test('lets a newcomer in with the pass it prints, and can be started again', async () => {
    const instance = await freshInstance()
    const first = await start(instance, '--demo')
    const [, app = ''] = await first.program.said(/ {2}\S[\S ]* {2,}(http:\/\/localhost:\d+)\n/)
    const [, name = '', pass = ''] = await first.program.said(/(\S+@\S+) +newcomer +pass (\S+)/)
    const { page, troubles, close } = await openPersonsBrowser(browser)
    const device = await plugIn(page, laptop)

    await signInToApp(page, new URL(app))
    await typeName(page, name)
    await device.touch()
    await typePass(page, pass)
    await createFirstPasskey(page, 'My laptop')
    await page.getByText('Hello,').waitFor()
    await lookAtPage(page, 'demo-app')
    expect(await first.program.stop()).toBe(0)

    const again = await start(instance, '--demo')
    await again.program.said(/administrator +pass \S+/)
    const people = await inDirectory(instance, async (deps) => {
      const [tenant, ...others] = await deps.stores.tenants.list()
      expect(others).toEqual([])
      return await deps.stores.people.count(tenant?.tenantId ?? '')
    })
    expect(people).toBe(12)
    expect(troubles).toEqual([])
    await close()
  })

  test('is refused where a real organisation lives', async () => {
    const instance = await freshInstance()
    await withPeople(instance, 1)

    const program = startProgram([...launcher, '--demo'], toEnvironment(instance))
    await program.said(/demo/i)

    expect(await program.stop()).not.toBe(0)
  })
})

describe('starting', () => {
  test('is refused with every mistake in the configuration at once, and no value', async () => {
    const program = startProgram(launcher, {
      LATCHKEY_URL: 'http://login.example.org',
      LATCHKEY_KEY: 'much-too-short-a-key',
      LATCHKEY_CEREMONY_SECONDS: 'soon',
      LATCHKEY_DATABSE: 'a/typing/mistake',
    })

    await program.said(/LATCHKEY_CEREMONY_SECONDS/)
    await program.said(/LATCHKEY_DATABSE/)
    expect(await program.stop()).not.toBe(0)

    for (const name of ['LATCHKEY_URL', 'LATCHKEY_KEY', 'LATCHKEY_CEREMONY_SECONDS', 'LATCHKEY_DATABSE']) {
      expect(program.output()).toContain(name)
    }
    expect(program.output()).not.toMatch(/much-too-short|soon|typing/)
  })

  test('is refused when the RP ID has changed, and says how many passkeys would die', async () => {
    const instance = await freshInstance()
    await withPeople(instance, 3)
    await (await start(instance)).program.stop()
    const moved = { ...instance, url: new URL(`http://login.localhost:${instance.url.port}`) }

    const program = startProgram(launcher, toEnvironment(moved))
    await program.said(/3 passkeys/)

    expect(await program.stop()).not.toBe(0)
  })

  test('makes a key that only the operator can read, and says where', async () => {
    const instance = await freshInstance()
    const { LATCHKEY_KEY, ...environment } = toEnvironment(instance)
    const program = startProgram(launcher, environment)
    await program.said(/Latchkey is ready at/)

    expect(LATCHKEY_KEY).toBeDefined()
    expect(existsSync(join(instance.folder, 'latchkey.key'))).toBe(true)
    expect(await program.stop('SIGINT')).toBe(0)
  })
})

describe('while it runs', () => {
  test('believes a forwarded address only from a proxy it was told of', async () => {
    const instance = await freshInstance()
    const [person] = await withPeople(instance, 1)
    if (person === undefined) throw new Error('nobody is there')
    const server = await start(instance)

    await fetch(new URL('/healthz', instance.url), { headers: { 'x-forwarded-for': '203.0.113.77' } })
    await server.program.said(/healthz/)

    expect(server.program.output()).not.toContain('203.0.113.77')
  })

  test('says that it is healthy, ready, and how it is doing', async () => {
    const instance = await freshInstance()
    await start(instance)

    const healthy = await fetch(new URL('/healthz', instance.url))
    const ready = await fetch(new URL('/readyz', instance.url))
    const metrics = await fetch(new URL('/metrics', instance.url))

    expect([healthy.status, ready.status, metrics.status]).toEqual([200, 200, 200])
    expect(await metrics.text()).toContain('# TYPE')
  })
})
