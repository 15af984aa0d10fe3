/** The password of a person, hashed. */
export interface PasswordRecord {
  readonly tenantId: string
  readonly userId: string
  /** argon2id in PHC form. */
  readonly hash: string
  readonly changedAt: Date
}

export interface PasswordStore {
  put(password: PasswordRecord): Promise<void>
  find(tenantId: string, userId: string): Promise<PasswordRecord | undefined>
  remove(tenantId: string, userId: string): Promise<boolean>
}
