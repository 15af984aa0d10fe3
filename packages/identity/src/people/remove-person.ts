import type { PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { IdentityRefusal } from '../refusal.ts'
import { endAllInUnit } from '../sessions/end-session.ts'
import { getPerson } from './get-person.ts'
import { requirePermission } from './require-permission.ts'
import { requireAnotherAdministrator } from './set-person-enabled.ts'

/**
 * Remove a person and everything that is theirs: methods, sessions, memberships. Their log stays. Nobody removes
 * themselves.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`; `last_administrator` if nobody would be left to administer
 */
export async function removePerson(deps: Deps, ask: PersonTarget): Promise<void> {
  const { tenantId, userId, actor } = ask
  await deps.stores.atomically(async (tx) => {
    const person = await getPerson(tx, tenantId, userId)
    await requirePermission(tx, ask, 'change people')
    if (actor.userId === userId) throw new IdentityRefusal('not_permitted', { detail: 'for oneself' })
    await requireAnotherAdministrator(tx, deps, person)
    // First, so that the apps hear of it while there is still somebody to speak of.
    await endAllInUnit(tx, deps, { tenantId, userId, because: 'person_disabled' })
    await tx.people.remove(tenantId, userId)
    await appendAudit(tx, deps, ask, {
      activity: 'person_removed',
      target: { kind: 'person', id: userId, name: person.userName },
    })
  })
}
