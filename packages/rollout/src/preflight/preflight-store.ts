/** Who walks the path before it is announced. */
export interface PreflightRecord {
  readonly tenantId: string
  /** The test person. */
  readonly userId: string
  readonly beganAt: Date
  /** The user id of who began it, or `operator`. */
  readonly beganBy: string
}

/** The preflight of each organisation: the last one that was begun. */
export interface PreflightStore {
  find(tenantId: string): Promise<PreflightRecord | undefined>
  put(record: PreflightRecord): Promise<void>
}
