/** A short-lived way in, issued by an administrator. One per person. */
export interface TemporaryAccessPass {
  readonly tenantId: string
  readonly userId: string
  readonly passId: string
  /** argon2id in PHC form; the pass itself is shown once and not kept. */
  readonly hash: string
  readonly startsAt: Date
  readonly expiresAt: Date
  readonly once: boolean
  readonly usedAt?: Date
  readonly createdAt: Date
  /** The user id of who issued it, or `operator`. */
  readonly createdBy: string
}

export interface PassStore {
  /** Issue a pass; the one the person had is gone. @returns the id of the replaced one */
  put(pass: TemporaryAccessPass): Promise<string | undefined>
  find(tenantId: string, userId: string): Promise<TemporaryAccessPass | undefined>
  /**
   * Use a pass. One statement: a one-time pass is given to at most one caller, and a pass that was replaced, is expired
   * or has not begun is given to nobody.
   */
  take(tenantId: string, passId: string, at: Date): Promise<boolean>
  /** @returns the id of the removed one */
  remove(tenantId: string, userId: string): Promise<string | undefined>
}
