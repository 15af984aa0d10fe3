import { mayChangeMethods, mayRemoveMethod } from '@latchkey/policy'
import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { requireDecision } from '../credentials/require-decision.ts'
import type { Deps, Visitor } from '../deps.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import { findUsableMethods } from '../people/find-usable-methods.ts'
import { keepingAbleAdministrator } from '../people/require-able-administrator.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import { getTenant } from '../tenants/get-tenant.ts'

/**
 * Remove one's code generator, as `removePasskey` removes a passkey.
 *
 * @throws IdentityRefusal `session_ended`, `fresh_sign_in_needed`, `stronger_sign_in_needed`, `not_found`, `last_method`;
 *   `last_administrator` if no administrator could sign in any more
 */
export async function removeTotp(
  deps: Deps,
  ask: { readonly session: Session; readonly totpId: string; readonly visitor: Visitor },
): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    const { session, person } = await getLiveSession(tx, deps, ask.session)
    const { tenantId, userId } = session
    requireDecision(mayChangeMethods({ ...session, now: deps.now() }))

    const held = await tx.totps.listOfPerson(tenantId, userId)
    const totp = held.find(({ totpId }) => totpId === ask.totpId)
    if (totp === undefined) throw new IdentityRefusal('not_found', { detail: 'totp' })
    const before = await findUsableMethods(tx, deps, person)
    const { settings } = await getTenant(tx, tenantId)
    requireDecision(
      mayRemoveMethod(before, { ...before, totp: before.totp && held.length > 1 }, settings.leastStrength),
    )

    await keepingAbleAdministrator(tx, deps, person, () => tx.totps.remove(tenantId, userId, totp.totpId))
    await appendAudit(tx, deps, byThemselves(session, ask.visitor), {
      activity: 'totp_removed',
      target: { kind: 'totp', id: totp.totpId, name: totp.name },
    })
    await mailPerson(tx, deps, {
      person,
      template: 'totp_removed',
      values: { name: totp.name, ...fromVisitor(ask.visitor) },
    })
  })
}
