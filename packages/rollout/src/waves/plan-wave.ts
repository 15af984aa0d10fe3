import { appendAudit, IdentityRefusal, newId } from '@latchkey/identity'
import { getWave, keepWave, requireWavePermission } from './get-wave.ts'
import { makeWaveTarget } from './make-wave-target.ts'
import { readWavePlan, type WavePlan } from './read-wave-plan.ts'
import type { Wave, WaveKind, WaveTarget } from './wave.ts'
import type { WaveAsk, WaveDeps } from './wave-deps.ts'

/** A wave that is to be. */
export type NewWave = Omit<WaveAsk, 'waveId'> &
  WavePlan & {
    readonly kind: WaveKind
    /** What an enforcement wave works on. Absent: what others work on, or what is made for it. */
    readonly target?: WaveTarget
  }

/**
 * Plan a wave. An enforcement wave gets what it works on at once: the policy watches from then on, and holds nobody.
 *
 * @throws IdentityRefusal `not_permitted`, `invalid_input`, `wave_dates_impossible`; `wave_policy_unfit` if the policy
 *   that is named does something else than asking one group for a passkey
 */
export async function planWave(deps: WaveDeps, ask: NewWave): Promise<Wave> {
  const { tenantId, kind, actor } = ask
  await requireWavePermission(deps.stores, ask, kind)
  await readWavePlan(deps.stores, ask, await deps.stores.waves.list(tenantId))
  const target = kind === 'enforcement' ? await makeWaveTarget(deps, ask, ask.target) : undefined
  return await deps.stores.atomically(async (tx) => {
    await requireWavePermission(tx, ask, kind)
    const wave: Wave = {
      tenantId,
      waveId: newId(deps),
      kind,
      ...(await readWavePlan(tx, ask, await tx.waves.list(tenantId))),
      state: 'planned',
      ...(target !== undefined && { target }),
      createdAt: deps.now(),
      createdBy: actor.userId ?? actor.kind,
      version: 0,
    }
    await tx.waves.insert(wave)
    await appendAudit(tx, deps, ask, { activity: 'wave_planned', ...toAudit(wave) })
    return wave
  })
}

/** A change of a wave, by whoever saw a version of it. */
export type WaveChange = WaveAsk & Partial<WavePlan> & { readonly version: number }

/**
 * Change a wave. When it began and whom it is for is decided then: of one that has started the name and the last day
 * change, and no more.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`, `invalid_input`, `wave_dates_impossible`; `wave_running`;
 *   `wave_changed` if it is another by now
 */
export async function changeWave(deps: WaveDeps, ask: WaveChange): Promise<Wave> {
  return await deps.stores.atomically(async (tx) => {
    const before = await getWave(tx, ask)
    await requireWavePermission(tx, ask, before.kind)
    if (before.version !== ask.version) throw new IdentityRefusal('wave_changed')
    const { heldBecause: _, ...rest } = before
    const { name, groupIds, startsAt, endsAt } = { ...before, ...given(ask) }
    const isDecided = before.startedAt !== undefined
    const isAnother =
      startsAt.getTime() !== before.startsAt.getTime() || groupIds.join() !== before.groupIds.join()
    if (isDecided && isAnother) throw new IdentityRefusal('wave_running')
    const plan = await readWavePlan(
      tx,
      { ...before, name, groupIds, startsAt, endsAt },
      await tx.waves.list(ask.tenantId),
    )
    const wave = await keepWave(tx, { ...rest, ...plan }, before)
    await appendAudit(tx, deps, ask, { activity: 'wave_changed', ...toAudit(wave) })
    return wave
  })
}

/**
 * Remove a wave, and the plan with it. One that has moved people is undone first: nobody else remembers whom.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`, `wave_changed`; `wave_running`
 */
export async function removeWave(deps: WaveDeps, ask: WaveAsk & { readonly version: number }): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    const wave = await getWave(tx, ask)
    await requireWavePermission(tx, ask, wave.kind)
    const { moved } = await tx.wavePeople.count(ask.tenantId, ask.waveId)
    if (wave.state === 'started' || moved > 0) throw new IdentityRefusal('wave_running')
    if (!(await tx.waves.remove(ask.tenantId, ask.waveId, ask.version))) {
      throw new IdentityRefusal('wave_changed')
    }
    await appendAudit(tx, deps, ask, { activity: 'wave_removed', ...toAudit(wave) })
  })
}

function given({ name, groupIds, startsAt, endsAt }: Partial<WavePlan>): Partial<WavePlan> {
  return {
    ...(name !== undefined && { name }),
    ...(groupIds !== undefined && { groupIds }),
    ...(startsAt !== undefined && { startsAt }),
    ...(endsAt !== undefined && { endsAt }),
  }
}

/** What the audit says of a wave. */
export function toAudit(wave: Wave) {
  return {
    target: { kind: 'wave', id: wave.waveId, name: wave.name },
    detail: {
      kind: wave.kind,
      startsAt: wave.startsAt.toISOString(),
      endsAt: wave.endsAt.toISOString(),
      groups: wave.groupIds.length,
    },
  }
}
