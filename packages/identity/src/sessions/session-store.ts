import type { Session, SessionEnd } from './session.ts'

/** Sessions, found by the SHA-256 of their secret; and which apps each session reached. */
export interface SessionStore {
  insert(session: Session, tokenHash: Uint8Array): Promise<void>
  /** As stored: the caller checks end, expiry and stamp (`isAlive`). */
  findByToken(tenantId: string, tokenHash: Uint8Array): Promise<Session | undefined>
  find(tenantId: string, sessionId: string): Promise<Session | undefined>
  /** Not ended, and not past `at` or still good for a refresh token then; newest first. */
  listOfPerson(tenantId: string, userId: string, at: Date): Promise<readonly Session[]>
  /** Those that came from this pass and have not ended. */
  listOfPass(tenantId: string, passId: string): Promise<readonly Session[]>
  /**
   * Replace the secret, and with it proofs, expiry, security stamp and when it was last seen, of a session that has not
   * ended. One statement.
   *
   * @returns false if it has ended meanwhile, or its secret is not `from` any more (two elevations raced)
   */
  rotate(session: Session, from: Uint8Array, to: Uint8Array): Promise<boolean>
  putStaySignedIn(tenantId: string, sessionId: string, expiresAt: Date): Promise<void>
  /** Keep when it was last seen; callers do this at most once in five minutes. */
  putLastSeen(tenantId: string, sessionId: string, at: Date): Promise<void>
  /** End it. At most one caller gets it: that one tells the apps. */
  takeAlive(tenantId: string, sessionId: string, at: Date, because: SessionEnd): Promise<Session | undefined>
  /** Note that tokens of this session went to an app. */
  insertApp(tenantId: string, sessionId: string, clientId: string): Promise<void>
  listApps(tenantId: string, sessionId: string): Promise<readonly string[]>
  /** Forget sessions that ended or expired before `before`. @returns how many */
  removeDead(before: Date): Promise<number>
}
