import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Stores } from '@latchkey/identity'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  anAudit,
  aPerson,
  aRuleChange,
  aSession,
  aSignIn,
  aTenant,
  bytes,
  later,
  now,
} from '../../test/contract/world.ts'
import { type TemporaryPostgres, temporaryPostgres } from '../../test/temporary-postgres.ts'
import { databaseReady } from '../database-ready.ts'
import { openLogs } from '../open-logs.ts'
import { openStores } from '../open-stores.ts'

let server: TemporaryPostgres
let url: string
let nodes: readonly [Stores, Stores]
let admin: pg.Client

beforeAll(async () => {
  server = await temporaryPostgres()
})
afterAll(() => server.stop())
beforeEach(async () => {
  url = await server.createDatabase()
  nodes = [await openStores({ database: url }), await openStores({ database: url })]
  admin = new pg.Client({ connectionString: url })
  await admin.connect()
  admin.on('error', () => {})
})
afterEach(async () => {
  await Promise.all(nodes.map((node) => node.close()))
  await admin.end()
})

describe('two nodes on one PostgreSQL', () => {
  test('start at the same moment, and one of them migrates', async () => {
    const empty = await server.createDatabase()
    const starting = Array.from({ length: 4 }, () =>
      fork(join(import.meta.dirname, '../../test/open-once.ts'), [empty], { execArgv: [] }),
    )
    const codes = await Promise.all(starting.map(async (child) => (await once(child, 'exit'))[0]))

    expect(codes).toEqual([0, 0, 0, 0])
    const stores = await openStores({ database: empty })
    expect(await stores.instance.find('opened_by')).toBeDefined()
    await stores.close()
  })

  test('spend a challenge once between them', async () => {
    const challenge = { tenantId: 'contoso', nonce: bytes(32, 1), expiresAt: later(60) }

    const all = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => nodes[n % 2 === 0 ? 0 : 1].spentChallenges.insert(challenge)),
    )

    expect(all.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  })

  test('do a storm of units that all touch one person, and lose none', async () => {
    await nodes[0].tenants.insert(aTenant())
    await nodes[0].people.insert(aPerson('ann'))

    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        nodes[n % 2 === 0 ? 0 : 1].atomically(async (tx) => {
          await tx.spentChallenges.insert({ tenantId: 'contoso', nonce: bytes(32, n), expiresAt: later(60) })
          await tx.sessions.insert(aSession({ sessionId: `s${n}` }), bytes(32, n))
          await tx.people.putLastMethod('contoso', 'id-of-ann', 'passkey')
        }),
      ),
    )

    expect(await nodes[0].sessions.listOfPerson('contoso', 'id-of-ann', now)).toHaveLength(30)
  })
})

describe('a connection that is lost', () => {
  const killAll = () =>
    admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'latchkey' and datname = current_database()`)

  test('in the middle of a unit is a fault, keeps nothing, and the next one works', async () => {
    await nodes[0].tenants.insert(aTenant())

    const broken = nodes[0].atomically(async (tx) => {
      await tx.people.insert(aPerson('ann'))
      await killAll()
      await tx.people.insert(aPerson('ben'))
    })

    await expect(broken).rejects.toThrow(/terminat|ECONNRESET|not queryable/)
    expect(await nodes[0].people.count('contoso')).toBe(0)
  })

  test('while nobody uses it is replaced', async () => {
    await Promise.all([databaseReady(nodes[0]), databaseReady(nodes[1])])
    await killAll()

    expect(await nodes[0].instance.find('x')).toBeUndefined()
    expect(await databaseReady(nodes[1])).toBe(true)
  })

  test('to a server that is gone is not ready, and not waited for', async () => {
    const gone = url.replace(/host=.*/, 'host=/nowhere')

    await expect(openStores({ database: gone })).rejects.toThrow()
  })
})

describe('keeping logs on PostgreSQL', () => {
  test('lets nobody change or remove what was logged', async () => {
    await nodes[0].signIns.append(aSignIn())
    await nodes[0].audit.append(anAudit())
    await nodes[0].rules.appendChange(aRuleChange())

    await expect(admin.query(`update sign_in set code = ''`)).rejects.toThrow('sign_in is append-only')
    await expect(admin.query(`update audit set activity = ''`)).rejects.toThrow('audit is append-only')
    await expect(admin.query('delete from audit')).rejects.toThrow('audit is append-only')
    await expect(admin.query('delete from rule_change')).rejects.toThrow('rule_change is append-only')
    await nodes[0].signIns.removeBefore(later(1))
    expect(await nodes[0].signIns.list('contoso', { limit: 9 })).toEqual([])
  })

  test('shows them to a reader of its own', async () => {
    await nodes[0].audit.append(anAudit())
    const logs = await openLogs({ database: url })

    expect(await logs.audit.list('contoso', { limit: 9 })).toEqual([anAudit()])
    await logs.close()
  })
})
