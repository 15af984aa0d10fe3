import type { PersonFacts } from '../person-facts.ts'
import type { ProvenMethod } from '../proven-method.ts'
import type { Rules } from '../rules.ts'
import type { AccessPolicy, Frequency } from './access-policy.ts'
import { countingProofs, decideAmong, isTooOld } from './decide-among.ts'
import { type GrantFacts, isInteractive, missingControls, toGrantFacts, toNames } from './grant.ts'
import { type AnalysisReason, reasonsAgainst, toSignInFacts } from './match-policy.ts'
import { noNeeds, type SessionNeeds } from './session-needs.ts'
import type { SignInContext } from './sign-in-context.ts'

/** What a policy came to, in the words of the sign-in log. */
export type AccessResult =
  | 'success'
  | 'failure'
  | 'notApplied'
  | 'notEnabled'
  | 'reportOnlySuccess'
  | 'reportOnlyFailure'
  | 'reportOnlyNotApplied'
  | 'reportOnlyInterrupted'

/** What one policy says of a sign-in. */
export interface AccessVerdict {
  readonly policyId: string
  readonly displayName: string
  readonly state: AccessPolicy['state']
  readonly result: AccessResult
  /** Why it does not apply; empty if it does, or would were it enabled. */
  readonly because: readonly AnalysisReason[]
  /** The controls that are not satisfied; empty if it does not apply. */
  readonly missing: readonly string[]
  readonly grantControls: readonly string[]
  readonly sessionControls: readonly string[]
  /** The name of the strength it asks for, where that is one that was chosen. */
  readonly strength?: string
}

/** What all policies together say of a sign-in. */
export interface AccessDecision {
  readonly outcome: 'allowed' | 'blocked' | 'needs'
  /** False for a person kept for emergencies: the verdicts are told, the outcome is `allowed` whatever they are. */
  readonly enforced: boolean
  /** Exactly what is missing, and only that; nothing unless the outcome is `needs`. */
  readonly needs: SessionNeeds
  /** The proofs that count: those that are new enough for every policy. What to ask for next starts from these. */
  readonly counting: readonly ProvenMethod[]
  readonly session: {
    /** How old proofs may be: what is shortest in all policies. */
    readonly frequencies: readonly Frequency[]
    readonly persistentBrowser?: 'always' | 'never'
  }
  readonly verdicts: readonly AccessVerdict[]
}

/**
 * Decide about a sign-in by every policy of the tenant.
 *
 * All policies that apply count together. A block wins over everything; after that, the session is asked for what is
 * missing. Where a policy takes one control or another, and none is there, a strength is asked for before terms of use,
 * and those before a compliant device. A policy that asks for something nobody can give blocks. Report-only policies get
 * a verdict and change nothing. The order of policies does not matter.
 *
 * That anything at all was proven is not decided here: Conditional Access comes after the first factor.
 *
 * Registering sign-in methods (`urn:user:registersecurityinfo`) happens on the Security info page, so policies for that
 * application or for all count too. A strength that policies name for the action itself takes the place of the strengths
 * that policies name for all applications; their other controls stay.
 *
 * @see https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strength-how-it-works
 */
export function decideAccess(
  { access }: Pick<Rules, 'access'>,
  person: PersonFacts,
  signIn: SignInContext,
): AccessDecision {
  const facts = toSignInFacts(access, signIn)
  const reasons = access.policies.map((policy) => reasonsAgainst(policy, person, facts))
  const applying = access.policies.filter(
    (policy, at) => policy.state === 'enabled' && reasons[at]?.length === 0,
  )
  const { outcome, needs, frequencies, grant } = decideAmong(applying, signIn)
  const verdicts = access.policies.map((policy, at) => {
    const because = reasons[at] ?? []
    return toVerdict(policy, because, because.length === 0 ? forReport(policy, frequencies, grant) : grant)
  })
  if (person.breakGlass) return { ...allowed, enforced: false, counting: signIn.proofs, verdicts }

  const persistentBrowser = mergePersistentBrowser(applying)
  return {
    outcome,
    needs,
    enforced: true,
    counting: grant.counting,
    session: { frequencies, ...(persistentBrowser !== undefined && { persistentBrowser }) },
    verdicts,
  }
}

const allowed = { outcome: 'allowed', needs: noNeeds, session: { frequencies: [] } } as const

function toVerdict(
  policy: AccessPolicy,
  because: readonly AnalysisReason[],
  grant: GrantFacts,
): AccessVerdict {
  const applies = because.length === 0
  const missing = applies ? missingControls(policy, grant) : []
  const tooOld = applies && policy.frequency !== undefined && isTooOld(grant)
  return {
    policyId: policy.id,
    displayName: policy.displayName,
    state: policy.state,
    result: toResult(policy.state, applies, { missing, tooOld }),
    because: policy.state === 'disabled' ? [...because, 'policyNotEnabled'] : because,
    missing:
      missing.length === 0 && !tooOld ? none : [...toNames(missing), ...(tooOld ? ['signInFrequency'] : [])],
    grantControls: policy.grantControls,
    sessionControls: policy.sessionControls,
    ...strengthOf(policy),
  }
}

function strengthOf({ controls }: AccessPolicy): Pick<AccessVerdict, 'strength'> {
  for (const control of controls) {
    if (control.kind !== 'strength' || control.name !== 'authenticationStrength') continue
    return control.strength === undefined ? {} : { strength: control.strength.displayName }
  }
  return {}
}

const none: readonly string[] = []

function toResult(
  state: AccessPolicy['state'],
  applies: boolean,
  { missing, tooOld }: { readonly missing: ReturnType<typeof missingControls>; readonly tooOld: boolean },
): AccessResult {
  const satisfied = missing.length === 0 && !tooOld
  switch (state) {
    case 'disabled':
      return 'notEnabled'
    case 'enabled':
      return applies ? (satisfied ? 'success' : 'failure') : 'notApplied'
    case 'enabledForReportingButNotEnforced':
      if (!applies) return 'reportOnlyNotApplied'
      if (satisfied) return 'reportOnlySuccess'
      return isInteractive(missing) ? 'reportOnlyInterrupted' : 'reportOnlyFailure'
  }
}

/** A policy that is only watched is told as if it held: with its own frequency beside those that hold. */
function forReport(policy: AccessPolicy, frequencies: readonly Frequency[], grant: GrantFacts): GrantFacts {
  const { frequency, state } = policy
  if (frequency === undefined || state !== 'enabledForReportingButNotEnforced') return grant
  const counting = countingProofs(grant.signIn, [...frequencies, frequency])
  return toGrantFacts(grant.signIn, counting, grant.replacing)
}

function mergePersistentBrowser(applying: readonly AccessPolicy[]): 'always' | 'never' | undefined {
  const modes = applying.map(({ persistentBrowser }) => persistentBrowser)
  if (modes.includes('never')) return 'never'
  return modes.includes('always') ? 'always' : undefined
}
