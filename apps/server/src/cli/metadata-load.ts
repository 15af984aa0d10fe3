import { readFile } from 'node:fs/promises'
import { keepMetadataRound, loadMetadata, readCertificates } from '@latchkey/identity'
import { MetadataRefusal } from '@latchkey/webauthn'
import { readBlobFile } from '../jobs/read-metadata-source.ts'
import type { Command } from './command.ts'
import { CommandRefusal, readOptions, WrongUsage } from './command.ts'
import { withDeps } from './open-deps.ts'

/** Load a BLOB of the FIDO metadata from a file. */
export const metadataLoad: Command = {
  name: 'metadata load',
  summary:
    'Load the FIDO metadata from a file: it is verified, and takes the place of what was held.\nThe root that vouches for who signed it comes from --root or LATCHKEY_METADATA_ROOT (PEM or DER); none is built in.',
  usage: 'FILE [--root FILE] [--even-if-older]',
  async run(world, argv) {
    const options = readOptions(argv, { root: 'text', 'even-if-older': 'switch' }, 1)
    const [file] = options.words
    if (file === undefined) throw new WrongUsage('the name of the file to load is missing')
    const rootFile = options.text('root') ?? world.config.metadata.rootFile
    if (rootFile === undefined)
      throw new WrongUsage('--root is missing, and LATCHKEY_METADATA_ROOT is not set')
    const roots = readCertificates(await read(rootFile, () => readFile(rootFile)))
    const blob = await read(file, () => readBlobFile(file))

    await withDeps(world, async (deps) => {
      const { outcome, state, unreadable } = await load(() =>
        loadMetadata(deps, {
          blob,
          roots,
          ...(options.isOn('even-if-older') && { evenIfOlder: true as const }),
        }),
      )
      await keepMetadataRound(deps.stores, { at: deps.now(), from: 'command', outcome })
      const next = state.nextUpdate.toISOString().slice(0, 10)
      world.say(
        outcome === 'loaded'
          ? `Loaded number ${state.number}: ${state.models} models. The next one is promised for ${next}.`
          : `Number ${state.number} is held already; nothing was changed.`,
      )
      if (state.nextUpdate <= deps.now()) world.say('It is stale: a newer one is out.')
      for (const { aaguid, because } of unreadable) {
        world.say(`  ${aaguid ?? 'An entry'} does not count: ${because} is not as the specification says.`)
      }
    })
  },
}

async function load<T>(what: () => Promise<T>): Promise<T> {
  try {
    return await what()
  } catch (cause) {
    if (!(cause instanceof MetadataRefusal)) throw cause
    throw new CommandRefusal(`Refused: ${cause.message}. What was held is still held.`, { cause })
  }
}

async function read<T>(file: string, how: () => Promise<T>): Promise<T> {
  try {
    return await how()
  } catch (cause) {
    throw new CommandRefusal(`${file} cannot be read.`, { cause })
  }
}
