import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { type Database, databaseOn } from '../database.ts'
import { migrate } from '../migrations/migrate.ts'
import type { Schema } from '../schema.ts'
import { postgresTypes } from './column-types.ts'
import type { OpenDatabase } from './open-database.ts'
import { beginTurn } from './turn.ts'

/** How often something that lost against others is tried. */
const attempts = 20
/** Who lost so often waits for the others who did, so that one of them always gets on. */
const attemptsBeforeQueueing = 3

/** How long anything may take before it is a fault rather than a wait. */
const patience = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 20_000,
  query_timeout: 25_000,
  idle_in_transaction_session_timeout: 30_000,
}

/** Lost against another transaction: the same again may succeed. */
const lost = new Set(['40001', '40P01'])
/** In a unit also a duplicate: the stores ask before they insert, so somebody else was between the two. */
const lostInUnit = new Set([...lost, '23505'])
/** The server went away. A read may be asked again of the next connection; of a write nobody knows whether it was kept. */
const lostInRead = new Set([...lost, '57P01', '57P02', '08003', '08006', 'ECONNRESET', 'EPIPE'])

/**
 * Open a PostgreSQL database by its URL.
 *
 * Units of work are serialisable transactions, so that they mean the same as on SQLite, where they run one after
 * another; one that cannot be put in an order with the others runs again.
 */
export async function openPostgres(url: string): Promise<OpenDatabase> {
  await migratePostgres(url)
  const kysely = connect({ connectionString: url, max: 20, ...patience })
  const ground = { dialect: 'postgres', builder: kysely } as const

  const unit: Database['unit'] = (work) =>
    retrying(lostInUnit, (tried) =>
      kysely
        .transaction()
        .setIsolationLevel('serializable')
        .execute(async (transaction) => {
          if (tried > attemptsBeforeQueueing) await queueUp.execute(transaction)
          const turn = beginTurn((query) => transaction.executeQuery(query))
          try {
            const value = await work(databaseOn({ ...ground, execute: turn.execute }))
            await turn.finish()
            return value
          } finally {
            turn.end()
          }
        }),
    )

  return {
    database: databaseOn(
      {
        ...ground,
        execute: (query) =>
          retrying(query.query.kind === 'SelectQueryNode' ? lostInRead : lost, () =>
            kysely.executeQuery(query),
          ),
      },
      unit,
    ),
    close: () => kysely.destroy(),
  }
}

/** Open a PostgreSQL database that was migrated before, for one reader whose questions may take long. */
export async function openPostgresForReading(url: string): Promise<OpenDatabase> {
  const kysely = connect({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: patience.connectionTimeoutMillis,
    options: '-c default_transaction_read_only=on',
  })
  return {
    database: databaseOn({
      dialect: 'postgres',
      builder: kysely,
      execute: (query) => kysely.executeQuery(query),
    }),
    close: () => kysely.destroy(),
  }
}

/** Kysely's migrator holds an advisory lock while it works: of several nodes that start at once, one migrates. */
async function migratePostgres(url: string): Promise<void> {
  const kysely = connect({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: patience.connectionTimeoutMillis,
  })
  try {
    await migrate(kysely, postgresTypes)
  } finally {
    await kysely.destroy()
  }
}

function connect(config: pg.PoolConfig): Kysely<Schema> {
  const pool = new pg.Pool({
    application_name: 'latchkey',
    keepAlive: true,
    types: { getTypeParser },
    ...config,
  })
  // A connection that breaks is replaced at the next use, and whoever uses it is told by their query; without listeners
  // its end would be the end of the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}

/** `int8` as a number (milliseconds and counters fit), `bytea` as a plain `Uint8Array`: like SQLite. */
const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (oid, format) => {
  if (format === 'binary') return pg.types.getTypeParser(oid, format)
  if (oid === pg.types.builtins.INT8) return Number
  if (oid === pg.types.builtins.BYTEA)
    return (hex: string) => new Uint8Array(Buffer.from(hex.slice(2), 'hex'))
  return pg.types.getTypeParser(oid, format)
}

/**
 * Wait for the others who lost. A lock is no query: the transaction looks at the database only after it has got it.
 * The table is the migrator's own, which nobody needs once it has started.
 */
const queueUp = sql`lock table kysely_migration_lock in exclusive mode`

async function retrying<T>(codes: ReadonlySet<string>, attempt: (tried: number) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt(tried)
    } catch (reason) {
      if (tried === attempts || !codes.has(codeOf(reason))) throw reason
      // At random, so that those who met do not meet again.
      await sleep(Math.random() * Math.min(2 ** tried, 100))
    }
  }
}

function codeOf(reason: unknown): string {
  if (!(reason instanceof Error)) return ''
  if ('code' in reason && typeof reason.code === 'string') return reason.code
  // `pg` gives no code to a connection that ended between two questions.
  return /^Connection terminated|not queryable/.test(reason.message) ? 'ECONNRESET' : ''
}
