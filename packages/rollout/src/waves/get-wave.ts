import { type Act, IdentityRefusal, requirePermission } from '@latchkey/identity'
import type { RolloutStores } from '../stores.ts'
import type { Wave, WaveKind } from './wave.ts'
import type { WaveAsk } from './wave-deps.ts'

/** What it takes to do something with a wave of each kind: what it does would take no less by hand. */
const actsOf: Readonly<Record<WaveKind, readonly Act[]>> = {
  registration: ['change the methods policy'],
  enforcement: ['change conditional access', 'change groups'],
}

/** Establish that whoever asks may do something with waves of a kind. @throws IdentityRefusal `not_permitted` */
export async function requireWavePermission(
  tx: Parameters<typeof requirePermission>[0],
  { tenantId, actor }: Pick<WaveAsk, 'tenantId' | 'actor'>,
  kind: WaveKind,
): Promise<void> {
  for (const act of actsOf[kind]) await requirePermission(tx, { tenantId, actor }, act)
}

/** Get a wave that must be there. @throws IdentityRefusal `not_found` */
export async function getWave(
  tx: Pick<RolloutStores, 'waves'>,
  { tenantId, waveId }: Pick<WaveAsk, 'tenantId' | 'waveId'>,
): Promise<Wave> {
  const wave = await tx.waves.find(tenantId, waveId)
  if (wave === undefined) throw new IdentityRefusal('not_found', { detail: 'wave' })
  return wave
}

/** Keep a wave as it is to be from now on. @throws IdentityRefusal `wave_changed` if somebody was faster */
export async function keepWave(tx: Pick<RolloutStores, 'waves'>, after: Omit<Wave, 'version'>, seen: Wave) {
  const wave: Wave = { ...after, version: seen.version + 1 }
  if (!(await tx.waves.put(wave))) throw new IdentityRefusal('wave_changed')
  return wave
}
