import { type ProvenMethod, proofsSince } from '../proven-method.ts'
import { type Strength, singleFactorStrength } from '../strengths/compile-strength.ts'
import type { AccessPolicy, Frequency } from './access-policy.ts'
import { type GrantFacts, isMetBy, missingControls, needsOf, toGrantFacts } from './grant.ts'
import { mergeNeeds, noNeeds, type SessionNeeds } from './session-needs.ts'
import type { SignInContext } from './sign-in-context.ts'

/** What policies that apply come to together, and what that was worked out from. */
export interface DecisionAmong {
  readonly outcome: 'allowed' | 'blocked' | 'needs'
  readonly needs: SessionNeeds
  readonly frequencies: readonly Frequency[]
  readonly grant: GrantFacts
}

/** Decide about a sign-in by policies of which each is enabled and applies to it. */
export function decideAmong(applying: readonly AccessPolicy[], signIn: SignInContext): DecisionAmong {
  const frequencies = shortestOf(applying.flatMap(({ frequency }) => frequency ?? []))
  const grant = toGrantFacts(
    signIn,
    countingProofs(signIn, frequencies),
    strengthsToRegister(applying, signIn),
  )
  return { ...decideOutcome(applying, frequencies, grant), frequencies, grant }
}

function decideOutcome(
  applying: readonly AccessPolicy[],
  frequencies: readonly Frequency[],
  grant: GrantFacts,
): Pick<DecisionAmong, 'outcome' | 'needs'> {
  const unmet = applying.filter((policy) => missingControls(policy, grant).length > 0)
  const asks = unmet.map((policy) => ({ policy, needs: needsOf(policy, grant) }))
  const possible = asks.flatMap(({ policy, needs }) => (needs === undefined ? [] : { policy, needs }))
  if (possible.length < asks.length) return { outcome: 'blocked', needs: noNeeds }

  // First what has no choice: it may settle those that have one.
  const musts = mergeNeeds(possible.flatMap(({ policy, needs }) => (hasChoice(policy) ? [] : needs)))
  const choices = possible.filter(({ policy }) => hasChoice(policy) && !isMetBy(policy, musts, grant))
  const needs = mergeNeeds([musts, ...choices.map((choice) => choice.needs)])

  const provesAgain = frequencies.length > 0 && isTooOld(grant)
  if (unmet.length === 0 && !provesAgain) return { outcome: 'allowed', needs: noNeeds }
  const after = grant.counting.length < grant.signIn.proofs.length ? latestOf(frequencies, grant) : undefined
  return { outcome: 'needs', needs: { ...needs, ...(after !== undefined && { provenAfter: after }) } }
}

function hasChoice(policy: AccessPolicy): boolean {
  return policy.operator === 'OR' && policy.controls.length > 1
}

/** What people who are about to register a method must prove instead of what all applications ask. */
function strengthsToRegister(
  applying: readonly AccessPolicy[],
  { target }: SignInContext,
): readonly Strength[] {
  if (target.kind !== 'action' || target.action !== 'urn:user:registersecurityinfo') return []
  const controls = applying.flatMap((policy) => (policy.target.kind === 'actions' ? policy.controls : []))
  return controls.flatMap((control) =>
    control.kind === 'strength' && control.name === 'authenticationStrength' ? (control.strength ?? []) : [],
  )
}

/** Of frequencies those that matter: the shortest for everything, and the shortest for what follows a password. */
function shortestOf(frequencies: readonly Frequency[]): readonly Frequency[] {
  const shortest = (secondaryOnly: boolean) =>
    frequencies
      .filter((each) => each.secondaryOnly === secondaryOnly)
      .reduce<Frequency | undefined>((a, b) => (a !== undefined && a.seconds <= b.seconds ? a : b), undefined)
  const whole = shortest(false)
  const secondary = shortest(true)
  if (whole !== undefined && secondary !== undefined && whole.seconds <= secondary.seconds) return [whole]
  return [whole, secondary].filter((each) => each !== undefined)
}

/** Whether what is new enough is no sign-in: nothing, or a code, which is a second proof and never a first. */
export function isTooOld(grant: GrantFacts): boolean {
  return !grant.satisfies(singleFactorStrength)
}

/** The proofs that are new enough for every frequency. */
export function countingProofs(
  { proofs, now }: SignInContext,
  frequencies: readonly Frequency[],
): readonly ProvenMethod[] {
  return frequencies.reduce((counting, { seconds, secondaryOnly }) => {
    const fresh = proofsSince(counting, new Date(now.getTime() - seconds * 1000), now)
    if (!secondaryOnly) return fresh
    return counting.filter((proof) => proof.method === 'password' || fresh.includes(proof))
  }, proofs)
}

function latestOf(frequencies: readonly Frequency[], { signIn }: GrantFacts): Date | undefined {
  const seconds = Math.min(...frequencies.map((each) => each.seconds))
  return Number.isFinite(seconds) ? new Date(signIn.now.getTime() - seconds * 1000) : undefined
}
