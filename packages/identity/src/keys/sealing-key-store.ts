/** A key that seals secrets and makes MACs; itself sealed under the master key, which is not in the database. */
export interface SealingKey {
  /** 1, 2, 3 …: the newest seals, all open. */
  readonly keyNumber: number
  readonly sealedKey: Uint8Array
  readonly createdAt: Date
}

export interface SealingKeyStore {
  /** @throws IdentityRefusal `already_exists` if another process made this number first */
  insert(key: SealingKey): Promise<void>
  /** Oldest first. */
  list(): Promise<readonly SealingKey[]>
  /** For a new master key: replace the sealed form. */
  put(key: SealingKey): Promise<void>
  remove(keyNumber: number): Promise<void>
}
