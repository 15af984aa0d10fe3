import type { AccessVerdict, PastGap, PastOutcome, RuleDocuments } from '@latchkey/policy'

/** A policy held against the sign-ins of some days. Plain data, so that it can be asked of another thread. */
export interface ImpactAsk {
  readonly tenantId: string
  readonly days: number
  readonly policy:
    | {
        /** The policy, evaluated now; it is the only one among the documents. */
        readonly kind: 'draft'
        readonly documents: RuleDocuments
      }
    | {
        /** What the log recorded of it then. */
        readonly kind: 'saved'
        readonly policyId: string
      }
}

/** How many came to what. */
export type PastCounts = Readonly<Record<PastOutcome, number>>

/** One sign-in that a policy was, or would have been, about. */
export interface PastExample {
  readonly signInId: string
  readonly at: Date
  readonly userId: string
  readonly clientId?: string
  readonly platform?: string
  readonly ipAddress: string
  readonly outcome: PastOutcome
  readonly missing: readonly string[]
}

/** What a policy did, or would have done, to the sign-ins of some days. */
export interface Impact {
  readonly basis: 'recorded' | 'evaluated'
  readonly from: Date
  readonly until: Date
  /** False: there were more sign-ins than are looked at; those nearest to now were. */
  readonly complete: boolean
  readonly signIns: PastCounts
  /** Each person by the worst they met. */
  readonly people: PastCounts
  readonly platforms: readonly { readonly platform: string; readonly signIns: PastCounts }[]
  /** `2026-03-01`, in UTC, oldest first. */
  readonly days: readonly { readonly day: string; readonly signIns: PastCounts }[]
  /** Those who would not simply have passed, the worst first: at most a hundred. */
  readonly worst: readonly {
    readonly userId: string
    readonly outcome: PastOutcome
    readonly signIns: number
  }[]
  /** The newest of each outcome that is not simply passing. */
  readonly examples: readonly PastExample[]
  /** What the log does not tell of this policy. */
  readonly gaps: readonly PastGap[]
  /** How many were judged by how strong they were alone, because with what is not known. */
  readonly inferred: number
}

/** What the log recorded of a policy. */
export type RecordedVerdict = Pick<AccessVerdict, 'missing'> & { readonly result: string }
