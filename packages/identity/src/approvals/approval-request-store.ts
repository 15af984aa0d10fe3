/** A sign-in that waits for its person to approve it on a device. There is one at a time for a person. */
export interface ApprovalRequest {
  readonly tenantId: string
  readonly userId: string
  /** UUIDv7. */
  readonly requestId: string
  /** `push` follows another proof, `passwordlessPush` stands for all of them. */
  readonly method: ApprovalMethod
  /** The visit to the sign-in pages that asks, and the browser it is in. */
  readonly flowId: string
  readonly visitHash: Uint8Array
  /** The session that asks; for `passwordlessPush` the browser that is remembered. */
  readonly askedBy: string
  /** Two digits: shown where somebody signs in, typed where they approve. */
  readonly number: string
  /** What the device is shown, as JSON: its SHA-256 is in what the device signs. */
  readonly context: string
  readonly state: ApprovalState
  readonly createdAt: Date
  /** Until then it may be answered. */
  readonly expiresAt: Date
  readonly deviceId?: string
  readonly answeredAt?: Date
}

export type ApprovalMethod = 'push' | 'passwordlessPush'

/** `used`: it made a session. The number was typed once, wrongly, where it is `wrongNumber`. */
export type ApprovalState = 'waiting' | 'approved' | 'denied' | 'wrongNumber' | 'reported' | 'used'

/** What a device said. */
export interface ApprovalOutcome {
  readonly state: Exclude<ApprovalState, 'waiting' | 'used'>
  readonly deviceId: string
  readonly at: Date
}

/** Requests for approval, and the hours in which there are none. */
export interface ApprovalRequestStore {
  /**
   * Keep a request in place of the person's last one, if that waits no more, or would wait for more than twice as long
   * as this one. One statement.
   *
   * @returns false if it does
   */
  insertUnlessOneWaits(request: ApprovalRequest): Promise<boolean>
  /** The person's last one, in whichever state. */
  find(tenantId: string, userId: string): Promise<ApprovalRequest | undefined>
  /** Answer a request that waits and is not over. One statement. @returns false if it was answered already, or is over */
  answer(
    key: Pick<ApprovalRequest, 'tenantId' | 'userId' | 'requestId'>,
    outcome: ApprovalOutcome,
  ): Promise<boolean>
  /** Use an approval, if it was given at or after `since`. At most one caller gets it. */
  takeApproved(
    key: Pick<ApprovalRequest, 'tenantId' | 'userId' | 'requestId'>,
    since: Date,
  ): Promise<ApprovalRequest | undefined>
  /** Whoever asked goes another way. Only what waits is withdrawn. */
  withdraw(key: Pick<ApprovalRequest, 'tenantId' | 'userId' | 'requestId'>, at: Date): Promise<void>
  /** Ask for no approvals until then. */
  putPause(tenantId: string, userId: string, until: Date): Promise<void>
  /** @returns until when there are none */
  findPause(tenantId: string, userId: string): Promise<Date | undefined>
  /** Forget requests that were over before, and pauses. @returns how many */
  removeOver(before: Date): Promise<number>
}
