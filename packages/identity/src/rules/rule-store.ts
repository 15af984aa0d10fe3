import type { RuleDocuments } from '@latchkey/policy'
import type { Actor } from '../attribution.ts'

/** What a document of each kind is: JSON as it was received and completed. */
export interface RuleDocumentOf {
  readonly methodsPolicy: RuleDocuments['methodsPolicy']
  readonly strength: RuleDocuments['strengths'][number]
  readonly conditionalAccess: RuleDocuments['conditionalAccess'][number]
  readonly namedLocation: RuleDocuments['namedLocations'][number]
  readonly authenticationContext: RuleDocuments['authenticationContexts'][number]
  readonly terms: RuleDocuments['terms'][number]
}

/** The kinds of documents that administrators decide by. */
export type RuleKind = keyof RuleDocumentOf

/** A document of some kind, whichever. */
export type RuleDocument = RuleDocumentOf[RuleKind]

/** A document as it is kept. It was read before: what is kept is right. */
export interface KeptRule<K extends RuleKind = RuleKind> {
  readonly kind: K
  readonly id: string
  readonly document: RuleDocumentOf[K]
}

/** A document before and after a change. */
export interface ChangedDocument {
  readonly kind: RuleKind
  readonly id: string
  /** Absent: there was none. Of the methods policy there always was one, be it the default. */
  readonly before?: RuleDocument
  /** Absent: it was removed. */
  readonly after?: RuleDocument
}

/** One document in one version of a tenant's rules. Append-only. */
export interface RuleChangeRecord extends ChangedDocument {
  readonly tenantId: string
  /** The tenant's version from then on; documents that were changed together have one. */
  readonly version: number
  readonly at: Date
  readonly actor: Actor
  readonly correlationId: string
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
  /**
   * Of each document the first and the last change in a stretch of the history, newest version first: what the stretch
   * amounts to, however long it is.
   */
  listEnds(tenantId: string, stretch: RuleStretch): Promise<readonly RuleChangeRecord[]>
}

/** A stretch of the history. `before` and `after` are versions, exclusive. */
export type RuleStretch = Omit<RuleChangeQuery, 'limit'>

/** Which part of the history. */
export interface RuleChangeQuery {
  readonly limit: number
  readonly before?: number
  readonly after?: number
  readonly kind?: RuleKind
  readonly id?: string
}
