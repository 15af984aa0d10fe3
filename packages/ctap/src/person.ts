/** What a person is asked to agree to. */
export interface Confirmation {
  /** `select` is "this authenticator, please"; `allow` is a token for what the platform does next. */
  readonly purpose: 'make_credential' | 'get_assertion' | 'select' | 'allow' | 'reset'
  /** Whether they have to prove who they are in this very ceremony, besides agreeing. */
  readonly userVerification: 'required' | 'not_needed'
  readonly rpId?: string
  readonly rpName?: string
  /** For a new credential: whose it will be. */
  readonly user?: Account
  /** For an assertion: the credentials it may be made with, the newest first. May be empty. */
  readonly accounts?: readonly Account[]
  /** Aborted when the platform takes the command back; the screen should close. */
  readonly signal: AbortSignal
}

/** Whose credential it is, as the relying party said. */
export interface Account {
  readonly credentialId?: Uint8Array
  readonly userHandle: Uint8Array
  readonly name?: string
  readonly displayName?: string
}

/** What the person did. */
export type PersonAnswer =
  | {
      readonly outcome: 'confirmed'
      /** Whether they proved who they are, now, for this: a finger, a face, a PIN. */
      readonly userVerified: boolean
      /** Which of the accounts they took on our screen; absent if they were shown none to choose from. */
      readonly account?: number
    }
  /** They tried to prove who they are, and failed. */
  | { readonly outcome: 'not_verified' }
  | { readonly outcome: 'denied' }
  | { readonly outcome: 'timed_out' }

/** The person in front of the authenticator: a screen, a button, or a test. */
export interface Person {
  confirm(request: Confirmation): Promise<PersonAnswer>
}
