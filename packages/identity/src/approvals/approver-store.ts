/** A registered device that may approve its owner's sign-ins. */
export interface Approver {
  readonly tenantId: string
  readonly deviceId: string
  readonly userId: string
  /** SubjectPublicKeyInfo in DER, P-256: the key that signs approvals and nothing else. */
  readonly approvalKey: Uint8Array
  /** How it is woken. Absent: it asks by itself. */
  readonly subscription?: PushSubscription
  readonly createdAt: Date
  readonly lastUsedAt?: Date
}

/**
 * Where a browser is told that something waits.
 *
 * @see https://www.w3.org/TR/push-api/#pushsubscription-interface
 */
export interface PushSubscription {
  /** https. Whoever knows it can wake the device, and no more. */
  readonly endpoint: string
  /** Uncompressed point on P-256, 65 bytes. */
  readonly p256dh: Uint8Array
  /** 16 bytes. */
  readonly auth: Uint8Array
}

/** An approver and what the directory calls its device. */
export type NamedApprover = Approver & {
  readonly name: string
  readonly surface: string
  readonly appVersion: string
}

/** The devices that may approve. Whose device is gone, or switched off in the directory, is not among them. */
export interface ApproverStore {
  /** Replaces what the device said before. */
  put(approver: Approver): Promise<void>
  find(tenantId: string, deviceId: string): Promise<NamedApprover | undefined>
  /** By name. */
  listOfPerson(tenantId: string, userId: string): Promise<readonly NamedApprover[]>
  putUsed(tenantId: string, deviceId: string, at: Date): Promise<void>
  /** The push service knows it no more. A newer subscription stays. */
  forgetSubscription(tenantId: string, deviceId: string, endpoint: string): Promise<void>
  /** @returns whether it was there */
  remove(tenantId: string, userId: string, deviceId: string): Promise<boolean>
}
