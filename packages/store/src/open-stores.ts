import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RolloutStores } from '@latchkey/rollout'
import type { OpenDatabase } from './dialect/open-database.ts'
import { makePrivateFile } from './dialect/private-file.ts'
import { openSqlite } from './dialect/sqlite.ts'
import { isPostgres } from './dialect/which.ts'
import { everyShelfOn } from './stores/shelves.ts'

/** Which database, and as whom. */
export interface StoreOptions {
  /**
   * A file path, made with its folder if it is not there, readable by this user alone; or `postgres://…`; or
   * `:memory:`, which is a file that is removed at `close` and never synced: for tests.
   */
  readonly database: string
}

/**
 * Open the stores: make the database if there is none, bring it to the newest schema, connect.
 *
 * Several processes may do so at the same moment; one of them migrates. On SQLite a unit of work is answered when its
 * commit is on the disk (`synchronous=FULL`), which it shares with others that came with it.
 *
 * @throws Error if the database cannot be opened or was made by a newer release
 */
export async function openStores({ database }: StoreOptions): Promise<RolloutStores> {
  const open = await openDatabase(database)
  let closing: Promise<void> | undefined
  return {
    ...everyShelfOn(open.database),
    atomically: (unit) => open.database.unit((tx) => unit(everyShelfOn(tx))),
    close() {
      closing ??= open.close()
      return closing
    },
  }
}

async function openDatabase(database: string): Promise<OpenDatabase> {
  if (isPostgres(database)) {
    // Only who uses PostgreSQL pays for its client.
    const { openPostgres } = await import('./dialect/postgres.ts')
    return openPostgres(database)
  }
  if (database === ':memory:') return openThrowaway()
  makePrivateFile(database)
  return openSqlite(database, 'FULL')
}

/** A real file, so that tests meet what production does: one connection that writes, one that reads. */
async function openThrowaway(): Promise<OpenDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  const open = await openSqlite(join(folder, 'latchkey.db'), 'OFF')
  return {
    database: open.database,
    async close() {
      await open.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
