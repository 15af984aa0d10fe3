/** Who speaks for a person who is shut out, and where else they can be reached. */
export interface RecoveryContact {
  readonly tenantId: string
  readonly userId: string
  /** The manager's user id. Nothing says that there still is such a person. */
  readonly managerId?: string
  /** An address beside the one at work. */
  readonly otherMail?: string
}

export interface RecoveryContactStore {
  find(tenantId: string, userId: string): Promise<RecoveryContact | undefined>
  put(contact: RecoveryContact): Promise<void>
}
