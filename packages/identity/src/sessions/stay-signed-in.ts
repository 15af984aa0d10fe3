import type { Deps, Visitor } from '../deps.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import { getLiveSession } from './get-live-session.ts'
import { afterMinutes } from './open-session.ts'
import type { Session } from './session.ts'

/**
 * Prolong a session to what the organisation allows those who stay signed in. Never beyond a pass.
 *
 * @throws IdentityRefusal `session_ended`; `not_allowed_by_policy` if the organisation does not offer it, or the session
 *   came from a pass
 */
export async function staySignedIn(
  deps: Deps,
  ask: { readonly session: Session; readonly visitor: Visitor },
): Promise<Session> {
  return deps.stores.atomically(async (tx) => {
    const { session } = await getLiveSession(tx, deps, ask.session)
    const { settings } = await getTenant(tx, session.tenantId)
    if (!settings.sessions.offerStaySignedIn || session.passId !== undefined) {
      throw new IdentityRefusal('not_allowed_by_policy', { detail: 'stay signed in' })
    }
    const expiresAt = afterMinutes(deps.now(), settings.sessions.staySignedInDays * 24 * 60)
    await tx.sessions.putStaySignedIn(session.tenantId, session.sessionId, expiresAt)
    return { ...session, staysSignedIn: true, expiresAt }
  })
}
