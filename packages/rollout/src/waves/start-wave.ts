import { appendAudit, getRuleDocuments, IdentityRefusal } from '@latchkey/identity'
import { changeRules } from '@latchkey/identity/administer'
import { changeConditionalAccess } from '@latchkey/policy'
import { mayStartWaves } from '../pilot/get-pilot.ts'
import { getWave, keepWave, requireWavePermission } from './get-wave.ts'
import { toAudit } from './plan-wave.ts'
import type { Wave, WaveTarget } from './wave.ts'
import type { WaveAsk, WaveDeps } from './wave-deps.ts'
import { findTargetFault } from './wave-policy.ts'

/** What starting rests on. */
export type WaveStart = WaveAsk & { readonly acknowledge?: string }

/**
 * Start a wave, before or on its day, or again after it was stopped.
 *
 * The policy of an enforcement wave is put into force first, while nobody but those who were moved before is in its group:
 * that moves nobody. If the process dies after it, the next start finds it in force and goes on.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`; `wave_held_by_pilot`; `wave_policy_unfit`; `wave_running` if it
 *   runs or is over; `would_block_users`, `last_administrator` if somebody in the group cannot make it; `wave_changed`
 */
export async function startWave(deps: WaveDeps, ask: WaveStart): Promise<Wave> {
  const seen = await getWave(deps.stores, ask)
  await requireWavePermission(deps.stores, ask, seen.kind)
  if (seen.state !== 'planned' && seen.state !== 'stopped') throw new IdentityRefusal('wave_running')
  if (seen.kind === 'registration') await requirePilot(deps, ask.tenantId)
  if (seen.target !== undefined) await putIntoForce(deps, ask, seen.target)
  return await deps.stores.atomically(async (tx) => {
    const before = await getWave(tx, ask)
    await requireWavePermission(tx, ask, before.kind)
    if (before.version !== seen.version) throw new IdentityRefusal('wave_changed')
    const { heldBecause: _, ...rest } = before
    const startedAt = before.startedAt ?? deps.now()
    const wave = await keepWave(tx, { ...rest, state: 'started', startedAt }, before)
    await appendAudit(tx, deps, ask, { activity: 'wave_started', ...toAudit(wave) })
    return wave
  })
}

/** The first wave comes after a pilot. Once one has started, nothing a later pilot does holds the others. */
async function requirePilot(deps: WaveDeps, tenantId: string): Promise<void> {
  const waves = await deps.stores.waves.list(tenantId)
  if (waves.some(({ kind, startedAt }) => kind === 'registration' && startedAt !== undefined)) return
  const decision = await mayStartWaves(deps, tenantId)
  if (!decision.allow) throw new IdentityRefusal('wave_held_by_pilot', { detail: decision.because })
}

async function putIntoForce(deps: WaveDeps, ask: WaveStart, target: WaveTarget): Promise<void> {
  const { documents } = await getRuleDocuments(deps.stores, deps, ask.tenantId)
  const fault = findTargetFault(documents, target)
  if (fault !== undefined) throw new IdentityRefusal('wave_policy_unfit', { detail: fault })
  const { acknowledge } = ask
  await changeRules(
    deps,
    ask,
    [
      {
        kind: 'conditionalAccess',
        id: target.policyId,
        change(before) {
          if (before === undefined)
            throw new IdentityRefusal('wave_policy_unfit', { detail: 'policyMissing' })
          if (before.state === 'enabled') return before
          return changeConditionalAccess(before, { state: 'enabled' }, deps.now().toISOString())
        },
      },
    ],
    acknowledge === undefined ? {} : { acknowledge },
  )
}

/**
 * Stop a wave: nobody is invited or moved by it any more. Whoever was moved stays where they are.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`, `wave_changed`
 */
export async function stopWave(deps: WaveDeps, ask: WaveAsk): Promise<Wave> {
  return await deps.stores.atomically(async (tx) => {
    const before = await getWave(tx, ask)
    await requireWavePermission(tx, ask, before.kind)
    if (before.state === 'stopped') return before
    const wave = await keepWave(tx, { ...before, state: 'stopped' }, before)
    await appendAudit(tx, deps, ask, { activity: 'wave_stopped', ...toAudit(wave) })
    return wave
  })
}
