import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Schema } from '../schema.ts'

/** How long anything may take before it is a fault rather than a wait. */
export const patience = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 20_000,
  query_timeout: 25_000,
  idle_in_transaction_session_timeout: 30_000,
}

/** Connect to a PostgreSQL server, lazily and as often as it takes. */
export function connect(config: pg.PoolConfig): Kysely<Schema> {
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
