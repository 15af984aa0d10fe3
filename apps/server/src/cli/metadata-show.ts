import { describeModel, listModels, type PicturedModel } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import { type Command, type CommandWorld, readOptions } from './command.ts'
import { withDeps } from './open-deps.ts'

/** Show what metadata is held, and what it says. */
export const metadataShow: Command = {
  name: 'metadata show',
  summary:
    'Show which FIDO metadata is held, and the models it names.\nWith an AAGUID, everything about that model; with a word, the models whose name has it.',
  usage: '[AAGUID | WORD]',
  async run(world, argv) {
    const [word] = readOptions(argv, {}, 1).words
    await withDeps(world, async (deps) => {
      if (word !== undefined && /^[0-9a-f-]{36}$/i.test(word))
        return showModel(deps, world, word.toLowerCase())
      await showState(deps, world)
      const models = await listModels(deps.stores, deps.now(), word === undefined ? {} : { search: word })
      for (const model of models) {
        world.say(`  ${model.aaguid}  ${[model.name, ...remarksOn(model)].filter(Boolean).join(' · ')}`)
      }
    })
  },
}

async function showState(deps: ServerDeps, { say }: CommandWorld): Promise<void> {
  const state = await deps.stores.metadata.findState()
  if (state === undefined) return say('No metadata is held: only the models that are known without it.')
  const { number, models, loadedAt, nextUpdate } = state
  const stale = nextUpdate <= deps.now() ? ' (stale)' : ''
  say(
    `Number ${number}, ${models} models, loaded ${loadedAt.toISOString()}, next promised for ${nextUpdate.toISOString().slice(0, 10)}${stale}.`,
  )
}

async function showModel(deps: ServerDeps, { say }: CommandWorld, aaguid: string): Promise<void> {
  const described = await describeModel(deps.stores, aaguid, deps.now())
  const model = await deps.stores.metadata.find(aaguid)
  say(described.name ?? 'A model nobody has named.')
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['AAGUID', aaguid],
    ['known from', described.source],
    ['certification', described.certification],
    ['wrong with it', described.statuses.join(', ')],
    ['attached', described.attachment.join(', ')],
    ['keys guarded by', model?.keyProtection.join(', ')],
    ['verifies by', model?.userVerificationMethods.join(', ')],
    ['speaks', model?.versions.join(', ')],
    ['roots', model && String(model.roots.length)],
    [
      'reports',
      model?.statusReports
        .map(({ status, effectiveDate = '' }) => `${status} ${effectiveDate}`.trim())
        .join(', '),
    ],
  ]
  for (const [name, value] of facts) {
    if (value !== undefined && value !== '') say(`  ${name.padEnd(16)}${value}`)
  }
}

function remarksOn({ certification, statuses, source }: Omit<PicturedModel, 'icon'>): readonly string[] {
  return [
    ...(certification === undefined ? [] : [certification]),
    ...statuses,
    ...(source === 'metadata' ? [] : ['not from metadata']),
  ]
}
