import { type SpawnOptions, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Deps, Tenant } from '@latchkey/identity'
import { findFreePorts } from '@latchkey/testing/free-ports'
import { type Contestant, stopProcess } from './contestant.ts'
import { fillDirectory } from './fill-directory.ts'
import { startPinned } from './pinned-process.ts'

/** What is different about a server. */
export interface LatchkeyOptions {
  /** It runs on every core: its threads have one of their own. */
  readonly anyCore?: true
  /** Fill its directory with more than people. */
  prepare?(deps: Deps, tenant: Tenant): Promise<void>
}

/**
 * Start our server on the first core, with so many people who may sign in.
 *
 * @param nodeArguments what else to tell Node: to have it write a profile, say
 */
export async function startLatchkey(
  folder: string,
  people: number,
  nodeArguments: readonly string[],
  { anyCore, prepare }: LatchkeyOptions = {},
): Promise<Contestant> {
  const port = await findFreePorts()
  const url = `http://localhost:${port}`
  const database = join(folder, 'latchkey.db')
  const masterKey = new Uint8Array(randomBytes(32))
  const passkeys = await fillDirectory({ database, url, masterKey, people, ...(prepare && { prepare }) })

  const launcher = join(import.meta.dirname, '../scripts/launch.mjs')
  const start = (ask: readonly string[], options: SpawnOptions) =>
    anyCore ? spawn(process.execPath, [...ask], options) : startPinned(0, ask, options)
  const log = openSync(join(folder, 'latchkey.log'), 'w')
  const child = start([...nodeArguments, launcher, 'start'], {
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LATCHKEY_URL: url,
      LATCHKEY_DATABASE: database,
      LATCHKEY_KEY: Buffer.from(masterKey).toString('base64'),
      PORT: String(port),
    },
  })
  await untilReady(`${url}/readyz`).catch((cause: unknown) => {
    throw new Error(`the server did not start:\n${readFileSync(join(folder, 'latchkey.log'), 'utf8')}`, {
      cause,
    })
  })
  return { way: 'latchkey', process: child, port, passkeys, stop: () => stopProcess(child) }
}

async function untilReady(address: string): Promise<void> {
  const patienceEndsAt = Date.now() + 30_000
  while (Date.now() < patienceEndsAt) {
    const answer = await fetch(address).catch(() => undefined)
    if (answer?.ok === true) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${address} did not become ready`)
}
