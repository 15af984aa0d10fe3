import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { newId, openKeyring, recordSignIn } from '@latchkey/identity'
import { addLogStream, createTenant } from '@latchkey/identity/administer'
import { openStores } from '@latchkey/store'
import { type TemporaryPostgres, temporaryPostgres } from '@latchkey/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { logReader } from '../log-export/log-reader.ts'
import type { ServerDeps } from '../server-deps.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { sendLogs } from './send-logs.ts'

const operator = { actor: { kind: 'operator' } } as const

let server: TemporaryPostgres
let world: TestWorld
let deps: ServerDeps
let receiver: Server
let tenantId: string
let isDown = false
const got: string[] = []

beforeAll(async () => {
  server = await temporaryPostgres()
  const database = await server.createDatabase()
  world = await openTestWorld({ LATCHKEY_PRIVATE_DESTINATIONS: '127.0.0.1' })
  const stores = await openStores({ database })
  const { now, random, log } = world.deps
  const keyring = await openKeyring({ stores, masterKey: new Uint8Array(randomBytes(32)), now, random })
  const logs = logReader({ database, countryDatabase: undefined, now, log })
  deps = { ...world.deps, stores, keyring, logs, config: { ...world.deps.config, database } }
  const tenant = await createTenant(deps, { ...operator, displayName: 'Birch', domain: 'birch.example' })
  tenantId = tenant.tenantId
  receiver = createServer(async (request, answer) => {
    const body = await text(request)
    if (!isDown) got.push(...JSON.parse(body).records.map(({ id }: { id: string }) => id))
    answer.writeHead(isDown ? 503 : 204).end()
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
})

afterAll(async () => {
  receiver?.close()
  await deps?.logs.stop()
  await deps?.stores.close()
  await world?.close()
  await server?.stop()
})

const later = (seconds: number) => {
  world.clock.at = new Date(world.clock.at.getTime() + seconds * 1000)
}

async function logMany(count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    const visitor = {
      correlationId: newId(deps),
      ipAddress: '192.0.2.1',
      userAgent: 'Firefox',
      visitHash: new Uint8Array(),
    }
    await recordSignIn(deps, { tenantId, outcome: 'success', code: '', method: 'passkey', visitor })
    later(1)
  }
}

describe('sending logs on from PostgreSQL', () => {
  test('by two nodes delivers each record once, in order, and all that a receiver missed', async () => {
    const address = receiver.address()
    const port = typeof address === 'object' ? address?.port : 0
    await addLogStream(deps, {
      ...operator,
      tenantId,
      displayName: 'Archive',
      address: `http://127.0.0.1:${port}/in`,
      logs: ['signIns'],
      enabled: true,
    })
    await logMany(250)
    later(60)
    isDown = true
    await sendLogs(deps, 'one')
    isDown = false
    await logMany(50)
    later(60)

    await Promise.all([sendLogs(deps, 'one'), sendLogs(deps, 'two')])

    const kept = await deps.stores.signIns.list(tenantId, { limit: 999 })
    expect(kept).toHaveLength(300)
    expect(got).toEqual(kept.map(({ signInId }) => signInId).toReversed())
  })

  test('a thread exports and counts them over a connection of its own', async () => {
    const bytes = deps.logs.openExport({ tenantId, log: 'signIns', format: 'jsonl' })
    const lines = (await text(bytes)).trimEnd().split('\n')
    const { days } = await deps.logs.countHome(tenantId)

    expect(lines).toHaveLength(300)
    expect(days.reduce((sum, { passkeySignIns }) => sum + passkeySignIns, 0)).toBe(300)
  })
})
