import type { PersonFacts } from '../person-facts.ts'
import type { Rules } from '../rules.ts'
import { type AccessDecision, type AccessVerdict, decideAccess } from './decide-access.ts'
import type { AccessTarget, SignInContext } from './sign-in-context.ts'

/** A sign-in that somebody imagines: what is left out is not known. */
export interface HypotheticalSignIn extends Partial<Omit<SignInContext, 'target' | 'now'>> {
  readonly target: AccessTarget
  readonly now: Date
}

/** What one policy would say. */
export interface WhatIfResult extends AccessVerdict {
  /** Whether it would hold, or would be told in the log if it is only watched. */
  readonly policyApplies: boolean
  /** Why not, as flags in Graph's words; `notSet` if it applies. */
  readonly analysisReasons: string
}

/**
 * Say what each policy would make of a sign-in, and what they would together. It is the sign-in's own decision about a
 * sign-in that does not happen.
 *
 * @see https://learn.microsoft.com/graph/api/conditionalaccessroot-evaluate
 */
export function whatIf(
  rules: Pick<Rules, 'access'>,
  person: PersonFacts,
  hypothetical: HypotheticalSignIn,
): { readonly decision: AccessDecision; readonly results: readonly WhatIfResult[] } {
  const decision = decideAccess(rules, person, toSignInContext(hypothetical))
  const results = decision.verdicts.map((verdict) => ({
    ...verdict,
    policyApplies: verdict.because.length === 0,
    analysisReasons: verdict.because.join(',') || 'notSet',
  }))
  return { decision, results }
}

/** A sign-in that is imagined, with what is left out as little as can be. */
function toSignInContext(hypothetical: HypotheticalSignIn): SignInContext {
  return {
    authenticationContexts: [],
    // No network has this address: policies for places say that they would need to know more.
    ipAddress: '',
    clientAppType: 'browser',
    proofs: [],
    origin: 'browser',
    acceptedTerms: new Set(),
    ...hypothetical,
  }
}
