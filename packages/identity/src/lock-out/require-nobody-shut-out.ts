import type { Deps } from '../deps.ts'
import { type AffectedPeople, IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { analyseChange, type LockOutShelves, listMoving } from './analyse-change.ts'
import type { LockOutAsk } from './lock-out-ask.ts'
import { keyOfAsk, type LockOutFindings } from './lock-out-findings.ts'
import { namePeople } from './name-people.ts'
import { NotRehearsed, type Rehearsal } from './rehearsal.ts'

/** So few people are asked about inside the unit itself: it takes a few milliseconds. */
const few = 200

/** So often it is found out outside. Then inside, whatever it costs: a change must be possible on busy days, too. */
const mostRehearsals = 3

/** So many are named in a refusal. */
const mostNamed = 50

/** What a change rests on. */
export interface LockOutTerms {
  /** The name of the list of people whom the caller accepts to shut out. */
  readonly acknowledge?: string
  readonly rehearsal?: Rehearsal
}

/**
 * Nobody is shut out by surprise: a change after which somebody could neither sign in nor help themselves, who can now,
 * needs the name of exactly the list of these people; and one after which nobody could administer is not made at all.
 *
 * Asked inside the unit that makes the change, so that what it finds is what will hold.
 *
 * @throws IdentityRefusal `would_block_users`, `last_administrator`, each with `affected`
 */
export async function requireNobodyShutOut(
  tx: LockOutShelves & Pick<Shelves, 'people'>,
  deps: Pick<Deps, 'now' | 'lockOut'>,
  ask: LockOutAsk,
  { acknowledge, rehearsal }: LockOutTerms,
): Promise<void> {
  const { shutOut, acknowledgement, lastAdministratorLost } = await find(tx, deps, ask, rehearsal)
  if (!lastAdministratorLost && (shutOut.length === 0 || acknowledge === acknowledgement)) return
  const affected = await nameAffected(tx, ask.tenantId, { shutOut, acknowledgement })
  const detail = `${shutOut.length} people`
  throw new IdentityRefusal(lastAdministratorLost ? 'last_administrator' : 'would_block_users', {
    detail,
    affected,
  })
}

async function find(
  tx: LockOutShelves & Pick<Shelves, 'people'>,
  deps: Pick<Deps, 'now' | 'lockOut'>,
  ask: LockOutAsk,
  rehearsal: Rehearsal = { times: 0 },
): Promise<LockOutFindings> {
  const { findings, times } = rehearsal
  if (findings !== undefined && (await stillHold(tx, deps, ask, findings))) return findings
  if (times >= mostRehearsals || (await isAboutFew(tx, ask))) return await analyseChange(tx, deps, ask)
  throw new NotRehearsed(ask)
}

async function stillHold(
  tx: Pick<Shelves, 'lockOut'>,
  { now }: Pick<Deps, 'now'>,
  ask: LockOutAsk,
  findings: LockOutFindings,
): Promise<boolean> {
  if (now() >= findings.goodUntil || keyOfAsk(ask) !== findings.key) return false
  return (await tx.lockOut.readStamp(ask.tenantId, findings.stampFrom)) === findings.stamp
}

async function isAboutFew(
  tx: Pick<Shelves, 'people' | 'groups'>,
  { tenantId, move }: LockOutAsk,
): Promise<boolean> {
  if (move?.userIds !== undefined) return move.userIds.length <= few
  if ((await tx.people.count(tenantId)) <= few) return true
  return move !== undefined && (await listMoving(tx, tenantId, move)).length <= few
}

/** Name those whom a change would shut out: the first of them. */
export async function nameAffected(
  tx: Pick<Shelves, 'people'>,
  tenantId: string,
  { shutOut, acknowledgement }: Pick<LockOutFindings, 'shutOut' | 'acknowledgement'>,
): Promise<AffectedPeople> {
  const people = await namePeople(tx, tenantId, shutOut.slice(0, mostNamed))
  return { total: shutOut.length, acknowledgement, people }
}
