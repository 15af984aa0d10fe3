/** A sign-in as the API tells it. */
export interface SignInEntry {
  readonly id: string
  readonly createdDateTime: string
  readonly correlationId: string
  readonly outcome: 'success' | 'failure' | 'interrupted'
  /** Empty if nothing went wrong. */
  readonly code: string
  readonly detail: string | null
  readonly userId: string | null
  readonly userPrincipalName: string | null
  readonly userDisplayName: string | null
  readonly appId: string | null
  readonly appDisplayName: string | null
  readonly method: string | null
  readonly strength: string | null
  readonly passkeyType: 'synced' | 'deviceBound' | null
  readonly aaGuid: string | null
  readonly model: string | null
  readonly attested: boolean | null
  readonly userVerified: boolean | null
  readonly credentialId: string | null
  readonly sessionId: string | null
  /** From the sign-in page to the proof; only of who got in. */
  readonly elapsedMilliseconds: number | null
  readonly ipAddress: string
  readonly country: string | null
  readonly userAgent: string
  readonly access: 'allowed' | 'blocked' | 'needs' | null
  readonly rules: readonly RuleResult[]
  readonly methodRule: {
    readonly allowed: boolean
    readonly because?: string
    readonly profiles?: readonly {
      readonly profileId: string
      readonly name: string
      readonly because: string
    }[]
  } | null
  readonly proofs: readonly {
    readonly method: string
    readonly at: string
    readonly aaguid?: string
    readonly attested?: boolean
    readonly backupEligible?: boolean
  }[]
}

/** What one rule said of a sign-in. */
export interface RuleResult {
  readonly id: string
  readonly displayName: string
  readonly result: string
  readonly deciding: boolean
  readonly asks: readonly string[]
  readonly satisfied: readonly string[]
  readonly missing: readonly string[]
  readonly strength: string | null
  readonly sessionControls: readonly string[]
}

/** A change as the API tells it. */
export interface AuditEntry {
  readonly id: string
  readonly createdDateTime: string
  readonly correlationId: string
  readonly activity: string
  readonly activityDisplayName: string
  readonly actorKind: 'person' | 'operator' | 'system' | 'app'
  readonly actorId: string | null
  readonly actorName: string | null
  readonly actorUserName: string | null
  readonly actorAppName: string | null
  readonly targetKind: string
  readonly targetId: string
  readonly targetName: string | null
  readonly ipAddress: string | null
  readonly country: string | null
  readonly detail: Readonly<Record<string, string | number | boolean>>
}
