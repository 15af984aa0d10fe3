import { IdentityRefusal, readText } from '@latchkey/identity'
import type { RolloutStores } from '../stores.ts'
import type { Wave } from './wave.ts'

/** What an administrator decides about a wave. */
export type WavePlan = Pick<Wave, 'name' | 'groupIds' | 'startsAt' | 'endsAt'>

/** Nobody reads a list of more. */
const mostGroups = 100

/**
 * Read what a wave is to be: its name, groups that are there, and dates in order. Nobody is asked for a passkey before
 * they were invited to make one.
 *
 * @param waves all of the organisation's; the wave itself may be among them
 * @throws IdentityRefusal `invalid_input` naming the field; `wave_dates_impossible`
 */
export async function readWavePlan(
  tx: Pick<RolloutStores, 'groups'>,
  plan: WavePlan & Pick<Wave, 'tenantId' | 'kind'> & { readonly waveId?: string },
  waves: readonly Wave[],
): Promise<WavePlan> {
  const name = readText(plan.name, 'name', 100)
  const groupIds = [...new Set(plan.groupIds.map((id) => id.toLowerCase()))]
  if (groupIds.length === 0 || groupIds.length > mostGroups) {
    throw new IdentityRefusal('invalid_input', { detail: 'groupIds' })
  }
  for (const groupId of groupIds) {
    const group = await tx.groups.find(plan.tenantId, groupId)
    if (group === undefined) throw new IdentityRefusal('invalid_input', { detail: 'groupIds' })
  }
  const { startsAt, endsAt, kind, waveId } = plan
  if (endsAt <= startsAt) throw new IdentityRefusal('wave_dates_impossible', { detail: 'endsAt' })
  const isOutOfOrder = waves.some(
    (other) =>
      other.waveId !== waveId &&
      other.kind !== kind &&
      other.state !== 'done' &&
      other.groupIds.some((id) => groupIds.includes(id)) &&
      (kind === 'enforcement' ? other.startsAt >= startsAt : other.startsAt <= startsAt),
  )
  if (isOutOfOrder) throw new IdentityRefusal('wave_dates_impossible', { detail: 'order' })
  return { name, groupIds, startsAt, endsAt }
}
