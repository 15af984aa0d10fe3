import { appendAudit } from '../../audit/append-audit.ts'
import type { Deps } from '../../deps.ts'
import { checkMove } from '../../lock-out/check-move.ts'
import { type Rehearsal, rehearsed } from '../../lock-out/rehearsal.ts'
import { IdentityRefusal } from '../../refusal.ts'
import { endAllInUnit } from '../../sessions/end-session.ts'
import type { Shelves } from '../../stores.ts'
import type { Person } from '../person.ts'
import { requirePermission } from '../require-permission.ts'
import { requireAnotherAdministrator } from '../set-person-enabled.ts'
import { type ImportStep, putFacts } from './carry-out-import.ts'
import type { ImportLine, ImportReason } from './person-import.ts'
import { factsOf, isSame, toReason } from './plan-line.ts'
import { getImport, withoutPerson } from './preview-import.ts'

const batchSize = 100

/**
 * Undo the next lines of an import, newest last: whom it made are removed unless they have signed in or have something to
 * sign in with, what it changed is as before unless somebody changed it since. What is kept says why.
 *
 * @returns whether there is more to do
 * @throws IdentityRefusal `not_permitted`, `not_found`; `invalid_input` if nothing of it was carried out;
 *   `would_block_users`, `last_administrator` if somebody is taken out of a group that a rule names, and shut out by it
 */
export async function undoImport(deps: Deps, ask: ImportStep): Promise<{ readonly done: boolean }> {
  const { tenantId, importId } = ask
  return await rehearsed(deps, (rehearsal) =>
    deps.stores.atomically(async (tx) => {
      await requirePermission(tx, withoutPerson(ask), 'change people')
      const { state, name } = await getImport(tx, ask)
      if (state === 'undone') return { done: true }
      if (state === 'draft' || state === 'previewed') {
        throw new IdentityRefusal('invalid_input', { detail: 'state' })
      }
      const states = ['created', 'changed'] as const
      const lines = await tx.imports.listLines(tenantId, importId, { states, limit: batchSize })
      for (const line of lines) {
        const reason = await undo(tx, deps, ask, line, rehearsal)
        const { reason: _, ...kept } = line
        await tx.imports.putLine(
          tenantId,
          importId,
          reason === undefined ? { ...kept, state: 'undone' } : { ...kept, state: 'kept', reason },
        )
      }
      const done = lines.length < batchSize
      await tx.imports.putState(tenantId, importId, done ? 'undone' : 'undoing')
      if (done) {
        await appendAudit(tx, deps, ask, {
          activity: 'import_undone',
          target: { kind: 'import', id: importId, name },
          detail: { ...(await tx.imports.countLines(tenantId, importId)) },
        })
      }
      return { done }
    }),
  )
}

/** @returns why it stays, if it does */
async function undo(
  tx: Shelves,
  deps: Deps,
  ask: ImportStep,
  line: ImportLine,
  rehearsal: Rehearsal,
): Promise<ImportReason | undefined> {
  const { tenantId } = ask
  const { userId = '', did } = line
  const person = await tx.people.find(tenantId, userId)
  if (person === undefined || did === undefined) return 'gone'
  try {
    await requirePermission(tx, { ...ask, userId }, 'change people')
    if (did.before === undefined) return await removeNewcomer(tx, deps, ask, person)
    if (!isSame(factsOf(person), did.after)) return 'changed_since'
    const { tenantId: _, userId: __, ...rest } = person
    const { givenName: _g, surname: _s, mail: _m, preferredLanguage: _p, ...bare } = rest
    await putFacts(tx, deps, ask, person, { tenantId, userId, ...bare, ...did.before })
  } catch (cause) {
    if (!(cause instanceof IdentityRefusal)) throw cause
    return toReason(cause)
  }
  for (const groupId of did.groupIds) {
    await checkMove(tx, deps, tenantId, { groupId, to: 'out', userIds: [userId] }, { ...ask, rehearsal })
    await tx.groups.removeMember(tenantId, groupId, userId)
    await appendAudit(tx, deps, ask, {
      activity: 'member_removed',
      target: { kind: 'group', id: groupId },
      detail: { userId, importId: ask.importId },
    })
  }
  return undefined
}

async function removeNewcomer(
  tx: Shelves,
  deps: Deps,
  ask: ImportStep,
  person: Person,
): Promise<ImportReason | undefined> {
  const { tenantId, userId, userName } = person
  const signIns = await tx.signIns.list(tenantId, { limit: 1, userId, outcome: 'success' })
  if (person.lastMethod !== undefined || signIns.length > 0) return 'signed_in'
  const has = await tx.people.findMethods(tenantId, userId)
  if (has.passkeys > 0 || has.password || has.totp) return 'has_methods'
  await requireAnotherAdministrator(tx, deps, person)
  await endAllInUnit(tx, deps, { tenantId, userId, because: 'person_disabled' })
  await tx.people.remove(tenantId, userId)
  await appendAudit(tx, deps, ask, {
    activity: 'person_removed',
    target: { kind: 'person', id: userId, name: userName },
    detail: { importId: ask.importId },
  })
  return undefined
}
