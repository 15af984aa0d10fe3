/** Which rules let a sign-in through, or did not: as short as it can be said, for whoever asks why. */
export interface SignInDecision {
  /** What the methods policy said of the method that was used. */
  readonly method?: {
    readonly allowed: boolean
    /** The profile of the policy that allowed the passkey. */
    readonly profileId?: string
    /** Whether the passkey's model was proven by its attestation, or is merely what it claims. */
    readonly modelProven?: boolean
    /** Why it is not allowed. */
    readonly because?: string
    /** Why each profile that is for this person did not take the passkey. */
    readonly profiles?: readonly {
      readonly profileId: string
      readonly name: string
      readonly because: string
    }[]
  }
  /** What the Conditional Access policies said that were about this sign-in, those only watched among them. */
  readonly access?: {
    readonly outcome: 'allowed' | 'blocked' | 'needs'
    readonly policies: readonly {
      readonly policyId: string
      readonly displayName: string
      readonly result: string
      /** The controls that were not satisfied. */
      readonly missing: readonly string[]
      readonly grantControls: readonly string[]
      readonly sessionControls: readonly string[]
      /** The strength that it asks for, by name. */
      readonly strength?: string
    }[]
  }
  /** Everything that had been proven in the session, where this record does not say it all. */
  readonly proofs?: readonly {
    readonly method: string
    /** In ISO 8601. */
    readonly at: string
    /** Of a passkey. */
    readonly aaguid?: string
    readonly attested?: boolean
    readonly backupEligible?: boolean
  }[]
}
