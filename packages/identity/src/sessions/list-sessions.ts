import type { Deps } from '../deps.ts'
import { isAliveForTokens } from './is-alive.ts'
import type { Session } from './session.ts'

/** List a person's sessions that let somebody in: a browser, or an app by a refresh token. Newest first. */
export async function listSessions(
  deps: Pick<Deps, 'stores' | 'now'>,
  tenantId: string,
  userId: string,
): Promise<readonly Session[]> {
  const now = deps.now()
  const person = await deps.stores.people.find(tenantId, userId)
  if (person === undefined) return []
  const sessions = await deps.stores.sessions.listOfPerson(tenantId, userId, now)
  return sessions.filter((session) => isAliveForTokens(session, person, now))
}
