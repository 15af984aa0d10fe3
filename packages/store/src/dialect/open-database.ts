import type { Database } from '../database.ts'

/** A database that is open, and the way to let go of it. */
export interface OpenDatabase {
  readonly database: Database
  close(): Promise<void>
}
