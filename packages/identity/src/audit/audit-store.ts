/** One change that somebody made. Append-only. */
export interface AuditRecord {
  readonly tenantId: string
  /** UUIDv7. */
  readonly auditId: string
  readonly at: Date
  readonly correlationId: string
  readonly actor: { readonly kind: 'person' | 'operator' | 'system'; readonly userId?: string }
  /** `passkey_added`, `passkey_removed`, `pass_issued`, `person_disabled` …: stable names. */
  readonly activity: string
  readonly target: { readonly kind: string; readonly id: string; readonly name?: string }
  /** What changed, by name. Never a secret. */
  readonly detail: Readonly<Record<string, string | number | boolean>>
  readonly ipAddress?: string
}

export interface AuditStore {
  append(record: AuditRecord): Promise<void>
  /** Newest first; `before` is an `auditId`, exclusive. */
  list(
    tenantId: string,
    query: {
      readonly limit: number
      readonly before?: string
      readonly targetId?: string
      /** The user id of whoever did it. */
      readonly actorId?: string
      readonly activity?: string
    },
  ): Promise<readonly AuditRecord[]>
}
