import type { Actor } from '../attribution.ts'

/** The kinds of documents that administrators decide by. */
export const ruleKinds = [
  'methodsPolicy',
  'strength',
  'conditionalAccess',
  'namedLocation',
  'authenticationContext',
  'terms',
] as const

export type RuleKind = (typeof ruleKinds)[number]

/** A document as it is kept: JSON that was read and completed before. */
export interface KeptRule {
  readonly kind: RuleKind
  readonly id: string
  readonly document: unknown
}

/** One document in one version of a tenant's rules. Append-only. */
export interface RuleChangeRecord {
  readonly tenantId: string
  /** The tenant's version from then on; documents that were changed together have one. */
  readonly version: number
  readonly kind: RuleKind
  readonly id: string
  readonly at: Date
  readonly actor: Actor
  readonly correlationId: string
  /** Absent: there was none, or what a new organisation starts with held. */
  readonly before?: unknown
  /** Absent: it was removed. */
  readonly after?: unknown
}

/** What administrators decide, and its history. The version that holds stands with the tenant (`rulesVersion`). */
export interface RuleStore {
  /** All of them, by kind and id. */
  list(tenantId: string): Promise<readonly KeptRule[]>
  put(tenantId: string, rule: KeptRule): Promise<void>
  remove(tenantId: string, kind: RuleKind, id: string): Promise<void>
  /**
   * Raise the tenant's version by one. One statement: of several who decided on the same version, one gets `true`.
   *
   * @returns false if the version is not `from` (any more)
   */
  raiseVersion(tenantId: string, from: number): Promise<boolean>
  appendChange(change: RuleChangeRecord): Promise<void>
  /** Newest version first; `before` and `after` are versions, exclusive. */
  listChanges(tenantId: string, query: RuleChangeQuery): Promise<readonly RuleChangeRecord[]>
}

export interface RuleChangeQuery {
  readonly limit: number
  readonly before?: number
  readonly after?: number
  readonly kind?: RuleKind
  readonly id?: string
}
