import type { OpenDatabase } from './dialect/open-database.ts'
import { openSqliteForReading } from './dialect/sqlite.ts'
import { isPostgres } from './dialect/which.ts'

/** Open a database that exists by a connection that can only read. Only who uses PostgreSQL pays for its client. */
export async function openForReading(database: string): Promise<OpenDatabase> {
  if (!isPostgres(database)) return openSqliteForReading(database)
  return await (await import('./dialect/postgres.ts')).openPostgresForReading(database)
}
