/** A one-time link: what it is for, and the SHA-256 of its secret. */
export interface OneTimeLink {
  /** SHA-256 of the secret in the link's fragment. */
  readonly tokenHash: Uint8Array
  readonly purpose: 'first-administrator'
  readonly createdAt: Date
  readonly expiresAt: Date
}

export interface LinkStore {
  insert(link: OneTimeLink): Promise<void>
  /** Whether it could still be taken. Looking spends nothing. */
  find(tokenHash: Uint8Array, at: Date): Promise<OneTimeLink | undefined>
  /** Spend it: at most one caller gets it. */
  take(tokenHash: Uint8Array, at: Date): Promise<OneTimeLink | undefined>
  /** Take back every link of a purpose. */
  removeAll(purpose: OneTimeLink['purpose']): Promise<void>
}
