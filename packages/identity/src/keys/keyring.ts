/**
 * The keys that seal and vouch, unsealed in memory. One per process; they live in the database, sealed under the
 * master key, so that every node has the same.
 */
export interface Keyring {
  /** The number of the key that seals now. */
  readonly current: number
  has(keyNumber: number): boolean
  /** Read the keys again: another node may have made one. */
  refresh(): Promise<void>
  /** Make the next sealing key, and seal with it from now on. Of two nodes that do so at once one makes it. */
  rotate(): Promise<number>
  /**
   * Seal: version 1 | key number 4 | nonce 12 | AES-256-GCM ciphertext | tag 16. Each purpose has a key of its own
   * (HKDF-SHA-256).
   *
   * @param bound bytes that must be given again to open: what the secret belongs to
   */
  seal(purpose: string, plaintext: Uint8Array, bound: Uint8Array): Uint8Array
  /** @throws IdentityRefusal `sealed_unreadable` */
  open(purpose: string, sealed: Uint8Array, bound: Uint8Array): Uint8Array
  /** HMAC-SHA-256 under a purpose's key. 32 bytes. @throws IdentityRefusal `sealed_unreadable` for an unknown number */
  mac(purpose: string, keyNumber: number, message: Uint8Array): Uint8Array
}
