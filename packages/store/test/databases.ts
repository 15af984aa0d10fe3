import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RolloutStores } from '@latchkey/rollout'
import pg from 'pg'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { OpenDatabase } from '../src/dialect/open-database.ts'
import { openPostgresForReading } from '../src/dialect/postgres.ts'
import { openSqliteForReading } from '../src/dialect/sqlite.ts'
import { openStores } from '../src/open-stores.ts'
import type { Open, Opened } from './contract/world.ts'
import { type TemporaryPostgres, temporaryPostgres } from './temporary-postgres.ts'

/** An empty SQLite file for each test. */
export function freshSqlite(): Open {
  const closings: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closings.splice(0)) await close()
  })

  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-contract-'))
    const database = join(folder, 'latchkey.db')
    const stores = await openStores({ database })
    const reader = openSqliteForReading(database)
    closings.push(stores.close, reader.close, async () => rmSync(folder, { recursive: true, force: true }))
    return { stores, rows: rowsOf(reader) }
  }
}

/** A PostgreSQL server for the file, and its one database emptied for each test. */
export function freshPostgres(): Open {
  let server: TemporaryPostgres
  let url: string
  let stores: RolloutStores
  let reader: OpenDatabase
  beforeAll(async () => {
    server = await temporaryPostgres()
    url = await server.createDatabase()
    stores = await openStores({ database: url })
    reader = await openPostgresForReading(url)
  })
  afterAll(async () => {
    await stores.close()
    await reader.close()
    await server.stop()
  })

  return async () => {
    await emptyPostgres(url)
    return { stores, rows: rowsOf(reader) }
  }
}

const rowsOf =
  ({ database }: OpenDatabase): Opened['rows'] =>
  (table) =>
    database.query((builder) => builder.selectFrom(table).selectAll())

/** As a replica would: no trigger is asked, so that even what is append-only goes. */
async function emptyPostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`set session_replication_role = replica`)
  const tables = await client.query(
    `select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`,
  )
  await client.query(tables.rows.map(({ tablename }) => `delete from ${tablename}`).join('; '))
  await client.end()
}
