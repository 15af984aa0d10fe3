import type { SignInDecision } from './sign-in-decision.ts'

/** One attempt to sign in. Append-only. */
export interface SignInRecord {
  readonly tenantId: string
  /** UUIDv7. */
  readonly signInId: string
  readonly at: Date
  readonly correlationId: string
  readonly outcome: 'success' | 'failure' | 'interrupted'
  /** A refusal's code, or empty. */
  readonly code: string
  /** For the log only: which rule, field or record. */
  readonly detail?: string
  readonly method?: string
  readonly userId?: string
  /** As typed; absent for a sign-in without a name. */
  readonly userName?: string
  readonly clientId?: string
  readonly sessionId?: string
  /** base64url */
  readonly credentialId?: string
  readonly aaguid?: string
  readonly attested?: boolean
  readonly userVerified?: boolean
  readonly backupEligible?: boolean
  readonly backupState?: boolean
  /** The strength that what was proven amounts to. */
  readonly strength?: string
  /** Which rules let it through, or did not. */
  readonly decision?: SignInDecision
  /** How long it took since the visit to the sign-in pages began; absent where there was none, or nothing was proven. */
  readonly elapsedMilliseconds?: number
  readonly ipAddress: string
  readonly userAgent: string
}

export interface SignInLogStore {
  append(record: SignInRecord): Promise<void>
  find(tenantId: string, signInId: string): Promise<SignInRecord | undefined>
  /** Newest first; `before` is a `signInId`, exclusive. */
  list(tenantId: string, query: SignInQuery): Promise<readonly SignInRecord[]>
  /** Oldest first: what came after an id and before another, both exclusive. */
  listAfter(tenantId: string, query: LogStretch): Promise<readonly SignInRecord[]>
  removeBefore(at: Date): Promise<number>
}

/** A stretch of a log, by ids. */
export interface LogStretch {
  readonly limit: number
  readonly after: string
  readonly until: string
}

export interface SignInQuery {
  readonly limit: number
  readonly before?: string
  readonly userId?: string
  readonly correlationId?: string
  /** As typed. */
  readonly userName?: string
  readonly clientId?: string
  readonly outcome?: SignInRecord['outcome']
  readonly code?: string
  readonly method?: string
  /** The model that the passkey said it is of. */
  readonly aaguid?: string
  readonly ipAddress?: string
  /** A Conditional Access policy that was about it, whatever it said. */
  readonly policyId?: string
  /** Only those that a policy which is only watched would not have let through. */
  readonly reportOnly?: 'wouldFail'
  /** The least `signInId`: spares reading what is older than anybody asks for. */
  readonly since?: string
  /** At or after. */
  readonly from?: Date
  /** Before. */
  readonly until?: Date
}
