import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePorts } from '@latchkey/testing/free-ports'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../../..')

let folder: string
let port: number
let started: ChildProcess[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-serve-'))
  port = await findFreePorts()
  started = []
})

afterEach(async () => {
  await Promise.all(started.map(kill))
  rmSync(folder, { recursive: true, force: true })
})

/** Start the server as people do, and wait until it is ready or has ended. */
async function start(variables: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['scripts/launch.mjs', 'start'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      LATCHKEY_DATABASE: join(folder, 'latchkey.db'),
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let said = ''
  let logged = ''
  const exit = once(child, 'exit')
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (/24 hours|People sign in there/.test(said)) resolve()
    })
  })
  child.stderr.on('data', (chunk) => {
    logged += chunk
  })
  await Promise.race([ready, exit])
  return { child, exit, said: () => said, logged: () => logged }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Go where a browser would end up, with a browser's memory for cookies. */
async function visit(address: string, cookies: readonly string[] = []): Promise<Response> {
  const headers = { accept: 'text/html', cookie: cookies.join('; ') }
  const answer = await fetch(address, { redirect: 'manual', headers })
  const to = answer.headers.get('location')
  const set = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
  return to === null ? answer : await visit(new URL(to, address).href, [...cookies, ...set])
}

describe('starting the server', () => {
  test('offers a link to make the organisation, which no log has', async () => {
    const server = await start()
    const [, token = ''] = /\/welcome#(\S+)/.exec(server.said()) ?? []
    const check = await fetch(`http://localhost:${port}/welcome/check`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: `http://localhost:${port}` },
      body: JSON.stringify({ token }),
    })

    expect(await check.json()).toEqual({ usable: true })
    // Lines are written together, a little later.
    await expect.poll(server.logged).toContain('/welcome/check')
    expect(server.logged()).not.toContain(token)
    for (const line of server.logged().trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
  })

  test('leads from / to where people sign in', async () => {
    await start()
    const page = await visit(`http://localhost:${port}/`)

    expect(page.status).toBe(200)
    expect(new URL(page.url).pathname).toBe('/sign-in')
    expect(await page.text()).toContain('<html lang="en">')
  })

  test('refuses to start under another RP ID', async () => {
    const first = await start()
    first.child.kill('SIGTERM')
    await first.exit
    const second = await start({ LATCHKEY_URL: 'https://login.juniper.example' })

    expect(second.child.exitCode).toBe(1)
    expect(second.logged()).toContain('belongs to the RP ID "localhost"')
    expect(second.logged()).toContain('0 passkeys would stop working')
  })

  test('says in a sentence that the port is taken', async () => {
    await start()
    const second = await start({ LATCHKEY_DATABASE: join(folder, 'other.db') })

    expect(second.child.exitCode).toBe(1)
    expect(second.logged()).toMatch(/^Another program listens on this port already/m)
  })
})

describe('stopping the server', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('%s lets it finish what was asked', async (signal) => {
    const server = await start({ LATCHKEY_DRAIN_SECONDS: '1' })
    const body = JSON.stringify({ token: 'x'.repeat(43) })
    const socket = connect(port, 'localhost')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.write(
      `POST /welcome/check HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:${port}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
    )
    await new Promise((resolve) => setTimeout(resolve, 100))

    server.child.kill(signal)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const ready = await fetch(`http://localhost:${port}/readyz`)
    await new Promise((resolve) => setTimeout(resolve, 1200))
    const refused = await fetch(`http://localhost:${port}/healthz`).catch(() => 'refused')
    socket.write(body.slice(5))
    const [code] = await server.exit

    expect(ready.status).toBe(503)
    expect(refused).toBe('refused')
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*\{"usable":false\}/)
    expect(code).toBe(0)
    expect(server.logged()).toContain('"msg":"stopped"')
  })
})
