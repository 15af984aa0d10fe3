import type { PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { byAdministrator } from '../outbox/by-administrator.ts'
import { mailPerson } from '../outbox/mail-person.ts'
import { getPerson } from '../people/get-person.ts'
import { requirePermission } from '../people/require-permission.ts'
import { readMail } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'

/** What may change. What is absent stays; `null` takes it away. */
export interface RecoveryContactChange {
  readonly managerId?: string | null
  readonly otherMail?: string | null
}

/**
 * Say who a person's manager is, or at which other address they can be reached. Both count when somebody is let in again,
 * so nobody changes their own. A change of the other address is told to the person at every address they have, the one
 * that goes included.
 *
 * @throws IdentityRefusal `not_found`, also for a manager that is nobody; `not_permitted`, `invalid_input`
 */
export async function changeRecoveryContact(
  deps: Deps,
  ask: PersonTarget & { readonly change: RecoveryContactChange },
): Promise<void> {
  const { tenantId, userId, change } = ask
  await deps.stores.atomically(async (tx) => {
    const person = await getPerson(tx, tenantId, userId)
    await requirePermission(tx, ask, 'change people')
    if (ask.actor.kind === 'person' && ask.actor.userId === userId) {
      throw new IdentityRefusal('not_permitted', { detail: 'for oneself' })
    }
    const before = await tx.recoveryContacts.find(tenantId, userId)
    const managerId = change.managerId === undefined ? before?.managerId : (change.managerId ?? undefined)
    const otherMail =
      change.otherMail === undefined
        ? before?.otherMail
        : change.otherMail === null
          ? undefined
          : readMail(change.otherMail)
    if (managerId === userId) throw new IdentityRefusal('invalid_input', { detail: 'manager' })
    if (change.managerId) await getPerson(tx, tenantId, change.managerId)
    await tx.recoveryContacts.put({
      tenantId,
      userId,
      ...(managerId !== undefined && { managerId }),
      ...(otherMail !== undefined && { otherMail }),
    })
    await appendAudit(tx, deps, ask, {
      activity: 'person_changed',
      target: { kind: 'person', id: userId, name: person.userName },
      detail: { changed: Object.keys(change).sort().join(' ') },
    })
    if (otherMail === before?.otherMail) return
    const values = await byAdministrator(tx, ask)
    for (const to of new Set([person.mail ?? person.userName, before?.otherMail, otherMail])) {
      if (to !== undefined)
        await mailPerson(tx, deps, { person, to, template: 'other_address_changed', values })
    }
  })
}
