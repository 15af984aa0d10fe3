import type { Deps } from '../deps.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import type { SessionOfPerson } from './find-session.ts'
import { isAlive } from './is-alive.ts'
import type { Session } from './session.ts'

/**
 * Read a session and its person again, inside the unit of work whose decision rests on them: what the caller holds may
 * have ended meanwhile.
 *
 * @throws IdentityRefusal `session_ended`
 */
export async function getLiveSession(
  tx: Pick<Shelves, 'sessions' | 'people'>,
  deps: Pick<Deps, 'now'>,
  { tenantId, sessionId, userId }: Pick<Session, 'tenantId' | 'sessionId' | 'userId'>,
): Promise<SessionOfPerson> {
  const session = await tx.sessions.find(tenantId, sessionId)
  const person = session?.userId === userId ? await tx.people.find(tenantId, userId) : undefined
  if (!session || !person || !isAlive(session, person, deps.now())) throw new IdentityRefusal('session_ended')
  return { session, person }
}
