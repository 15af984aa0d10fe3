import type { AccessPolicy } from '../conditional-access/access-policy.ts'
import { decideAmong } from '../conditional-access/decide-among.ts'
import { missingControls } from '../conditional-access/grant.ts'
import type { SignInContext } from '../conditional-access/sign-in-context.ts'
import { mayRegisterWith } from '../may-change-methods.ts'
import type { ProvenMethod } from '../proven-method.ts'
import { singleFactorStrength } from '../strengths/compile-strength.ts'
import { satisfiesStrength } from '../strengths/satisfies-strength.ts'
import type { Provable } from './holdings.ts'
import type { Enrolment, Holdings, Outlook, Situation } from './person-standing.ts'

/** What a person's outlook in one situation rests on. */
export interface OutlookFacts {
  readonly situation: Situation
  /** The enabled policies that apply to the person there. */
  readonly applying: readonly AccessPolicy[]
  /** Those that apply when they add a sign-in method there. */
  readonly registering: readonly AccessPolicy[]
  readonly provable: Provable
  readonly holdings: Holdings
  readonly now: Date
  /** The organisation's word on whether a password alone is enough to add the first passkey. */
  readonly passwordMayAddFirstPasskey: boolean
}

/**
 * Decide how somebody fares in one situation: by the sign-in's own decision, about the best they could prove.
 *
 * Terms of use are taken for accepted: whoever is asked can. A device is what is known of it: nobody makes it compliant
 * at the door.
 */
export function decideOutlook(facts: OutlookFacts): Outlook {
  const { proofs, pass } = facts.provable
  const letsIn = (some: readonly ProvenMethod[]) => isLetIn(facts, some)
  if (letsIn(proofs)) return { standing: 'satisfied', byPass: false, policies: [] }

  const policies = unsatisfied(facts)
  const through = findEnrolment(facts, letsIn)
  if (through !== undefined) {
    // Named only where it matters: without the pass they could not.
    if (mayRegister(facts, proofs)) return { standing: 'canEnrol', through, byPass: false, policies }
    if (pass !== undefined && mayRegister(facts, [...proofs, pass])) {
      return { standing: 'canEnrol', through, byPass: true, policies }
    }
  }
  return { standing: canBeHelped(facts, letsIn) ? 'needsHelpDesk' : 'blocked', byPass: false, policies }
}

function isLetIn(facts: OutlookFacts, proofs: readonly ProvenMethod[]): boolean {
  if (!satisfiesStrength(proofs, singleFactorStrength).allow) return false
  return decideAmong(facts.applying, toSignIn(facts, proofs)).outcome === 'allowed'
}

/** What somebody could add by themselves that would let them in. */
function findEnrolment(
  { provable: { proofs, ownPasskeys, ownTotp } }: OutlookFacts,
  letsIn: (proofs: readonly ProvenMethod[]) => boolean,
): Enrolment | undefined {
  if (ownPasskeys.some((passkey) => letsIn([...proofs, passkey]))) return 'passkey'
  return ownTotp !== undefined && letsIn([...proofs, ownTotp]) ? 'totp' : undefined
}

/** Whether what they can prove lets them add a method, in this very situation. */
function mayRegister(facts: OutlookFacts, proofs: readonly ProvenMethod[]): boolean {
  const { holdings, now, passwordMayAddFirstPasskey } = facts
  const pass = proofs.find(({ method }) => method === 'temporaryAccessPass')
  const registers = mayRegisterWith({
    now,
    proofs,
    origin: 'browser',
    ...(pass && { pass: { once: pass.once === true } }),
    registered: { passkeys: holdings.passkeys.length, password: holdings.password, totp: holdings.totp },
    passwordMayAddFirstPasskey,
  })
  if (!registers.allow) return false
  const target = { kind: 'action', action: 'urn:user:registersecurityinfo' } as const
  const signIn = { ...toSignIn(facts, proofs), target, origin: 'browser' as const }
  return decideAmong(facts.registering, signIn).outcome === 'allowed'
}

/** Whether the help desk could let them in: with a pass, or with a passkey made for them. */
function canBeHelped(
  { provable: { proofs, givenPass, givenPasskeys } }: OutlookFacts,
  letsIn: (proofs: readonly ProvenMethod[]) => boolean,
): boolean {
  if (givenPass !== undefined && letsIn([...proofs, givenPass])) return true
  return givenPasskeys.some((passkey) => letsIn([...proofs, passkey]))
}

/** The names of the policies that what they have does not satisfy. */
function unsatisfied(facts: OutlookFacts): readonly string[] {
  const { grant } = decideAmong(facts.applying, toSignIn(facts, facts.provable.proofs))
  const failing = facts.applying.filter((policy) => missingControls(policy, grant).length > 0)
  return [...new Set(failing.map(({ displayName }) => displayName))].sort()
}

function toSignIn(
  { situation, now, applying, registering }: OutlookFacts,
  proofs: readonly ProvenMethod[],
): SignInContext {
  const terms = [...applying, ...registering].flatMap(({ controls }) =>
    controls.flatMap((control) => (control.kind === 'terms' ? control.id : [])),
  )
  const origin = situation.transferMethod === 'deviceCodeFlow' ? 'deviceCode' : 'browser'
  return { ...situation, proofs, origin, now, acceptedTerms: new Set(terms) }
}
