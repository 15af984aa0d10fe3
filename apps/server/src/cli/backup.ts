import { existsSync } from 'node:fs'
import { backupDatabase } from '@latchkey/store'
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
    const { bytes } = await backupDatabase(config.database, target)
    say(`Wrote ${target} (${bytes} bytes): a consistent copy of ${config.database}.`)
    say(whereTheKeyIs(config))
  },
}

/** What has to be kept besides the backup. */
function whereTheKeyIs({ masterKey }: Pick<Config, 'masterKey'>): string {
  const where = masterKey.kind === 'given' ? 'in LATCHKEY_KEY' : `in ${masterKey.path}`
  return `The master key is not in the backup. It is ${where}: keep a copy of it in another place. Without it passkeys and passwords still work after "restore --without-key", one-time codes and issued tokens do not.`
}
