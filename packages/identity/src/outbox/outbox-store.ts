/** Something the world must be told: kept in the unit of work that decided it, sent afterwards. */
export interface OutboxMessage {
  /** UUIDv7. */
  readonly messageId: string
  readonly tenantId: string
  readonly kind: 'mail' | 'backchannelLogout' | 'push'
  /** JSON. Never a secret. */
  readonly payload: string
  readonly createdAt: Date
  readonly notBefore: Date
  readonly attempts: number
}

export interface OutboxStore {
  insert(message: OutboxMessage): Promise<void>
  /**
   * Take messages that are due: they are ours until `until`; if we die, somebody else takes them then. At most one
   * caller gets each. Taking counts as an attempt, so that a message whose sender dies of it is not taken for new.
   */
  takeDue(at: Date, until: Date, limit: number): Promise<readonly OutboxMessage[]>
  /** It is sent. */
  remove(messageId: string): Promise<void>
  /** It was not; try again at `notBefore`. */
  putRetry(messageId: string, notBefore: Date, error: string): Promise<void>
  count(): Promise<number>
}
