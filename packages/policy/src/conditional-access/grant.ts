import type { ProvenMethod } from '../proven-method.ts'
import type { Strength } from '../strengths/compile-strength.ts'
import { impliesStrength } from '../strengths/implies-strength.ts'
import { satisfiesStrength } from '../strengths/satisfies-strength.ts'
import type { AccessPolicy, Control } from './access-policy.ts'
import { nameOf } from './compile-access.ts'
import { noNeeds, type SessionNeeds } from './session-needs.ts'
import type { SignInContext } from './sign-in-context.ts'

/** What controls are held against. */
export interface GrantFacts {
  readonly signIn: SignInContext
  /** The proofs that are new enough. */
  readonly counting: readonly ProvenMethod[]
  /** Strengths that take the place of those that policies name for all applications; usually none. */
  readonly replacing: readonly Strength[]
  /** Whether the proofs satisfy a strength. */
  satisfies(strength: Strength): boolean
}

/** Put together what controls are held against. A strength that many policies name is worked out once. */
export function toGrantFacts(
  signIn: SignInContext,
  counting: readonly ProvenMethod[],
  replacing: readonly Strength[],
): GrantFacts {
  const answers = new Map<Strength, boolean>()
  return {
    signIn,
    counting,
    replacing,
    satisfies(strength) {
      const known = answers.get(strength)
      if (known !== undefined) return known
      const answer = satisfiesStrength(counting, strength, signIn.origin).allow
      answers.set(strength, answer)
      return answer
    },
  }
}

/** The controls of a policy that are not satisfied: with `OR`, none if one of them is. */
export function missingControls(policy: AccessPolicy, facts: GrantFacts): readonly Control[] {
  if (policy.controls.length === 0) return policy.controls
  const missing = policy.controls.filter((control) => !isSatisfied(control, policy, facts))
  return policy.operator === 'OR' && missing.length < policy.controls.length ? [] : missing
}

function isSatisfied(control: Control, policy: AccessPolicy, facts: GrantFacts): boolean {
  const { device, acceptedTerms } = facts.signIn
  switch (control.kind) {
    case 'block':
    case 'unavailable':
      return false
    case 'strength': {
      const strengths = strengthsOf(control, policy, facts)
      return strengths.length > 0 && strengths.every((strength) => facts.satisfies(strength))
    }
    case 'compliantDevice':
      return device?.isCompliant === true || isJoining(facts.signIn)
    case 'domainJoinedDevice':
      return device?.trustType === 'ServerAD'
    case 'terms':
      return acceptedTerms.has(control.id)
  }
}

/** No device is compliant before it is registered: a rule for all apps must not keep it from that. */
function isJoining({ target }: SignInContext): boolean {
  return target.kind === 'action' && target.action === 'urn:user:registerdevice'
}

/** The strengths a control stands for. None: nobody can satisfy it. */
function strengthsOf(
  control: Control & { readonly kind: 'strength' },
  { target }: AccessPolicy,
  { replacing }: GrantFacts,
): readonly Strength[] {
  const forAllApps = target.kind === 'apps' && target.all && control.name === 'authenticationStrength'
  if (forAllApps && replacing.length > 0) return replacing
  return control.strength === undefined ? [] : [control.strength]
}

/**
 * What to ask of the session so that a policy is satisfied: everything that is missing or, with `OR`, the best of it.
 *
 * @returns `undefined` if nothing the session could do helps
 */
export function needsOf(policy: AccessPolicy, facts: GrantFacts): SessionNeeds | undefined {
  const missing = missingControls(policy, facts)
  const asks = missing.map((control) => needOf(control, policy, facts))
  if (policy.operator === 'AND') {
    const possible = asks.filter((ask) => ask !== undefined)
    return possible.length < asks.length ? undefined : joined(possible)
  }
  const best = (['strengths', 'terms'] as const)
    .map((kind) => asks.find((ask) => ask !== undefined && ask[kind].length > 0))
    .find((ask) => ask !== undefined)
  return best ?? asks.find((ask) => ask?.compliantDevice)
}

function needOf(control: Control, policy: AccessPolicy, facts: GrantFacts): SessionNeeds | undefined {
  switch (control.kind) {
    case 'strength': {
      const strengths = strengthsOf(control, policy, facts).filter((strength) => !facts.satisfies(strength))
      return strengths.length > 0 ? { ...noNeeds, strengths } : undefined
    }
    case 'terms':
      return { ...noNeeds, terms: [control.id] }
    case 'compliantDevice':
      return { ...noNeeds, compliantDevice: true }
    default:
      return undefined
  }
}

function joined(asks: readonly SessionNeeds[]): SessionNeeds {
  return {
    strengths: asks.flatMap(({ strengths }) => strengths),
    compliantDevice: asks.some(({ compliantDevice }) => compliantDevice),
    terms: asks.flatMap(({ terms }) => terms),
  }
}

/** Whether a policy that takes one control or another is satisfied once the session has given what others ask anyway. */
export function isMetBy(policy: AccessPolicy, asked: SessionNeeds, facts: GrantFacts): boolean {
  if (policy.operator !== 'OR') return false
  return policy.controls.some((control) => {
    if (control.kind === 'compliantDevice') return asked.compliantDevice
    if (control.kind === 'terms') return asked.terms.includes(control.id)
    if (control.kind !== 'strength') return false
    const strengths = strengthsOf(control, policy, facts)
    return (
      strengths.length > 0 &&
      strengths.every(
        (wanted) => facts.satisfies(wanted) || asked.strengths.some((each) => impliesStrength(each, wanted)),
      )
    )
  })
}

/** Whether a person could do something about what is missing, there and then. */
export function isInteractive(missing: readonly Control[]): boolean {
  return missing.every(({ kind }) => kind === 'strength' || kind === 'terms')
}

/** The names of controls, each once. */
export function toNames(controls: readonly Control[]): readonly string[] {
  return [...new Set(controls.map(nameOf))]
}
