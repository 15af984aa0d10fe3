import type { Person } from '../people/person.ts'
import type { Session } from './session.ts'

/** Whether a session is good for a browser: nobody ended it, its time is not over, and its person is who they were. */
export function isAlive(session: Session, person: Person, now: Date): boolean {
  return !isOver(session, person) && now.getTime() < session.expiresAt.getTime()
}

/**
 * Whether a session is good for tokens that were made in it. A browser's session ends in the evening, the mail program's
 * token does not; but nothing outlives the pass it came from.
 */
export function isAliveForTokens(session: Session, person: Person, now: Date): boolean {
  return session.passId === undefined ? !isOver(session, person) : isAlive(session, person, now)
}

function isOver(session: Session, person: Person): boolean {
  return (
    session.endedAt !== undefined ||
    !person.enabled ||
    person.tenantId !== session.tenantId ||
    person.userId !== session.userId ||
    person.securityStamp !== session.securityStamp
  )
}
