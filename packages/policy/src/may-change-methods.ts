import { allow, type Decision, deny } from './decision.ts'
import { canReach, type RegisteredMethods } from './preferred-method.ts'
import { freshProofs, isApproval, type ProvenMethod, type SessionOrigin } from './proven-method.ts'
import { type StrengthName, satisfies } from './strength.ts'

/** How recent multi-factor authentication must be before a sign-in method may be changed. */
export const freshMfaSeconds = 5 * 60

/** For how long after signing in with a one-time pass a method may be registered. */
export const afterOneTimePassSeconds = 10 * 60

/** What the decision about registering rests on. */
export interface RegistrationFacts {
  readonly now: Date
  /** What was proven in this very session. */
  readonly proofs: readonly ProvenMethod[]
  readonly origin: SessionOrigin
  /** The pass behind the session, if it came from one that is still there. */
  readonly pass?: { readonly once: boolean }
  /** What the person has already. */
  readonly registered: RegisteredMethods
  readonly passwordMayAddFirstPasskey: boolean
}

/**
 * Decide whether a session may add a passkey. That a session is alive is not enough.
 *
 * It may when it proved multi-factor authentication in the last five minutes; within ten minutes of a one-time pass; as
 * long as it lives, when it came from a pass that may be used again; and with a password alone, just typed, when that is
 * all the person has and the organisation allows it.
 */
export function mayRegisterWith(facts: RegistrationFacts): Decision {
  const always = mayChangeMethods(facts)
  if (always.allow || always.because === 'device_code') return always
  if (facts.pass !== undefined) return mayRegisterByPass(facts, facts.pass)
  // A password beside an approval is what a page that relays ours gets: it counts for less than a password alone.
  const relayed = facts.proofs.some(({ method }) => isApproval(method))
  if (!relayed && facts.proofs.some(({ method }) => method === 'password') && !hasMfa(facts.proofs)) {
    return mayRegisterByPassword(facts)
  }
  return always
}

function mayRegisterByPass(facts: RegistrationFacts, pass: { readonly once: boolean }): Decision {
  const byPass = facts.proofs.filter(({ method }) => method === 'temporaryAccessPass')
  if (byPass.length === 0) return deny('not_strong_enough')
  if (!pass.once) return allow
  return freshProofs(byPass, facts.now, afterOneTimePassSeconds).length > 0 ? allow : deny('not_fresh')
}

function mayRegisterByPassword(facts: RegistrationFacts): Decision {
  const { passkeys, totp, push = false } = facts.registered
  if (!facts.passwordMayAddFirstPasskey || passkeys > 0 || totp || push) return deny('password_alone')
  const typed = facts.proofs.filter(({ method }) => method === 'password')
  return freshProofs(typed, facts.now, freshMfaSeconds).length > 0 ? allow : deny('not_fresh')
}

/**
 * Decide whether a session may change a person's sign-in methods: everything that multi-factor authentication needs was
 * proven in the last five minutes, and not by an approval: a page that relays ours gets those as well, and would add a
 * method of its own.
 */
export function mayChangeMethods(facts: Pick<RegistrationFacts, 'now' | 'proofs' | 'origin'>): Decision {
  if (facts.origin === 'deviceCode') return deny('device_code')
  const fresh = lastingProofs(freshProofs(facts.proofs, facts.now, freshMfaSeconds))
  if (satisfies(fresh, 'multiFactor').allow) return allow
  if (facts.proofs.length === 0) return deny('nothing_proven')
  return deny(hasMfa(facts.proofs) ? 'not_fresh' : 'not_strong_enough')
}

/** Whether everything that multi-factor authentication needs was proven in the last so many seconds, by more than an approval. */
export function isProvenWithin(facts: {
  readonly now: Date
  readonly proofs: readonly ProvenMethod[]
  readonly seconds: number
}): boolean {
  return satisfies(lastingProofs(freshProofs(facts.proofs, facts.now, facts.seconds)), 'multiFactor').allow
}

/**
 * Decide whether a passkey may be made in passing (conditional create): the browser asks nobody, so the sign-in itself
 * must have been multi-factor, in this session, in the last five minutes. No pass or password stands in for that.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-createCredential
 */
export function mayUpgrade(facts: Pick<RegistrationFacts, 'now' | 'proofs' | 'origin'>): Decision {
  const decision = mayChangeMethods(facts)
  return decision.allow || decision.because === 'device_code' ? decision : deny('upgrade_needs_mfa')
}

/** Decide whether a method may go: with what is left the person must still be able to sign in, if they can now. */
export function mayRemoveMethod(
  before: RegisteredMethods,
  after: RegisteredMethods,
  least: StrengthName,
): Decision {
  return canReach(before, least) && !canReach(after, least) ? deny('last_method') : allow
}

function hasMfa(proofs: readonly ProvenMethod[]): boolean {
  return satisfies(lastingProofs(proofs), 'multiFactor').allow
}

/** The proofs on whose word something lasting may be changed: all but approvals. */
export function lastingProofs<P extends Pick<ProvenMethod, 'method'>>(proofs: readonly P[]): readonly P[] {
  return proofs.filter(({ method }) => !isApproval(method))
}
