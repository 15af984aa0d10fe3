import type { Deps } from '../deps.ts'
import { isAlive } from './is-alive.ts'
import type { Session } from './session.ts'

/** List a person's sessions that are alive, newest first. */
export async function listSessions(
  deps: Pick<Deps, 'stores' | 'now'>,
  tenantId: string,
  userId: string,
): Promise<readonly Session[]> {
  const now = deps.now()
  const person = await deps.stores.people.find(tenantId, userId)
  if (person === undefined) return []
  const sessions = await deps.stores.sessions.listOfPerson(tenantId, userId, now)
  return sessions.filter((session) => isAlive(session, person, now))
}
