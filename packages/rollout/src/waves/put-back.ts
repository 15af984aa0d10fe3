import { appendAudit, IdentityRefusal } from '@latchkey/identity'
import { removeMemberIn } from '@latchkey/identity/administer'
import { getWave, requireWavePermission } from './get-wave.ts'
import type { WavePersonAsk } from './move-people.ts'
import { toAudit } from './plan-wave.ts'
import { stopWave } from './start-wave.ts'
import type { WaveAsk, WaveDeps } from './wave-deps.ts'

/**
 * Put somebody back: out of the group, and the wave leaves them alone from now on.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`, `would_block_users`, `last_administrator`
 */
export async function putBackPerson(deps: WaveDeps, ask: WavePersonAsk): Promise<void> {
  const { tenantId, waveId, userId, actor } = ask
  await deps.stores.atomically(async (tx) => {
    const wave = await getWave(tx, ask)
    await requireWavePermission(tx, ask, wave.kind)
    if (wave.target === undefined) throw new IdentityRefusal('not_found', { detail: 'target' })
    await removeMemberIn(tx, deps, { ...ask, groupId: wave.target.groupId })
    await tx.wavePeople.put({
      tenantId,
      waveId,
      userId,
      state: 'putBack',
      because: [],
      checkedAt: deps.now(),
      by: actor.userId ?? actor.kind,
    })
  })
}

/** Let the wave decide about somebody again who was put back. @throws IdentityRefusal `not_found`, `not_permitted` */
export async function letWaveDecide(deps: WaveDeps, ask: WavePersonAsk): Promise<void> {
  const { tenantId, waveId, userId } = ask
  await deps.stores.atomically(async (tx) => {
    const wave = await getWave(tx, ask)
    await requireWavePermission(tx, ask, wave.kind)
    const known = await tx.wavePeople.find(tenantId, waveId, userId)
    if (known?.state !== 'putBack') throw new IdentityRefusal('not_found', { detail: 'person' })
    await tx.wavePeople.remove(tenantId, waveId, userId)
    await appendAudit(tx, deps, ask, {
      activity: 'wave_let_decide',
      target: toAudit(wave).target,
      detail: { userId },
    })
  })
}

/** So many are read at once. */
const some = 200

/** What undoing came to. */
export interface WaveUndone {
  readonly putBack: number
  /** Whom being taken out of the group would have shut out, or whom the caller may not: they stay, and are listed as moved. */
  readonly left: number
}

/**
 * Undo a wave: it is stopped, and everybody it moved is taken out of the group, as if it had not begun. Person by person:
 * if it is cut short, the rest is still listed as moved, and undoing again goes on.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`, `wave_changed`
 */
export async function undoWave(deps: WaveDeps, ask: WaveAsk): Promise<WaveUndone> {
  const { tenantId, waveId } = ask
  const { target, kind } = await getWave(deps.stores, ask)
  await requireWavePermission(deps.stores, ask, kind)
  const stopped = await stopWave(deps, ask)
  if (target === undefined) return { putBack: 0, left: 0 }
  const counts = { putBack: 0, left: 0 }
  let after = ''
  for (;;) {
    const moved = await deps.stores.wavePeople.list(tenantId, waveId, { state: 'moved', limit: some, after })
    for (const { userId } of moved) {
      const isBack = await takeOut(deps, { ...ask, userId }, target.groupId)
      counts[isBack ? 'putBack' : 'left']++
    }
    const last = moved.at(-1)
    if (last === undefined || moved.length < some) break
    after = last.userId
  }
  await deps.stores.atomically((tx) =>
    appendAudit(tx, deps, ask, {
      activity: 'wave_undone',
      target: toAudit(stopped).target,
      detail: counts,
    }),
  )
  return counts
}

/** What is about one person, and holds nobody else up. */
const leftAlone: ReadonlySet<string> = new Set(['would_block_users', 'last_administrator', 'not_permitted'])

async function takeOut(deps: WaveDeps, ask: WavePersonAsk, groupId: string): Promise<boolean> {
  const { tenantId, waveId, userId } = ask
  try {
    await deps.stores.atomically(async (tx) => {
      await removeMemberIn(tx, deps, { ...ask, groupId })
      await tx.wavePeople.remove(tenantId, waveId, userId)
    })
    return true
  } catch (refusal) {
    if (!(refusal instanceof IdentityRefusal)) throw refusal
    if (leftAlone.has(refusal.code)) return false
    throw refusal
  }
}
