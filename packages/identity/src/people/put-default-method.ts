import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps, Visitor } from '../deps.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import type { Person } from './person.ts'

/**
 * Keep what a person chose as the default way to sign in; absent: as the system prefers. It chooses a page and proves
 * nothing, so any session that is alive may.
 *
 * @throws IdentityRefusal `session_ended`; `invalid_input` for a method that nobody can begin with
 */
export async function putDefaultMethod(
  deps: Deps,
  ask: {
    readonly session: Session
    readonly method: Person['defaultMethod']
    readonly visitor: Visitor
  },
): Promise<void> {
  const { method } = ask
  if (method === 'totp' || method === 'temporaryAccessPass' || method === 'passwordlessPush') {
    throw new IdentityRefusal('invalid_input', { detail: 'method' })
  }
  await deps.stores.atomically(async (tx) => {
    const { session } = await getLiveSession(tx, deps, ask.session)
    await tx.people.putDefaultMethod(session.tenantId, session.userId, method)
    await appendAudit(tx, deps, byThemselves(session, ask.visitor), {
      activity: 'default_method_chosen',
      target: { kind: 'person', id: session.userId },
      detail: { method: method ?? '' },
    })
  })
}
