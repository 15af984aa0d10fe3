/** That somebody accepted terms of use, or would not. Append-only. */
export interface AcceptanceRecord {
  readonly tenantId: string
  readonly acceptanceId: string
  readonly userId: string
  readonly termsId: string
  /** The edition of the text (`latchkey_version`), and the language they read it in. */
  readonly version: number
  readonly language: string
  readonly state: 'accepted' | 'declined'
  readonly at: Date
  readonly ipAddress: string
  readonly userAgent: string
}

/** Which acceptances. */
export interface AcceptanceQuery {
  readonly termsId: string
  readonly limit: number
  /** The acceptance id that the page before ended with. */
  readonly before?: string
}

export interface AcceptanceStore {
  append(record: AcceptanceRecord): Promise<void>
  /** What a person has accepted: for each of the terms and editions the last time. */
  listAccepted(
    tenantId: string,
    userId: string,
  ): Promise<readonly Pick<AcceptanceRecord, 'termsId' | 'version' | 'at'>[]>
  /** What everybody has accepted, as `listAccepted` has it of one. */
  listEverybodys(
    tenantId: string,
  ): Promise<readonly Pick<AcceptanceRecord, 'userId' | 'termsId' | 'version' | 'at'>[]>
  /** Newest first. */
  list(tenantId: string, query: AcceptanceQuery): Promise<readonly AcceptanceRecord[]>
}
