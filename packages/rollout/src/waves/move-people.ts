import { type Attribution, IdentityRefusal, requirePermission } from '@latchkey/identity'
import { addMemberIn } from '@latchkey/identity/administer'
import { factsOf } from './facts-of.ts'
import { getWave, requireWavePermission } from './get-wave.ts'
import type { RehearsedPerson } from './rehearsal.ts'
import type { Wave, WaveTarget } from './wave.ts'
import type { WaveAsk, WaveDeps } from './wave-deps.ts'

/** What became of the move of one person. `stale`: they or the rules are others by now, so they are looked at anew. */
export type MoveOutcome = 'moved' | 'stale' | 'refused' | 'notRunning'

/**
 * Move somebody who makes it, in one unit of work with the note that the wave did: whoever was moved twice at once, or
 * by a process that died, was moved once. What was found out counts only if the person still has the same, under the same
 * rules; and the house's own check, which every change of a group asks, has the last word.
 */
export async function moveReady(
  deps: WaveDeps,
  by: Attribution,
  wave: Wave & { readonly target: WaveTarget },
  { person, rulesVersion }: { readonly person: RehearsedPerson; readonly rulesVersion: number },
): Promise<MoveOutcome> {
  const { tenantId, waveId, target } = wave
  const { userId } = person
  try {
    return await deps.stores.atomically(async (tx) => {
      const now = await tx.waves.find(tenantId, waveId)
      if (now?.state !== 'started') return 'notRunning'
      const known = await tx.wavePeople.find(tenantId, waveId, userId)
      if (known?.state === 'moved' || known?.state === 'putBack') return 'stale'
      const tenant = await tx.tenants.find(tenantId)
      const [held] = await tx.lockOut.listHeld(tenantId, [userId])
      if (held === undefined || held.breakGlass || tenant?.rulesVersion !== rulesVersion) return 'stale'
      if (factsOf(held, target.groupId) !== person.facts) return 'stale'
      // Somebody else put them there meanwhile: what the wave did not do it does not undo.
      if (held.groupIds.includes(target.groupId)) return 'stale'
      await addMemberIn(tx, deps, { ...by, tenantId, userId, groupId: target.groupId })
      const at = deps.now()
      await tx.wavePeople.put({
        tenantId,
        waveId,
        userId,
        state: 'moved',
        because: [],
        checkedAt: at,
        movedAt: at,
      })
      return 'moved'
    })
  } catch (refusal) {
    if (!(refusal instanceof IdentityRefusal)) throw refusal
    if (refusal.code === 'not_found') return 'stale'
    if (refusal.code === 'would_block_users' || refusal.code === 'last_administrator') return 'refused'
    throw refusal
  }
}

/** Somebody of a wave. */
export type WavePersonAsk = WaveAsk & { readonly userId: string; readonly acknowledge?: string }

/**
 * Move somebody deliberately, whatever the rehearsal says of them. The house's rules hold: whom it would shut out has to
 * be acknowledged, and the last administrator stays. Whoever is in the group already stays whoever's they are: undoing the
 * wave leaves them there.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`, `would_block_users`, `last_administrator`; `wave_running` if the
 *   wave is none that moves people, or has not started
 */
export async function movePerson(deps: WaveDeps, ask: WavePersonAsk): Promise<void> {
  const { tenantId, waveId, userId, actor } = ask
  await deps.stores.atomically(async (tx) => {
    const wave = await getWave(tx, ask)
    await requireWavePermission(tx, ask, wave.kind)
    if (wave.target === undefined || wave.startedAt === undefined) throw new IdentityRefusal('wave_running')
    const person = await tx.people.find(tenantId, userId)
    if (person === undefined) throw new IdentityRefusal('not_found', { detail: 'person' })
    if (person.breakGlass)
      throw new IdentityRefusal('not_permitted', { detail: 'an account for emergencies' })
    const { groupId } = wave.target
    const theirs = await tx.groups.listOfPerson(tenantId, userId)
    if (theirs.some((group) => group.groupId === groupId)) {
      await requirePermission(tx, ask, 'change groups')
      const known = await tx.wavePeople.find(tenantId, waveId, userId)
      if (known?.state !== 'moved') await tx.wavePeople.remove(tenantId, waveId, userId)
      return
    }
    await addMemberIn(tx, deps, { ...ask, groupId })
    const at = deps.now()
    await tx.wavePeople.put({
      tenantId,
      waveId,
      userId,
      state: 'moved',
      because: [],
      checkedAt: at,
      movedAt: at,
      by: actor.userId ?? actor.kind,
    })
  })
}
