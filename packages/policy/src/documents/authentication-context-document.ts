/**
 * A word between applications and policies: an application asks for `c1`, and a policy says what it takes.
 *
 * @see https://learn.microsoft.com/graph/api/resources/authenticationcontextclassreference
 */
export interface AuthenticationContextDocument {
  /** `c1` to `c99`. */
  readonly id: string
  readonly displayName: string
  readonly description: string | null
  /** Whether applications may ask for it yet. */
  readonly isAvailable: boolean
}
