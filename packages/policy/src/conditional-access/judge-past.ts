import type { PersonFacts } from '../person-facts.ts'
import type { ProvenMethod } from '../proven-method.ts'
import { builtInStrengthDocuments } from '../strengths/built-in-strengths.ts'
import type { CompiledAccess } from './access-policy.ts'
import { decideAccess } from './decide-access.ts'
import type { AnalysisReason } from './match-policy.ts'
import type { SignInContext } from './sign-in-context.ts'

/** What a policy would have made of a sign-in that is over. */
export type PastOutcome =
  /** It would not have been about it. */
  | 'notAbout'
  | 'passes'
  /** The person would have been asked for more, and could have given it there and then. */
  | 'needsMore'
  | 'blocked'
  /** The log does not keep what the policy looks at. */
  | 'unknown'

/** What the log keeps of a sign-in. */
export interface PastSignIn
  extends Pick<SignInContext, 'platform' | 'country' | 'ipAddress' | 'clientAppType' | 'acceptedTerms'> {
  readonly clientId: string
  readonly at: Date
  readonly proofs: readonly ProvenMethod[]
  /** Whether the proofs are known only by how strong they were together. */
  readonly inferred: boolean
}

/** Conditions on what no sign-in leaves behind. */
const unknowable: ReadonlySet<AnalysisReason> = new Set([
  'authenticationContext',
  'authenticationFlow',
  'devices',
  'signInRisk',
  'userRisk',
  'insiderRisk',
  'notEnoughInformation',
])

const builtIn: ReadonlySet<string> = new Set(builtInStrengthDocuments.map(({ id }) => id))

/**
 * Say what one policy would have made of a sign-in that is over: by the sign-in's own decision, about what the log kept.
 *
 * @param access compiled from that policy alone, whatever its state
 */
export function judgePast(
  access: CompiledAccess,
  person: PersonFacts,
  { clientId, at, inferred, ...known }: PastSignIn,
): { readonly outcome: PastOutcome; readonly missing: readonly string[] } {
  const [compiled] = access.policies
  if (compiled === undefined || person.breakGlass) return { outcome: 'notAbout', missing: [] }
  // Watched, whatever it is: then it has a verdict of its own and no other policy counts.
  const policy = { ...compiled, state: 'enabledForReportingButNotEnforced' } as const
  const signIn: SignInContext = {
    ...known,
    target: { kind: 'app', clientId },
    authenticationContexts: [],
    origin: 'browser',
    now: at,
  }
  const [verdict] = decideAccess({ access: { ...access, policies: [policy] } }, person, signIn).verdicts
  if (verdict === undefined) throw new Error('a policy got no verdict')
  const { because, missing, result } = verdict
  if (because.length > 0) {
    return { outcome: because.every((each) => unknowable.has(each)) ? 'unknown' : 'notAbout', missing: [] }
  }
  if (policy.deviceFilter !== undefined) return { outcome: 'unknown', missing: [] }
  if (result === 'reportOnlySuccess') return { outcome: 'passes', missing }
  // How strong it was does not say with which key.
  const namesCombinations = policy.controls.some(
    (control) => control.kind === 'strength' && !builtIn.has(control.strength?.id ?? ''),
  )
  if (inferred && namesCombinations) return { outcome: 'unknown', missing }
  return { outcome: result === 'reportOnlyInterrupted' ? 'needsMore' : 'blocked', missing }
}

/** Conditions and controls of a policy about which past sign-ins say nothing, or not all. The names are stable. */
export type PastGap = 'contexts' | 'actions' | 'devices' | 'risk' | 'transfer' | 'frequency' | 'terms'

/** List what past sign-ins cannot tell of a policy. */
export function pastGaps({ policies: [policy] }: CompiledAccess): readonly PastGap[] {
  if (policy === undefined) return []
  const gaps: readonly (readonly [PastGap, boolean])[] = [
    ['contexts', policy.target.kind === 'contexts'],
    ['actions', policy.target.kind === 'actions'],
    ['devices', policy.deviceFilter !== undefined],
    ['transfer', policy.transferMethods !== undefined],
    ['risk', [policy.signInRisk, policy.userRisk, policy.insiderRisk].some((each) => each !== undefined)],
    ['frequency', policy.frequency !== undefined],
    ['terms', policy.controls.some(({ kind }) => kind === 'terms')],
  ]
  return gaps.filter(([, is]) => is).map(([gap]) => gap)
}
