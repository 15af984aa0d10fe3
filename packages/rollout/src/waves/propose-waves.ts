import { hash } from 'node:crypto'
import {
  type Attribution,
  appendAudit,
  type Group,
  IdentityRefusal,
  newId,
  readText,
  requirePermission,
} from '@latchkey/identity'
import { requireWavePermission } from './get-wave.ts'
import { listWavePeople, type PersonInGroups } from './list-wave-people.ts'
import { toAudit } from './plan-wave.ts'
import type { Wave } from './wave.ts'
import type { WaveDeps } from './wave-deps.ts'

/** How people are to be split: a small wave to learn from, then larger ones. */
export interface ProposalAsk {
  readonly tenantId: string
  /** Parts of the whole, one for each wave: 10, 30, 60. */
  readonly shares: readonly number[]
  /** Whoever is in it goes first. */
  readonly pilotGroupId?: string
}

/** User ids, wave by wave. */
export type Proposal = readonly (readonly string[])[]

/**
 * Split everybody who is in no registration wave yet. Each wave is mixed: it has its share of every group, so what is
 * learnt in the first holds for the others. The same people are split the same way each time.
 *
 * @throws IdentityRefusal `invalid_input`
 */
export async function proposeWaves(deps: WaveDeps, ask: ProposalAsk): Promise<Proposal> {
  const { tenantId, shares, pilotGroupId } = ask
  const isFine =
    shares.length > 0 && shares.length <= 10 && shares.every((share) => share > 0 && share <= 1000)
  if (!isFine) throw new IdentityRefusal('invalid_input', { detail: 'shares' })
  const taken = new Set(
    (await deps.stores.waves.list(tenantId))
      .filter(({ kind }) => kind === 'registration')
      .flatMap(({ groupIds }) => groupIds),
  )
  const everybody =
    (await deps.waveMeans?.listPeople(tenantId)) ?? (await listWavePeople(deps.stores, tenantId))
  const people = everybody.filter(({ groupIds }) => !groupIds.some((id) => taken.has(id)))
  return splitMixed(people, shares, pilotGroupId)
}

/** Deal people out: whoever stand beside each other, by groups, go to different waves. */
export function splitMixed(
  people: readonly PersonInGroups[],
  shares: readonly number[],
  pilotGroupId?: string,
): Proposal {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const waves = shares.map((share) => ({ share: share / whole, userIds: Array.of<string>() }))
  const isPilot = ({ groupIds }: PersonInGroups) =>
    pilotGroupId !== undefined && groupIds.includes(pilotGroupId)
  waves[0]?.userIds.push(...people.filter(isPilot).map(({ userId }) => userId))
  const others = people.filter((person) => !isPilot(person)).toSorted(byGroupsThenChance)
  let dealt = people.length - others.length
  for (const { userId } of others) {
    dealt++
    const emptiest = waves.reduce((most, each) =>
      each.share * dealt - each.userIds.length > most.share * dealt - most.userIds.length ? each : most,
    )
    emptiest.userIds.push(userId)
  }
  return waves.map(({ userIds }) => userIds.toSorted())
}

function byGroupsThenChance(a: PersonInGroups, b: PersonInGroups): number {
  return sortKey(a) < sortKey(b) ? -1 : 1
}

function sortKey({ userId, groupIds }: PersonInGroups): string {
  return `${groupIds.toSorted().join()} ${hash('sha256', userId, 'hex')}`
}

/** A proposal that is taken, with a name and dates for each wave. */
export type ProposalTaken = Attribution &
  ProposalAsk & {
    readonly waves: readonly Pick<Wave, 'name' | 'startsAt' | 'endsAt'>[]
  }

/** So many people are put into a new group in one unit of work. */
const atOnce = 500

/**
 * Take a proposal: a group and a registration wave for each part. The waves are planned last, all at once: if the process
 * dies before, there are groups that nothing names, and no wave.
 *
 * @throws IdentityRefusal `not_permitted`, `invalid_input`, `wave_dates_impossible`; `already_exists` if a group has the
 *   name of a wave
 */
export async function takeProposal(deps: WaveDeps, ask: ProposalTaken): Promise<readonly Wave[]> {
  const { tenantId, actor } = ask
  await requireWavePermission(deps.stores, ask, 'registration')
  await requirePermission(deps.stores, { tenantId, actor }, 'change groups')
  if (ask.waves.length !== ask.shares.length) throw new IdentityRefusal('invalid_input', { detail: 'waves' })
  const names = ask.waves.map(({ name }) => readText(name, 'name', 100))
  for (const { startsAt, endsAt } of ask.waves) {
    if (endsAt <= startsAt) throw new IdentityRefusal('wave_dates_impossible', { detail: 'endsAt' })
  }
  const taken = new Set((await deps.stores.groups.list(tenantId)).map(({ displayName }) => displayName))
  if (names.some((name) => taken.has(name)) || new Set(names).size < names.length) {
    throw new IdentityRefusal('already_exists', { detail: 'name' })
  }
  const parts = await proposeWaves(deps, ask)
  const waves: Wave[] = []
  for (const [at, part] of parts.entries()) {
    const dates = ask.waves[at]
    if (dates === undefined || part.length === 0) continue
    const group = await addGroupOf(deps, ask, names[at] ?? '', part)
    waves.push({
      tenantId,
      waveId: newId(deps),
      kind: 'registration',
      name: group.displayName,
      groupIds: [group.groupId],
      startsAt: dates.startsAt,
      endsAt: dates.endsAt,
      state: 'planned',
      createdAt: deps.now(),
      createdBy: actor.userId ?? actor.kind,
      version: 0,
    })
  }
  await deps.stores.atomically(async (tx) => {
    await requireWavePermission(tx, ask, 'registration')
    for (const wave of waves) {
      await tx.waves.insert(wave)
      await appendAudit(tx, deps, ask, { activity: 'wave_planned', ...toAudit(wave) })
    }
  })
  return waves
}

/** The group is new, so no rule names it: nobody is let in or shut out by being put into it. */
async function addGroupOf(
  deps: WaveDeps,
  ask: Attribution & { readonly tenantId: string },
  displayName: string,
  userIds: readonly string[],
): Promise<Group> {
  const { tenantId, actor } = ask
  const group = { tenantId, groupId: newId(deps), displayName, createdAt: deps.now() }
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId, actor }, 'change groups')
    await tx.groups.insert(group)
    await appendAudit(tx, deps, ask, {
      activity: 'group_added',
      target: { kind: 'group', id: group.groupId, name: displayName },
      detail: { people: userIds.length },
    })
  })
  for (let from = 0; from < userIds.length; from += atOnce) {
    await deps.stores.atomically(async (tx) => {
      const some = await tx.people.listByIds(tenantId, userIds.slice(from, from + atOnce))
      for (const { userId } of some) await tx.groups.insertMember(tenantId, group.groupId, userId)
    })
  }
  return group
}
