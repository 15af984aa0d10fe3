import { appendAudit } from '../../audit/append-audit.ts'
import type { Deps } from '../../deps.ts'
import { newSecret } from '../../ids/secret.ts'
import { checkMove } from '../../lock-out/check-move.ts'
import { type Rehearsal, rehearsed } from '../../lock-out/rehearsal.ts'
import { IdentityRefusal } from '../../refusal.ts'
import type { Shelves } from '../../stores.ts'
import { insertPerson } from '../add-person.ts'
import type { Person } from '../person.ts'
import { requirePermission } from '../require-permission.ts'
import { switchInUnit } from '../set-person-enabled.ts'
import type { ImportLine } from './person-import.ts'
import { factsOf, type ImportTarget, isSame, planLine, type Surroundings, toReason } from './plan-line.ts'
import { getImport, readSurroundings, withoutPerson } from './preview-import.ts'

/** So many lines are one unit of work: everybody else waits for it. */
const batchSize = 100

/** What whoever imports accepts of the consequences, as a refusal named it. */
export type ImportStep = ImportTarget & { readonly acknowledge?: string }

/**
 * Carry out the next lines of an import: all of them or none. Each is decided again, by who is there now. When none is
 * left, this does nothing; so does whoever asks twice.
 *
 * @returns whether there is more to do
 * @throws IdentityRefusal `not_permitted`, `not_found`; `invalid_input` if it was not read, or is being undone;
 *   `would_block_users`, `last_administrator` if somebody is put into a group that a rule names, and shut out by it
 */
export async function carryOutImport(deps: Deps, ask: ImportStep): Promise<{ readonly done: boolean }> {
  const { tenantId, importId } = ask
  return await rehearsed(deps, (rehearsal) =>
    deps.stores.atomically(async (tx) => {
      await requirePermission(tx, withoutPerson(ask), 'change people')
      const { state, name } = await getImport(tx, ask)
      if (state === 'committed') return { done: true }
      if (state !== 'previewed' && state !== 'committing') {
        throw new IdentityRefusal('invalid_input', { detail: 'state' })
      }
      const states = ['create', 'change'] as const
      const lines = await tx.imports.listLines(tenantId, importId, { states, limit: batchSize })
      const surroundings = await readSurroundings(tx, tenantId)
      const joining = new Map<string, string[]>()
      for (const line of lines) {
        const done = await carryOut(tx, deps, ask, line, surroundings)
        if (done.state === 'changed') {
          for (const groupId of done.did?.groupIds ?? []) {
            joining.set(groupId, [...(joining.get(groupId) ?? []), done.userId ?? ''])
          }
        }
        await tx.imports.putLine(tenantId, importId, done)
      }
      await join(tx, deps, ask, joining, rehearsal)
      const done = lines.length < batchSize
      await tx.imports.putState(tenantId, importId, done ? 'committed' : 'committing')
      if (done) {
        await appendAudit(tx, deps, ask, {
          activity: 'import_carried_out',
          target: { kind: 'import', id: importId, name },
          detail: { ...(await tx.imports.countLines(tenantId, importId)) },
        })
      }
      return { done }
    }),
  )
}

async function carryOut(
  tx: Shelves,
  deps: Deps,
  ask: ImportStep,
  line: ImportLine,
  surroundings: Surroundings,
): Promise<ImportLine> {
  const { tenantId } = ask
  const { reason: _, did: __, ...kept } = line
  const before = await tx.people.findByUserName(tenantId, line.facts.userName)
  const groups = before === undefined ? [] : await tx.groups.listOfPerson(tenantId, before.userId)
  const existing = before && {
    person: before,
    isMember: (id: string) => groups.some(({ groupId }) => groupId === id),
  }
  const plan = planLine(deps, tenantId, line.facts, existing, surroundings)
  if (plan.does === 'refused') return { ...kept, state: 'refused', reason: plan.reason }
  if (plan.does === 'unchanged') return { ...kept, state: 'unchanged', userId: plan.person.userId }
  const { person, groupIds } = plan
  const { userId } = person
  const did = { after: factsOf(person), groupIds, ...(before !== undefined && { before: factsOf(before) }) }
  try {
    await requirePermission(tx, { ...ask, userId }, 'change people')
    if (groupIds.length > 0) await requirePermission(tx, { ...ask, userId }, 'change groups')
    if (before === undefined) {
      await insertPerson(tx, deps, ask, person)
      // They have nothing yet that a rule could make worthless.
      for (const groupId of groupIds) await insertMember(tx, deps, ask, person, groupId)
      return { ...kept, state: 'created', userId, did }
    }
    await putFacts(tx, deps, ask, before, person)
    return { ...kept, state: 'changed', userId, did }
  } catch (cause) {
    if (!(cause instanceof IdentityRefusal)) throw cause
    // Each of these is refused before anything of the line was written.
    return { ...kept, state: 'refused', reason: toReason(cause), userId }
  }
}

/** Keep what changed about somebody: the switch first, for that is what may be refused. */
export async function putFacts(
  tx: Shelves,
  deps: Deps,
  ask: ImportTarget,
  before: Person,
  person: Person,
): Promise<void> {
  const { userId, enabled } = person
  const by = { ...ask, userId }
  const switched =
    before.enabled === enabled
      ? before
      : await switchInUnit(tx, deps, by, { person: before, enabled, securityStamp: newSecret(deps) })
  if (isSame(switched, person)) return
  await tx.people.put({ ...person, securityStamp: switched.securityStamp })
  await appendAudit(tx, deps, by, {
    activity: 'person_changed',
    target: { kind: 'person', id: userId, name: person.userName },
    detail: { importId: ask.importId },
  })
}

/** People who were there already come into groups together: whom that shuts out is found out once for each group. */
async function join(
  tx: Shelves,
  deps: Deps,
  ask: ImportStep,
  joining: ReadonlyMap<string, readonly string[]>,
  rehearsal: Rehearsal,
): Promise<void> {
  const { tenantId } = ask
  for (const [groupId, userIds] of joining) {
    await checkMove(tx, deps, tenantId, { groupId, to: 'in', userIds }, { ...ask, rehearsal })
    for (const userId of userIds) {
      const person = await tx.people.find(tenantId, userId)
      if (person !== undefined) await insertMember(tx, deps, ask, person, groupId)
    }
  }
}

async function insertMember(
  tx: Shelves,
  deps: Deps,
  ask: ImportStep,
  { tenantId, userId }: Person,
  groupId: string,
): Promise<void> {
  await tx.groups.insertMember(tenantId, groupId, userId)
  await appendAudit(tx, deps, ask, {
    activity: 'member_added',
    target: { kind: 'group', id: groupId },
    detail: { userId, importId: ask.importId },
  })
}
