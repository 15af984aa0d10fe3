import { randomBytes } from 'node:crypto'
import { changeMasterKey, rotateKeyring } from '@latchkey/identity/administer'
import { openStores } from '@latchkey/store'
import type { Command } from './command.ts'
import { CommandRefusal, type CommandWorld, readOptions } from './command.ts'
import { getMasterKey, makeKeyFile, readKeyFile, replaceKeyFile } from './master-key.ts'
import { withDeps } from './open-deps.ts'

/** Change the keys that seal secrets. */
export const rotateKey: Command = {
  name: 'rotate-key',
  summary:
    'Make a new key that seals secrets, and seal every secret again. Servers that run see it within a minute.\nWith --master the master key itself is changed; servers must be started again afterwards.',
  usage: '[--master [--to FILE]]',
  async run(world, argv) {
    const options = readOptions(argv, { master: 'switch', to: 'text' })
    if (options.isOn('master')) return await rotateMasterKey(world, options.text('to'))
    await withDeps(world, async (deps) => {
      const { keyNumber, resealed } = await rotateKeyring(deps)
      world.say(`Key ${keyNumber} seals from now on; ${resealed} secrets were sealed again with it.`)
    })
  },
}

/**
 * The new key is on the disk before anything is sealed with it, and takes the old one's place afterwards: whenever this
 * stops half-way, one of the two files opens the database.
 */
async function rotateMasterKey({ config, say }: CommandWorld, to: string | undefined): Promise<void> {
  const source = config.masterKey
  const file = to ?? (source.kind === 'file' ? `${source.path}.new` : undefined)
  if (file === undefined) {
    throw new CommandRefusal('The key is given by LATCHKEY_KEY: name a file for the new one by --to.')
  }
  const stores = await openStores({ database: config.database })
  try {
    const from = await getMasterKey(source, stores)
    const fresh = new Uint8Array(randomBytes(32))
    makeKeyFile(file, fresh)
    if (!Buffer.from(readKeyFile(file)).equals(fresh)) {
      throw new CommandRefusal(`${file} exists already: move it away first.`)
    }
    const random = (length: number) => new Uint8Array(randomBytes(length))
    const changed = await changeMasterKey({ stores, from, to: fresh, random })
    if (source.kind === 'file' && to === undefined) {
      replaceKeyFile(source.path, file)
      say(`The master key in ${source.path} is new; ${changed} keys were sealed again with it.`)
      say('Keep a copy of it apart from the backups. Older backups still need the old key.')
    } else {
      say(`The new master key is in ${file}; ${changed} keys were sealed again with it.`)
    }
    say('Start every server again, with the new key.')
  } finally {
    await stores.close()
  }
}
