import type { PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { isAtHand } from '../credentials/is-at-hand.ts'
import type { Deps } from '../deps.ts'
import { newSecret } from '../ids/secret.ts'
import { byAdministrator } from '../outbox/by-administrator.ts'
import { mailAdministrators } from '../outbox/mail-administrators.ts'
import { getPerson } from '../people/get-person.ts'
import type { Person } from '../people/person.ts'
import { requirePermission } from '../people/require-permission.ts'
import { IdentityRefusal } from '../refusal.ts'
import { endAllInUnit } from '../sessions/end-session.ts'
import type { Shelves } from '../stores.ts'

/** So many accounts of an organisation are kept for emergencies: one, and one for when that fails. */
export const mostBreakGlass = 2

/**
 * Keep an account for emergencies: rules do not hold for it, nothing but its passkeys opens it, and every use is told to
 * every administrator. Whatever is signed in to it ends, and a pass it has is gone.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`; `break_glass_full` if there are two; `break_glass_without_passkey`
 *   if it has no passkey that verifies who uses it
 */
export async function markBreakGlass(deps: Deps, target: PersonTarget): Promise<void> {
  const { tenantId, userId } = target
  await changeMark(deps, target, { breakGlass: true }, async (tx) => {
    const kept = await tx.lockOut.listBreakGlass(tenantId)
    if (kept.length >= mostBreakGlass) throw new IdentityRefusal('break_glass_full')
    const passkeys = await tx.credentials.listOfPerson(tenantId, userId)
    if (!passkeys.some((passkey) => passkey.uvInitialized && isAtHand(passkey))) {
      throw new IdentityRefusal('break_glass_without_passkey')
    }
    await tx.passes.remove(tenantId, userId)
  })
}

/**
 * Keep an account for emergencies no more: rules hold for it like for any other, and what is signed in to it ends.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`
 */
export async function unmarkBreakGlass(deps: Deps, target: PersonTarget): Promise<void> {
  await changeMark(deps, target, { breakGlass: false }, async () => {})
}

async function changeMark(
  deps: Deps,
  by: PersonTarget,
  { breakGlass }: Pick<Person, 'breakGlass'>,
  prepare: (tx: Shelves) => Promise<void>,
): Promise<void> {
  const { tenantId, userId } = by
  const securityStamp = newSecret(deps)
  await deps.stores.atomically(async (tx) => {
    const person = await getPerson(tx, tenantId, userId)
    await requirePermission(tx, by, 'keep an account for emergencies')
    if (person.breakGlass === breakGlass) return
    await prepare(tx)
    await tx.people.put({ ...person, breakGlass, securityStamp })
    await endAllInUnit(tx, deps, { tenantId, userId, because: 'revoked_by_administrator' })
    await appendAudit(tx, deps, by, {
      activity: breakGlass ? 'break_glass_marked' : 'break_glass_unmarked',
      target: { kind: 'person', id: userId, name: person.userName },
    })
    await mailAdministrators(tx, deps, {
      tenantId,
      roles: ['globalAdministrator'],
      template: 'break_glass_changed',
      values: {
        name: person.userName,
        marked: breakGlass ? 'yes' : 'no',
        ...(await byAdministrator(tx, by)),
      },
    })
  })
}
