import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { makeWhole } from './dialect/private-file.ts'
import { openSqliteConnection } from './dialect/sqlite-connection.ts'
import { isPostgres } from './dialect/which.ts'

/** What a copied database turned out to be. */
export interface Copy {
  readonly path: string
  readonly bytes: number
}

/**
 * Copy a SQLite database while it is in use: one consistent moment of it, on the disk when this resolves, readable by
 * this user alone. The master key is not in it: without that, what is sealed in the copy stays sealed.
 *
 * @throws Error if `database` is a PostgreSQL URL (use `pg_dump`), does not exist, or `to` exists
 */
export async function backupDatabase(database: string, to: string): Promise<Copy> {
  refuseUnlessFile(database)
  return makeWhole(to, (partial) => {
    const source = openSqliteConnection(database, { readOnly: true, synchronous: 'FULL' })
    try {
      source.execute({ sql: 'vacuum into ?', parameters: [partial] })
    } finally {
      source.close()
    }
  })
}

/**
 * Put a backup where a database shall be: it is checked first and only then appears, whole. It is brought to the newest
 * schema when it is opened.
 *
 * @throws Error if `backup` is not a sound Latchkey database, or `database` is a PostgreSQL URL or exists
 */
export async function restoreDatabase(backup: string, database: string): Promise<Copy> {
  refuseUnlessFile(backup)
  if (isPostgres(database))
    throw new Error('A backup file is restored to a file; use pg_restore for PostgreSQL')
  checkSoundness(backup)
  return backupDatabase(backup, database)
}

function refuseUnlessFile(database: string): void {
  if (isPostgres(database)) throw new Error('A PostgreSQL database is backed up with pg_dump')
  if (!existsSync(database)) throw new Error(`There is no database at ${database}`)
}

function checkSoundness(path: string): void {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const ours = database
      .prepare(`select 1 from sqlite_master where type = 'table' and name = 'credential'`)
      .get()
    const broken = database.prepare('pragma integrity_check').all()
    if (ours !== undefined && broken[0]?.['integrity_check'] === 'ok') return
  } catch (cause) {
    throw new Error(`${path} is not a database`, { cause })
  } finally {
    database.close()
  }
  throw new Error(`${path} is not a sound Latchkey database`)
}
