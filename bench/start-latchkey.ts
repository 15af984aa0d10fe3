import { type SpawnOptions, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Deps, openKeyring, type Tenant } from '@latchkey/identity'
import { addPerson, createTenant } from '@latchkey/identity/administer'
import { openStores } from '@latchkey/store'
import { findFreePorts } from '@latchkey/testing/free-ports'
import { type Contestant, stopProcess } from './contestant.ts'
import { insertPasskey } from './insert-passkey.ts'
import { startPinned } from './pinned-process.ts'
import { type PortablePasskey, toPortable } from './software-passkey.ts'

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

async function fillDirectory(ask: {
  readonly database: string
  readonly url: string
  readonly masterKey: Uint8Array
  readonly people: number
  readonly prepare?: LatchkeyOptions['prepare']
}): Promise<PortablePasskey[]> {
  const now = () => new Date()
  const random = (length: number) => new Uint8Array(randomBytes(length))
  const stores = await openStores({ database: ask.database })
  try {
    const keyring = await openKeyring({ stores, masterKey: ask.masterKey, now, random })
    const rp = { rpId: 'localhost', rpName: 'Latchkey', origins: [ask.url] }
    const deps: Deps = { stores, keyring, rp, now, random, ceremonySeconds: 300 }
    const actor = { kind: 'operator' } as const
    const tenant = await createTenant(deps, { displayName: 'Bench', domain: 'bench.example', actor })
    const passkeys: PortablePasskey[] = []
    for (let number = 0; number < ask.people; number++) {
      passkeys.push(await addPersonWithPasskey(deps, tenant.tenantId, `person${number}@bench.example`))
    }
    await ask.prepare?.(deps, tenant)
    return passkeys
  } finally {
    await stores.close()
  }
}

async function addPersonWithPasskey(
  deps: Deps,
  tenantId: string,
  userName: string,
): Promise<PortablePasskey> {
  const actor = { kind: 'operator' } as const
  const person = await addPerson(deps, { tenantId, userName, displayName: userName, actor })
  return toPortable(await insertPasskey(deps, person))
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
