import { toBase64url } from '@latchkey/encoding'
import { mayChangeMethods, mayRemoveMethod } from '@latchkey/policy'
import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps, Visitor } from '../deps.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import { findUsableMethods } from '../people/find-usable-methods.ts'
import { keepingAbleAdministrator } from '../people/require-able-administrator.ts'
import { IdentityRefusal } from '../refusal.ts'
import { endSessionsOfPasskey } from '../sessions/end-session.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import { getOwnPasskey } from './get-own-passkey.ts'
import { requireDecision } from './require-decision.ts'

/**
 * Remove one's passkey. Needs multi-factor authentication in the last five minutes, and leaves the person a way to sign
 * in that the organisation accepts; a Temporary Access Pass is none. Sessions that it opened elsewhere end with it: the
 * device it is on may be in other hands.
 *
 * Both are decided inside the unit that removes, so two removals at once leave one.
 *
 * @throws IdentityRefusal `session_ended`, `fresh_sign_in_needed`, `stronger_sign_in_needed`, `not_found`, `last_method`;
 *   `last_administrator` if no administrator could sign in any more
 */
export async function removePasskey(
  deps: Deps,
  ask: { readonly session: Session; readonly credentialId: Uint8Array; readonly visitor: Visitor },
): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    const { session, person } = await getLiveSession(tx, deps, ask.session)
    requireDecision(mayChangeMethods({ ...session, now: deps.now() }))
    const credential = await getOwnPasskey(tx, session, ask.credentialId)

    const before = await findUsableMethods(tx, deps, person)
    const { settings } = await getTenant(tx, session.tenantId)
    const removed = await keepingAbleAdministrator(tx, deps, session, () =>
      tx.credentials.remove(session.tenantId, session.userId, credential.id),
    )
    if (!removed) throw new IdentityRefusal('not_found', { detail: 'passkey' })
    const after = await findUsableMethods(tx, deps, person)
    requireDecision(mayRemoveMethod(before, after, settings.leastStrength))
    await endSessionsOfPasskey(tx, deps, {
      tenantId: session.tenantId,
      userId: session.userId,
      credentialId: toBase64url(credential.id),
      except: session.sessionId,
    })
    await appendAudit(tx, deps, byThemselves(session, ask.visitor), {
      activity: 'passkey_removed',
      target: { kind: 'passkey', id: toBase64url(credential.id), name: credential.name },
      detail: { aaguid: credential.aaguid },
    })
    await mailPerson(tx, deps, {
      person,
      template: 'passkey_removed',
      values: { name: credential.name, ...fromVisitor(ask.visitor) },
    })
  })
}
