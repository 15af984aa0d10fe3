import type { DeviceFacts } from '../conditional-access/device-facts.ts'
import type { SignInContext } from '../conditional-access/sign-in-context.ts'
import type { PasskeyFacts } from '../methods/passkey-facts.ts'
import type { PersonFacts } from '../person-facts.ts'

/** Where and how somebody signs in: everything about a sign-in but the person, what they prove and when. */
export type Situation = Omit<SignInContext, 'proofs' | 'origin' | 'now' | 'acceptedTerms' | 'risk'>

/** A system, as rules speak of it. */
export type System = NonNullable<Situation['platform']>

/** A passkey that somebody has. */
export interface HeldPasskey extends PasskeyFacts {
  /** The registered device that a sign-in with it proves: its key lives in the very browser. Absent: it proves none. */
  readonly device?: DeviceFacts
}

/** What somebody has to sign in with. */
export interface Holdings {
  readonly passkeys: readonly HeldPasskey[]
  /** How many more they have that let nobody in at this moment. Absent: none. */
  readonly deadPasskeys?: number
  readonly password: boolean
  readonly totp: boolean
  /** Whether a device of theirs that is switched on has a key to approve by. Absent: none has. */
  readonly approver?: boolean
  /** The systems on which a browser of theirs is remembered, and was used lately. Absent: on none. */
  readonly rememberedOn?: readonly System[]
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

/** What somebody could add. `push`: a device that approves, after a password. `device`: the browser they sit at, registered. */
export type Enrolment = 'passkey' | 'totp' | 'push' | 'device'

/** How somebody fares, and why. */
export interface Outlook {
  readonly standing: Standing
  /**
   * What they could add, if they can by themselves. `device` of somebody who needs the help desk: theirs has to be said to
   * be compliant, by whoever manages devices.
   */
  readonly through?: Enrolment
  /** Whether a pass that they hold is what lets them. */
  readonly byPass: boolean
  /** The names of the policies that are not satisfied by what they have, in order. */
  readonly policies: readonly string[]
}
