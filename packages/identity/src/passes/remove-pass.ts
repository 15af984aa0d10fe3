import type { PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { mailPerson } from '../outbox/mail-person.ts'
import { getPerson } from '../people/get-person.ts'
import { requirePermission } from '../people/require-permission.ts'
import { IdentityRefusal } from '../refusal.ts'
import { endSessionsOfPass } from '../sessions/end-session.ts'

/**
 * Remove a person's pass; every session that came from it ends at once. People may remove their own.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`
 */
export async function removePass(deps: Deps, ask: PersonTarget): Promise<void> {
  const { tenantId, userId } = ask
  await deps.stores.atomically(async (tx) => {
    const person = await getPerson(tx, tenantId, userId)
    await requirePermission(tx, ask, 'remove a pass')
    const removed = await tx.passes.remove(tenantId, userId)
    if (removed === undefined) throw new IdentityRefusal('not_found', { detail: 'pass' })
    await endSessionsOfPass(tx, deps, tenantId, removed)
    await appendAudit(tx, deps, ask, {
      activity: 'pass_removed',
      target: { kind: 'person', id: userId, name: person.userName },
      detail: { passId: removed },
    })
    await mailPerson(tx, deps, { person, template: 'pass_removed', values: {} })
  })
}
