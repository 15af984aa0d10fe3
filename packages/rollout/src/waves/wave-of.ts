import type { Deps } from '@latchkey/identity'
import type { RolloutStores } from '../stores.ts'
import type { Wave, WaveKind } from './wave.ts'

/** List the waves of an organisation, by day 0. */
export async function listWaves(
  stores: Pick<RolloutStores, 'waves'>,
  tenantId: string,
): Promise<readonly Wave[]> {
  return await stores.waves.list(tenantId)
}

/**
 * Find somebody's wave: the first of a kind that one of their groups is in. Nobody is in two.
 *
 * @param waves by day 0, as `listWaves` gives them
 */
export function waveOf(
  waves: readonly Wave[],
  person: { readonly groupIds: ReadonlySet<string> },
  kind: WaveKind = 'registration',
): Wave | undefined {
  return waves.find((wave) => wave.kind === kind && wave.groupIds.some((id) => person.groupIds.has(id)))
}

/**
 * Whether somebody's registration wave has started: then they count as in the campaign. A wave that was stopped, or is
 * not there, has not; one that is over has, for those who are left.
 */
export async function isInStartedWave(
  deps: { readonly stores: Pick<RolloutStores, 'waves' | 'groups'> } & Pick<Deps, 'now'>,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
): Promise<boolean> {
  const waves = await deps.stores.waves.list(tenantId)
  if (waves.length === 0) return false
  const groups = await deps.stores.groups.listOfPerson(tenantId, userId)
  const wave = waveOf(waves, { groupIds: new Set(groups.map(({ groupId }) => groupId)) })
  return wave !== undefined && (wave.state === 'started' || wave.state === 'done')
}
