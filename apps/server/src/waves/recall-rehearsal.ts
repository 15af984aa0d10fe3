import { hash } from 'node:crypto'
import type { Stores } from '@latchkey/identity'
import { findRehearsal, type Rehearsal, toRehearsalQuestion, type Wave } from '@latchkey/rollout'
import type { ServerDeps } from '../server-deps.ts'

/** So long one rehearsal is read page by page. Nobody is moved by it: whatever moves people finds out afresh. */
const recallMilliseconds = 10 * 60_000

/** So many are kept; each can be of a hundred thousand people. */
const mostKept = 5

const keptFor = new WeakMap<Stores, Map<string, Rehearsal>>()

/**
 * Rehearse a wave, or recall what was found out a few minutes ago with the same rules and waves: lists are read in pages.
 *
 * @param since find out afresh if it was found out before that
 * @throws IdentityRefusal `wave_policy_unfit`
 */
export async function recallRehearsal(deps: ServerDeps, wave: Wave, since?: Date): Promise<Rehearsal> {
  const kept = keptFor.get(deps.stores) ?? new Map<string, Rehearsal>()
  keptFor.set(deps.stores, kept)
  const { ask, rulesVersion } = await toRehearsalQuestion(deps, wave)
  const { documents: _, policy, ...rest } = ask
  const key = hash('sha256', JSON.stringify([rulesVersion, policy.id, rest]), 'base64url')
  const known = kept.get(key)
  const oldest = Math.max(deps.now().getTime() - recallMilliseconds, since?.getTime() ?? 0)
  if (known !== undefined && known.at.getTime() >= oldest) return known
  const rehearsal = await findRehearsal(deps, ask)
  kept.delete(key)
  kept.set(key, rehearsal)
  for (const first of [...kept.keys()].slice(0, -mostKept)) kept.delete(first)
  return rehearsal
}
