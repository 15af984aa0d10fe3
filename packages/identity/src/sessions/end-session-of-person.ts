import type { PersonTarget } from '../attribution.ts'
import type { Deps } from '../deps.ts'
import { requirePermission } from '../people/require-permission.ts'
import { IdentityRefusal } from '../refusal.ts'
import { endSession } from './end-session.ts'

/**
 * End one session of somebody, as an administrator.
 *
 * @throws IdentityRefusal `not_permitted`; `not_found` if it is not theirs, or over already
 */
export async function endSessionOfPerson(
  deps: Deps,
  ask: PersonTarget & { readonly sessionId: string },
): Promise<void> {
  const { tenantId, userId, sessionId, actor } = ask
  await requirePermission(deps.stores, ask, 'end sessions')
  const found = await deps.stores.sessions.find(tenantId, sessionId)
  if (found?.userId !== userId) throw new IdentityRefusal('not_found', { detail: 'session' })
  const because = 'revoked_by_administrator'
  const ended = await endSession(deps, { tenantId, userId, sessionId, because, actor })
  if (ended === undefined) throw new IdentityRefusal('not_found', { detail: 'session' })
}
