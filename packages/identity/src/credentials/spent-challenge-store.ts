/** Challenges that were answered. */
export interface SpentChallengeStore {
  /**
   * Note that a challenge was answered. Of any number of concurrent calls one succeeds: this is what makes a challenge
   * single-use. Kept for twice the lifetime of a challenge. A challenge that was made without a tenant is spent under the
   * empty `tenantId`, so that it cannot be spent once in each.
   *
   * @throws IdentityRefusal `challenge_spent`
   */
  insert(challenge: {
    readonly tenantId: string
    readonly nonce: Uint8Array
    readonly expiresAt: Date
  }): Promise<void>
  /** Forget those that expired before `before`. @returns how many */
  removeExpired(before: Date): Promise<number>
}
