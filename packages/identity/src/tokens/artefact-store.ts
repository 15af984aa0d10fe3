/**
 * What the OIDC provider keeps: codes, tokens, grants, interactions, its own sessions. `model` is the provider's name
 * for the kind; `payload` is its JSON. Ids are kept as SHA-256: a stolen database opens nothing.
 */
export interface Artefact {
  readonly tenantId: string
  readonly model: string
  readonly idHash: Uint8Array
  readonly payload: string
  readonly grantId?: string
  readonly userCode?: string
  /** The provider's own second key for sessions. */
  readonly uid?: string
  /** Our session, which ends it. */
  readonly sessionId?: string
  readonly expiresAt?: Date
  readonly consumedAt?: Date
}

export interface ArtefactStore {
  /** Keep it, or replace what is kept; what was used stays used. */
  put(artefact: Artefact): Promise<void>
  find(tenantId: string, model: string, idHash: Uint8Array, at: Date): Promise<Artefact | undefined>
  findByUid(tenantId: string, model: string, uid: string, at: Date): Promise<Artefact | undefined>
  findByUserCode(tenantId: string, model: string, userCode: string, at: Date): Promise<Artefact | undefined>
  /** Those of a kind that hang on some of our sessions, and that nobody used yet. In any order. */
  listUnused(
    tenantId: string,
    model: string,
    sessionIds: readonly string[],
    at: Date,
  ): Promise<readonly Artefact[]>
  /** The untenanted directory of device codes, for a page where people type one. */
  findTenantByUserCode(userCode: string, at: Date): Promise<string | undefined>
  /**
   * Mark as used. One statement.
   *
   * @returns false if it was used before: a code or a rotated refresh token came twice
   */
  takeUnused(tenantId: string, model: string, idHash: Uint8Array, at: Date): Promise<boolean>
  remove(tenantId: string, model: string, idHash: Uint8Array): Promise<void>
  removeByGrant(tenantId: string, grantId: string): Promise<void>
  /** Everything that hangs on one of our sessions. */
  removeBySession(tenantId: string, sessionId: string): Promise<void>
  removeExpired(before: Date): Promise<number>
}
