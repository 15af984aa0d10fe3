/** Counts attempts, for all nodes and across restarts. */
export interface ThrottleStore {
  /**
   * Count one attempt and say how many there have been in the current window. One statement, before the secret is
   * looked at, so that guesses in parallel count too. A window that is over begins anew.
   *
   * @param key what is counted: an account and a method, or a network prefix
   */
  take(
    tenantId: string,
    key: string,
    at: Date,
    windowSeconds: number,
  ): Promise<{ readonly attempts: number; readonly windowEndsAt: Date }>
  /** Take one attempt back: it succeeded. A counter never falls below one. One statement. */
  giveBack(tenantId: string, key: string): Promise<void>
  /** Start afresh, after a success. */
  remove(tenantId: string, key: string): Promise<void>
  removeExpired(before: Date): Promise<number>
}
