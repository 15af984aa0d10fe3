import { isPostgres } from '../config.ts'

/**
 * How long after its id was made a record is certain to be on the disk. In one process the writer is next to the clock; with
 * several nodes their clocks differ, and a transaction may be tried again.
 */
export function settleMilliseconds(database: string): number {
  return isPostgres(database) ? 30_000 : 3_000
}
