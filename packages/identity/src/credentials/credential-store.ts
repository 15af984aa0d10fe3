import type { CredentialRecord } from './credential-record.ts'

/** Passkeys. */
export interface CredentialStore {
  /** @throws IdentityRefusal `credential_already_registered` if the RP ID has this credential id, in any tenant */
  insert(credential: CredentialRecord): Promise<void>
  find(tenantId: string, credentialId: Uint8Array): Promise<CredentialRecord | undefined>
  /**
   * Find it in whichever tenant has it, by the untenanted directory. One statement.
   *
   * @returns the record without what the attestation was: no sign-in needs that, and it may be long
   */
  findByRp(rpId: string, credentialId: Uint8Array): Promise<CredentialRecord | undefined>
  /** Newest first, without what the attestations were. */
  listOfPerson(tenantId: string, userId: string): Promise<readonly CredentialRecord[]>
  /**
   * Keep what an authentication established (L3 section 7.2): counter, backup state, first user verification, last use.
   * One statement. `signCount` only ever grows; `uvInitialized` only ever becomes true.
   *
   * @returns false if the passkey is not there (any more), or its device is not live: that happened while it was used
   */
  putUse(tenantId: string, credentialId: Uint8Array, use: CredentialUse): Promise<boolean>
  putName(tenantId: string, userId: string, credentialId: Uint8Array, name: string): Promise<void>
  /** @returns whether it was there */
  remove(tenantId: string, userId: string, credentialId: Uint8Array): Promise<boolean>
  /** How many passkeys the instance holds for this RP ID: what a changed RP ID would kill. */
  count(rpId: string): Promise<number>
  /** How many passkeys name this model, proven or claimed, in each tenant that has any. */
  countOfModel(aaguid: string): Promise<readonly { readonly tenantId: string; readonly passkeys: number }[]>
}

/** What one authentication changes in a record. */
export interface CredentialUse {
  readonly signCount: number
  readonly backupState: boolean
  readonly userVerified: boolean
  readonly at: Date
  readonly from: string
}
