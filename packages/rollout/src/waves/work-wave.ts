import { type Attribution, appendAudit, getRuleDocuments, IdentityRefusal } from '@latchkey/identity'
import { findRehearsal, toRehearsalQuestion } from './find-rehearsal.ts'
import { getWave, keepWave, requireWavePermission } from './get-wave.ts'
import { moveReady } from './move-people.ts'
import { toAudit } from './plan-wave.ts'
import type { Rehearsal, RehearsedPerson } from './rehearsal.ts'
import { startWave } from './start-wave.ts'
import type { Wave, WaveTarget } from './wave.ts'
import type { WaveAsk, WaveDeps } from './wave-deps.ts'
import type { WavePerson } from './wave-person.ts'
import { findTargetFault } from './wave-policy.ts'

const dayMilliseconds = 86_400_000

/** What a wave does, it does by itself: an administrator planned it. */
const bySystem: Attribution = { actor: { kind: 'system' } }

/**
 * Do what is due for a wave: start it on its day, look at its people once a day, end it. Each step finds out from what is
 * kept whether it was done, so whoever dies between two steps leaves the rest to the next round.
 *
 * A wave whose last day is over before it could start is held: a clock that jumped, or a server that slept, moves nobody.
 */
export async function workWave(deps: WaveDeps, wave: Wave): Promise<void> {
  if (wave.state === 'planned') {
    const started = await startOrHold(deps, wave)
    if (started !== undefined) await workWave(deps, started)
    return
  }
  if (wave.state !== 'started') return
  const now = deps.now()
  // Whoever was not looked at is not waiting either, and the wave not over.
  if (isEnforcement(wave) && isLookDue(wave, now) && !(await lookAtPeople(deps, wave))) return
  if (now >= wave.endsAt && (await isFinished(deps, wave))) await finish(deps, wave)
}

/**
 * Look at the people of a wave now, and not tomorrow, because somebody asks for it. One that has not started begins on its
 * day, or when somebody starts it: looking starts nothing.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`; `wave_running` if it does not run; `wave_changed`
 */
export async function checkWave(deps: WaveDeps, ask: WaveAsk): Promise<void> {
  const { checkedAt: _, ...wave } = await getWave(deps.stores, ask)
  await requireWavePermission(deps.stores, ask, wave.kind)
  if (wave.state !== 'started') throw new IdentityRefusal('wave_running')
  await workWave(deps, wave)
}

/** Whether somebody should look: not yet today, or the clock was set back since. */
function isLookDue({ checkedAt }: Wave, now: Date): boolean {
  return checkedAt === undefined || Math.abs(now.getTime() - checkedAt.getTime()) >= dayMilliseconds
}

async function startOrHold(deps: WaveDeps, wave: Wave): Promise<Wave | undefined> {
  if (deps.now() >= wave.endsAt) return await hold(deps, wave, 'missed')
  try {
    return await startWave(deps, { ...bySystem, tenantId: wave.tenantId, waveId: wave.waveId })
  } catch (refusal) {
    if (!(refusal instanceof IdentityRefusal) || refusal.code === 'wave_changed') throw refusal
    return await hold(deps, wave, refusal.code === 'wave_policy_unfit' ? refusal.detail : refusal.code)
  }
}

/** Say why a wave does not do what it should; once. */
async function hold(deps: WaveDeps, wave: Wave, heldBecause: string | undefined): Promise<undefined> {
  if (wave.heldBecause === heldBecause) return
  await deps.stores.atomically(async (tx) => {
    const { heldBecause: _, ...rest } = wave
    await keepWave(tx, { ...rest, ...(heldBecause !== undefined && { heldBecause }) }, wave)
    if (heldBecause === undefined) return
    const audit = toAudit(wave)
    await appendAudit(
      tx,
      deps,
      { ...bySystem, tenantId: wave.tenantId },
      {
        ...audit,
        activity: 'wave_held',
        detail: { because: heldBecause },
      },
    )
  })
}

type Enforcement = Wave & { readonly target: WaveTarget }

function isEnforcement(wave: Wave): wave is Enforcement {
  return wave.target !== undefined
}

/**
 * Look at everybody in an enforcement wave: move who makes it, note why the others do not. Those who are in the group
 * already are left as they are; whom somebody else took out of it counts as put back.
 *
 * @returns whether each of them was: if not, the next round looks again
 * @throws IdentityRefusal `wave_changed` if an administrator changed the wave meanwhile
 */
async function lookAtPeople(deps: WaveDeps, wave: Enforcement): Promise<boolean> {
  const { documents } = await getRuleDocuments(deps.stores, deps, wave.tenantId)
  const policy = documents.conditionalAccess.find(({ id }) => id === wave.target.policyId)
  const fault =
    findTargetFault(documents, wave.target) ?? (policy?.state === 'enabled' ? undefined : 'policyOff')
  if (fault !== undefined) {
    await hold(deps, wave, fault)
    return false
  }
  const { ask, rulesVersion } = await toRehearsalQuestion(deps, wave)
  const rehearsal = await findRehearsal(deps, ask)
  const known = await listKnown(deps, wave)
  let isWhole = true
  for (const person of rehearsal.people) {
    const before = known.get(person.userId)
    if (before?.state === 'moved' || before?.state === 'putBack' || person.inGroup) continue
    if (person.outcome !== 'passes') {
      await noteWaiting(deps, wave, person, person.because)
      continue
    }
    const outcome = await moveReady(deps, bySystem, wave, { person, rulesVersion })
    if (outcome === 'notRunning') return false
    if (outcome === 'stale') isWhole = false
    if (outcome === 'refused') await noteWaiting(deps, wave, person, ['lockOut'])
  }
  await noteOthers(deps, wave, rehearsal, known)
  if (isWhole) await deps.stores.waves.putChecked(wave.tenantId, wave.waveId, deps.now())
  if (wave.heldBecause !== undefined) await hold(deps, wave, undefined)
  return isWhole
}

async function noteWaiting(
  deps: WaveDeps,
  { tenantId, waveId }: Wave,
  { userId, outcome }: RehearsedPerson,
  because: readonly string[],
): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    // An administrator may have moved them, or put them back, while everybody was looked at.
    const now = await tx.wavePeople.find(tenantId, waveId, userId)
    if (now !== undefined && now.state !== 'waiting') return
    if ((await tx.people.find(tenantId, userId)) === undefined) return
    await tx.wavePeople.put({
      tenantId,
      waveId,
      userId,
      state: 'waiting',
      because: outcome === 'notSeen' ? ['notSeen', ...because] : because,
      checkedAt: deps.now(),
    })
  })
}

/** Whoever was noted and is no longer of the wave, or no longer where it put them. */
async function noteOthers(
  deps: WaveDeps,
  { tenantId, waveId, target }: Enforcement,
  rehearsal: Rehearsal,
  known: ReadonlyMap<string, WavePerson>,
): Promise<void> {
  const { wavePeople, groups } = deps.stores
  const members = new Set(await groups.listMembers(tenantId, target.groupId))
  const theirs = new Map(rehearsal.people.map((person) => [person.userId, person]))
  for (const person of known.values()) {
    const { userId, state } = person
    if (state === 'waiting' && (theirs.get(userId) === undefined || theirs.get(userId)?.inGroup)) {
      await wavePeople.remove(tenantId, waveId, userId)
    }
    if (state === 'moved' && !members.has(userId)) {
      const { movedAt: _, ...rest } = person
      await wavePeople.put({ ...rest, state: 'putBack', checkedAt: deps.now() })
    }
  }
}

/** More than any organisation of ours has people. */
const everybody = 1_000_000

async function listKnown({ stores }: WaveDeps, { tenantId, waveId }: Wave) {
  const people = await stores.wavePeople.list(tenantId, waveId, { limit: everybody })
  return new Map(people.map((person) => [person.userId, person]))
}

/** An enforcement wave goes on after its last day for whoever still waits. */
async function isFinished({ stores }: WaveDeps, { kind, tenantId, waveId }: Wave): Promise<boolean> {
  return kind === 'registration' || (await stores.wavePeople.count(tenantId, waveId)).waiting === 0
}

async function finish(deps: WaveDeps, { tenantId, waveId }: Wave): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    const before = await tx.waves.find(tenantId, waveId)
    if (before?.state !== 'started' || deps.now() < before.endsAt) return
    const wave = await keepWave(tx, { ...before, state: 'done' }, before)
    await appendAudit(tx, deps, { ...bySystem, tenantId }, { activity: 'wave_finished', ...toAudit(wave) })
  })
}
