import { existsSync, renameSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { IdentityRefusal } from '@latchkey/identity'
import { restoreDatabase } from '@latchkey/store'
import { isPostgres } from '../config.ts'
import { type Command, CommandRefusal, type CommandWorld, readOptions, WrongUsage } from './command.ts'
import { openDeps } from './open-deps.ts'

/** Put a backup in the place of the database. */
export const restore: Command = {
  name: 'restore',
  summary:
    'Put a backup in the place of the database, while no server runs. What was there is kept beside it. Everybody signs in again.\nNeeds the master key of the backup. With --without-key what only that key opens is given up: signing keys (made anew), device CAs (devices register again) and one-time codes; passkeys and passwords stay.',
  usage: 'FILE [--without-key]',
  async run(world, argv) {
    const options = readOptions(argv, { 'without-key': 'switch' }, 1)
    const [source] = options.words
    const { database } = world.config
    if (isPostgres(database))
      throw new CommandRefusal('The database is PostgreSQL: restore it with pg_restore.')
    if (source === undefined) throw new WrongUsage('the name of the backup is missing')
    if (!existsSync(source)) throw new CommandRefusal(`There is no file ${source}.`)
    if (existsSync(database)) quiesce(database)

    const candidate = `${database}.restoring`
    removeDatabase(candidate)
    try {
      await copyTo(candidate, source)
      forget(candidate, mayHaveEnded)
      if (options.isOn('without-key')) forget(candidate, sealed)
      await tryOpening(world, candidate)
    } catch (cause) {
      removeDatabase(candidate)
      throw cause
    }
    const kept = setAside(database, world)
    renameSync(candidate, database)
    world.say(`Restored ${source} to ${database}.`)
    if (kept !== undefined) world.say(`What was there before is in ${kept}.`)
    world.say(
      'Everybody signs in again: sessions, tokens and passes of the backup may have been ended since it was made.',
    )
    if (options.isOn('without-key')) {
      world.say('Signing keys and one-time codes were given up; people with codes add them again.')
    }
  },
}

async function copyTo(candidate: string, source: string): Promise<void> {
  try {
    await restoreDatabase(source, candidate)
  } catch (cause) {
    throw new CommandRefusal(`${source} is not a database of Latchkey, or damaged; nothing was changed.`, {
      cause,
    })
  }
}

/** Open the candidate as a server would: the migrations, the RP ID, the key. */
async function tryOpening({ config, log }: CommandWorld, candidate: string): Promise<void> {
  try {
    const deps = await openDeps({ ...config, database: candidate }, log)
    await deps.stores.close()
  } catch (cause) {
    if (!(cause instanceof IdentityRefusal && cause.code === 'sealed_unreadable')) throw cause
    throw new CommandRefusal(
      'The master key does not open this backup; nothing was changed. Put the key of its time back (LATCHKEY_KEY or the key file), or use --without-key.',
      { cause },
    )
  }
  quiesce(candidate)
}

/** What somebody may have ended since the backup was made; coming back to life it would let them in again. */
const mayHaveEnded = ['artefact', 'session', 'temporary_access_pass']

/** What only the master key opens. The next start makes new keys. */
const sealed = ['totp', 'signing_key', 'device_ca', 'sealing_key']

/** Empty tables, all or none. */
function forget(path: string, tables: readonly string[]): void {
  const database = new DatabaseSync(path)
  try {
    database.exec(`begin; ${tables.map((table) => `delete from ${table};`).join(' ')} commit`)
  } finally {
    database.close()
  }
}

/**
 * Bring a database into one file, without a log beside it. Only possible when nobody else has it open.
 *
 * @throws CommandRefusal
 */
function quiesce(path: string): void {
  const database = new DatabaseSync(path, { timeout: 500 })
  try {
    database.exec('pragma journal_mode = delete')
  } catch (cause) {
    throw new CommandRefusal(`${path} is in use: stop the server first.`, { cause })
  } finally {
    database.close()
  }
}

/** @returns where the old database is now */
function setAside(path: string, { config }: CommandWorld): string | undefined {
  if (!existsSync(config.database)) return undefined
  const kept = `${path}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`
  renameSync(path, kept)
  return kept
}

function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true })
}
