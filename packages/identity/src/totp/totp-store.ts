/** A generator of one-time codes that a person registered (RFC 6238). */
export interface TotpRecord {
  readonly tenantId: string
  readonly userId: string
  readonly totpId: string
  readonly name: string
  /** The shared secret, sealed. */
  readonly sealedSecret: Uint8Array
  /** The last time step whose code was accepted; codes of it or before are replays. 0 before the first. */
  readonly lastStep: number
  readonly createdAt: Date
  readonly lastUsedAt?: Date
}

export interface TotpStore {
  insert(totp: TotpRecord): Promise<void>
  listOfPerson(tenantId: string, userId: string): Promise<readonly TotpRecord[]>
  /**
   * Accept a code's time step. One statement; of two racing answers with one code, one gets `true`.
   *
   * @returns false if this step or a later one was accepted before
   */
  takeStep(tenantId: string, totpId: string, step: number, at: Date): Promise<boolean>
  remove(tenantId: string, userId: string, totpId: string): Promise<boolean>
  /** Every record of the instance, for sealing again under a new key. */
  listSealed(page: { readonly limit: number; readonly after?: string }): Promise<readonly TotpRecord[]>
  putSealedSecret(tenantId: string, totpId: string, sealedSecret: Uint8Array): Promise<void>
}
