import type { Deps } from '../deps.ts'
import type { Person } from '../people/person.ts'
import type { Shelves } from '../stores.ts'
import { isAlive, isAliveForTokens } from './is-alive.ts'
import type { Session } from './session.ts'
import { findTenantOfToken, hashSessionToken } from './session-token.ts'

/** A session, and whose it is. */
export interface SessionOfPerson {
  readonly session: Session
  readonly person: Person
}

const lastSeenEverySeconds = 5 * 60

/**
 * Find the session that a cookie's value opens, if it is alive: not ended, not expired, the person enabled, and nothing
 * revoked since. Notes when it was last seen, at most once in five minutes.
 */
export async function findSession(deps: Deps, token: string): Promise<SessionOfPerson | undefined> {
  const tenantId = findTenantOfToken(token)
  if (tenantId === undefined) return undefined
  const session = await deps.stores.sessions.findByToken(tenantId, hashSessionToken(token))
  const found = session && (await withPerson(deps.stores, session))
  const now = deps.now()
  if (found === undefined || !isAlive(found.session, found.person, now)) return undefined

  if (now.getTime() - found.session.lastSeenAt.getTime() >= lastSeenEverySeconds * 1000) {
    await deps.stores.sessions.putLastSeen(tenantId, found.session.sessionId, now)
  }
  return found
}

/**
 * Find a session by its id, if tokens that hang on it are still good: like alive, but that the browser's own session has
 * expired does not count, unless it came from a pass.
 */
export async function isSessionGoodForTokens(
  deps: Pick<Deps, 'stores' | 'now'>,
  tenantId: string,
  sessionId: string,
): Promise<SessionOfPerson | undefined> {
  const session = await deps.stores.sessions.find(tenantId, sessionId)
  const found = session && (await withPerson(deps.stores, session))
  return found && isAliveForTokens(found.session, found.person, deps.now()) ? found : undefined
}

async function withPerson(
  shelves: Pick<Shelves, 'people'>,
  session: Session,
): Promise<SessionOfPerson | undefined> {
  const person = await shelves.people.find(session.tenantId, session.userId)
  return person && { session, person }
}
