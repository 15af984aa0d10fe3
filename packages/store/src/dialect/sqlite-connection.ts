import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { CompiledQuery, QueryResult } from 'kysely'

/** More different statements than the stores have; a bound for those whose shape depends on what is asked. */
const keptStatements = 500

interface Prepared {
  readonly statement: StatementSync
  readonly returnsRows: boolean
}

/**
 * For the connection that writes: 16 MB of pages at most in memory, so that the ends of the indexes stay there, and
 * pages are carried from the log into the file every 16 MB of log: one that many sign-ins change is carried once.
 */
const writing = 'pragma journal_mode = wal; pragma cache_size = -16000; pragma wal_autocheckpoint = 4000'

/** One connection to a SQLite file. Everything it does is synchronous. */
export interface SqliteConnection {
  readonly inTransaction: boolean
  execute<O>(query: Pick<CompiledQuery<O>, 'sql' | 'parameters'>): QueryResult<O>
  /** For what is not a query: `BEGIN`, `COMMIT`, a pragma. */
  exec(sql: string): void
  close(): void
}

/** How a connection is opened. */
export interface SqliteMode {
  readonly readOnly: boolean
  /** `FULL`: an answer given is on the disk. `OFF` only for a database that dies with the process. */
  readonly synchronous: 'FULL' | 'OFF'
}

/**
 * Open a file, or make it.
 *
 * `trusted_schema=off` keeps a doctored file from running functions; a statement waits five seconds for another process
 * (a command on the same machine) before it fails. What a unit of work may have to take back is kept in memory: a file
 * of its own for each would double what a commit costs.
 */
export function openSqliteConnection(path: string, mode: SqliteMode): SqliteConnection {
  const database = new DatabaseSync(path, {
    readOnly: mode.readOnly,
    enableForeignKeyConstraints: true,
    timeout: 5_000,
  })
  if (!mode.readOnly) database.exec(writing)
  database.exec(
    `pragma synchronous = ${mode.synchronous}; pragma trusted_schema = off; pragma temp_store = memory`,
  )
  const prepared = new Map<string, Prepared>()

  return {
    get inTransaction() {
      return database.isTransaction
    },
    execute<O>(query: Pick<CompiledQuery<O>, 'sql' | 'parameters'>) {
      const { statement, returnsRows } = prepare(database, prepared, query.sql)
      const parameters = query.parameters.map(toSqlite)
      // The one cast of the connection: the schema says what the rows of a query are.
      if (returnsRows) return { rows: statement.all(...parameters) as O[] }
      return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) }
    },
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
  }
}

function prepare(database: DatabaseSync, kept: Map<string, Prepared>, sql: string): Prepared {
  const known = kept.get(sql)
  if (known !== undefined) return known

  const statement = database.prepare(sql)
  const fresh = { statement, returnsRows: statement.columns().length > 0 }
  if (kept.size >= keptStatements) kept.clear()
  kept.set(sql, fresh)
  return fresh
}

/** @throws TypeError for what no column holds */
export function toSqlite(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    return value
  }
  if (value instanceof Uint8Array) return value
  throw new TypeError(`SQLite keeps no ${typeof value}`)
}
