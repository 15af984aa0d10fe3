import type { LogStretch } from './sign-in-log-store.ts'

/** One change that somebody made. Append-only. */
export interface AuditRecord {
  readonly tenantId: string
  /** UUIDv7. */
  readonly auditId: string
  readonly at: Date
  readonly correlationId: string
  readonly actor: {
    /** `app`: an application that acts for itself. */
    readonly kind: 'person' | 'operator' | 'system' | 'app'
    readonly userId?: string
    /** The application; with a person, the one they did it through. */
    readonly clientId?: string
  }
  /** `passkey_added`, `passkey_removed`, `pass_issued`, `person_disabled` …: stable names. */
  readonly activity: string
  readonly target: { readonly kind: string; readonly id: string; readonly name?: string }
  /** What changed, by name. Never a secret. */
  readonly detail: Readonly<Record<string, string | number | boolean>>
  readonly ipAddress?: string
}

export interface AuditStore {
  append(record: AuditRecord): Promise<void>
  find(tenantId: string, auditId: string): Promise<AuditRecord | undefined>
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
      readonly correlationId?: string
      /** The least `auditId`: spares reading what is older than anybody asks for. */
      readonly since?: string
      /** At or after. */
      readonly from?: Date
      /** Before. */
      readonly until?: Date
    },
  ): Promise<readonly AuditRecord[]>
  /** Oldest first: what came after an id and before another, both exclusive. */
  listAfter(tenantId: string, query: LogStretch): Promise<readonly AuditRecord[]>
}
