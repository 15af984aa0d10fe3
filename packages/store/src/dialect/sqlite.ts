import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { type Database, databaseOn } from '../database.ts'
import { migrate } from '../migrations/migrate.ts'
import type { Schema } from '../schema.ts'
import { sqliteTypes } from './column-types.ts'
import { groupCommit } from './group-commit.ts'
import type { OpenDatabase } from './open-database.ts'
import { openSqliteConnection, type SqliteMode, toSqlite } from './sqlite-connection.ts'
import { tellSizes } from './sqlite-statistics.ts'

/** Kysely only builds and compiles here; what executes is a connection of ours. */
const builder = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** Open a SQLite file with one connection that writes and one that reads what is committed. */
export async function openSqlite(
  path: string,
  synchronous: SqliteMode['synchronous'],
): Promise<OpenDatabase> {
  await migrateSqlite(path)
  const writer = openSqliteConnection(path, { readOnly: false, synchronous })
  const reader = openSqliteConnection(path, { readOnly: true, synchronous })
  const group = groupCommit(writer)

  const unit: Database['unit'] = (work) =>
    group.run((turn) => work(databaseOn({ dialect: 'sqlite', builder, execute: turn.execute })))

  const execute = async <O>(query: CompiledQuery<O>): Promise<QueryResult<O>> =>
    query.query.kind === 'SelectQueryNode' ? reader.execute(query) : group.run((turn) => turn.execute(query))

  return {
    database: databaseOn({ dialect: 'sqlite', builder, execute }, unit),
    async close() {
      await group.close()
      reader.close()
      writer.close()
    },
  }
}

/** Open a SQLite file only to read it, beside the process that writes. It must exist. */
export function openSqliteForReading(path: string): OpenDatabase {
  const reader = openSqliteConnection(path, { readOnly: true, synchronous: 'FULL' })
  const execute = async <O>(query: CompiledQuery<O>) => reader.execute<O>(query)
  return { database: databaseOn({ dialect: 'sqlite', builder, execute }), close: async () => reader.close() }
}

/** All migrations in one transaction that nobody else can begin at the same time. */
async function migrateSqlite(path: string): Promise<void> {
  const database = new DatabaseSync(path, { timeout: 60_000 })
  try {
    database.exec('pragma journal_mode = wal; begin immediate')
    const kysely = new Kysely<Schema>({ dialect: new SqliteDialect({ database: forKysely(database) }) })
    if ((await migrate(kysely, sqliteTypes)) > 0) tellSizes(database)
    database.exec('commit')
  } finally {
    if (database.isTransaction) database.exec('rollback')
    database.close()
  }
}

/** `node:sqlite` in the shape Kysely knows. Only the migrations run through it. */
const forKysely = (database: DatabaseSync): SqliteDatabase => ({
  close: () => {},
  prepare(sql) {
    const statement = database.prepare(sql)
    const parameters = (values: readonly unknown[]): SQLInputValue[] => values.map(toSqlite)
    return {
      reader: statement.columns().length > 0,
      all: (values) => statement.all(...parameters(values)),
      run: (values) => statement.run(...parameters(values)),
      iterate: (values) => statement.iterate(...parameters(values)),
    }
  },
})
