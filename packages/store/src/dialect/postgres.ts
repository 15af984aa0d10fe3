import { type Database, databaseOn } from '../database.ts'
import { migrate } from '../migrations/migrate.ts'
import { postgresTypes } from './column-types.ts'
import type { OpenDatabase } from './open-database.ts'
import { connect, patience } from './postgres-pool.ts'
import { attemptsBeforeQueueing, lost, lostInRead, lostInUnit, queueUp, retrying } from './retrying.ts'
import { beginTurn } from './turn.ts'

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
