import type { SignInContext } from '../conditional-access/sign-in-context.ts'
import type { PasskeyFacts } from '../methods/passkey-facts.ts'
import type { PersonFacts } from '../person-facts.ts'

/** Where and how somebody signs in: everything about a sign-in but the person, what they prove and when. */
export type Situation = Omit<SignInContext, 'proofs' | 'origin' | 'now' | 'acceptedTerms' | 'risk'>

/** What somebody has to sign in with. */
export interface Holdings {
  readonly passkeys: readonly PasskeyFacts[]
  readonly password: boolean
  readonly totp: boolean
  /** A pass that was issued and is neither used up nor over. */
  readonly pass?: { readonly once: boolean; readonly startsAt: Date; readonly expiresAt: Date }
}

/** Everything about a person that decides whether a change would shut them out. */
export interface PersonStanding {
  readonly person: PersonFacts
  /** What rules would know of them after the change, where it moves them between groups or roles. Default: the same. */
  readonly personAfter?: PersonFacts
  readonly holdings: Holdings
  /** Where they signed in in the last thirty days; each once will do. */
  readonly situations: readonly Situation[]
}

/** How somebody would fare, from best to worst. */
export type Standing =
  /** They sign in with what they have. */
  | 'satisfied'
  /** They can add what it takes by themselves, with what they have. */
  | 'canEnrol'
  /** They need a pass, or somebody who adds a passkey for them. */
  | 'needsHelpDesk'
  /** Nothing that anybody could give them would let them in. */
  | 'blocked'

/** From best to worst. */
export const standings: readonly Standing[] = ['satisfied', 'canEnrol', 'needsHelpDesk', 'blocked']

/** What somebody could add. */
export type Enrolment = 'passkey' | 'totp'

/** How somebody fares, and why. */
export interface Outlook {
  readonly standing: Standing
  /** What they could add, if they can by themselves. */
  readonly through?: Enrolment
  /** Whether a pass that they hold is what lets them. */
  readonly byPass: boolean
  /** The names of the policies that are not satisfied by what they have, in order. */
  readonly policies: readonly string[]
}
