import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { type Config, isPostgres } from '../config.ts'
import type { Command } from './command.ts'
import { CommandRefusal, readOptions, WrongUsage } from './command.ts'

/** Copy the database while the server runs. */
export const backup: Command = {
  name: 'backup',
  summary:
    'Write a consistent copy of the database; the server may go on running.\nThe master key is not in it: keep that apart.',
  usage: 'FILE',
  async run({ config, say }, argv) {
    const [target] = readOptions(argv, {}, 1).words
    if (isPostgres(config.database)) {
      say(
        'The database is PostgreSQL: back it up with pg_dump --format=custom, or your provider’s snapshots.',
      )
      return say(whereTheKeyIs(config))
    }
    if (target === undefined) throw new WrongUsage('the name of the file to write is missing')
    if (!existsSync(config.database)) throw new CommandRefusal(`There is no database at ${config.database}.`)
    if (existsSync(target)) throw new CommandRefusal(`${target} exists already; nothing was written.`)
    const bytes = copyDatabase(config.database, target)
    say(`Wrote ${target} (${bytes} bytes): a consistent copy of ${config.database}, checked.`)
    say(whereTheKeyIs(config))
  },
}

/** Copy in one read transaction, check the copy, and give it its name only when it is whole. @returns its size */
function copyDatabase(from: string, to: string): number {
  const unfinished = `${to}.unfinished`
  rmSync(unfinished, { force: true })
  const source = new DatabaseSync(from, { readOnly: true, timeout: 10_000 })
  try {
    source.prepare('vacuum into ?').run(unfinished)
  } finally {
    source.close()
  }
  chmodSync(unfinished, 0o600)
  const bytes = checkDatabase(unfinished)
  renameSync(unfinished, to)
  return bytes
}

/**
 * See that a file is a database of ours, and whole.
 *
 * @returns its size in bytes
 * @throws CommandRefusal
 */
export function checkDatabase(path: string): number {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { readOnly: true })
    const [row] = database.prepare('pragma integrity_check').all()
    if (row?.['integrity_check'] !== 'ok') throw new CommandRefusal(`${path} is damaged.`)
    database.prepare('select count(*) from instance').get()
    const size = database
      .prepare('select page_count * page_size as bytes from pragma_page_count, pragma_page_size')
      .get()
    return Number(size?.['bytes'])
  } catch (cause) {
    if (cause instanceof CommandRefusal) throw cause
    throw new CommandRefusal(`${path} is not a database of Latchkey.`, { cause })
  } finally {
    database?.close()
  }
}

/** What has to be kept besides the backup. */
function whereTheKeyIs({ masterKey }: Pick<Config, 'masterKey'>): string {
  const where = masterKey.kind === 'given' ? 'in LATCHKEY_KEY' : `in ${masterKey.path}`
  return `The master key is not in the backup. It is ${where}: keep a copy of it in another place. Without it passkeys and passwords still work after "restore --without-key", one-time codes and issued tokens do not.`
}
