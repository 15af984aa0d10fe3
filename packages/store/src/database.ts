import type { Compilable, CompiledQuery, QueryResult } from 'kysely'
import type { Builder, Statement } from './statement.ts'

/** What the stores speak to: a database, or one unit of work in it. */
export interface Database {
  readonly dialect: 'sqlite' | 'postgres'
  all<P, O>(statement: Statement<P, O>, parameters: P): Promise<readonly O[]>
  first<P, O>(statement: Statement<P, O>, parameters: P): Promise<O | undefined>
  /** @returns how many rows were changed */
  run<P>(statement: Statement<P, unknown>, parameters: P): Promise<number>
  /** For a query whose shape depends on what is asked. */
  query<O>(build: (builder: Builder) => Compilable<O>): Promise<readonly O[]>
  /** Make several statements one. Inside a unit of work they are part of it; outside they are one of their own. */
  unit<T>(work: (db: Database) => Promise<T>): Promise<T>
}

/** What a dialect brings to make a `Database`. */
export interface Ground {
  readonly dialect: 'sqlite' | 'postgres'
  readonly builder: Builder
  execute<O>(query: CompiledQuery<O>): Promise<QueryResult<O>>
}

/**
 * @param unit how to make several statements one; absent inside a unit of work, where they are one already
 */
export function databaseOn(ground: Ground, unit?: Database['unit']): Database {
  const { dialect, builder } = ground
  const database: Database = {
    dialect,
    async all(statement, parameters) {
      return (await ground.execute(statement.compile(builder, parameters))).rows
    },
    async first(statement, parameters) {
      return (await ground.execute(statement.compile(builder, parameters))).rows[0]
    },
    async run(statement, parameters) {
      return Number((await ground.execute(statement.compile(builder, parameters))).numAffectedRows ?? 0)
    },
    async query(build) {
      return (await ground.execute(build(builder).compile())).rows
    },
    unit: unit ?? ((work) => work(database)),
  }
  return database
}
