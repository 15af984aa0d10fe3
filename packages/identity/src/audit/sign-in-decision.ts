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
}
