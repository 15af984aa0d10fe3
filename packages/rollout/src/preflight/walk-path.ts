import type { OpenPolicy } from '@latchkey/guidance'
import type { TenantSettings } from '@latchkey/identity'
import {
  type AccessDecision,
  type AccessTarget,
  decideAccess,
  everydaySituations,
  findLoops,
  knownApps,
  type Loop,
  type LoopCode,
  mayRegisterWith,
  mayUseMethod,
  type PasskeyDenial,
  type PersonFacts,
  type ProvenMethod,
  type RuleDocuments,
  type Rules,
  type ScopeDenial,
  type Situation,
  satisfiesStrength,
  strengthByName,
} from '@latchkey/policy'

/** The steps from nothing to the first sign-in with a passkey, in order. */
export const walkSteps = ['pass', 'comeIn', 'register', 'passkey', 'signIn'] as const

export type WalkStep = (typeof walkSteps)[number]

/** The systems on which the path is walked. */
export const walkPlatforms = ['windows', 'macOS', 'iOS', 'android'] as const

export type WalkPlatform = (typeof walkPlatforms)[number]

/** What stands in the way, or may. The names are stable. */
export type WalkFindingCode =
  | 'person_disabled'
  /** Passes are not for this person. */
  | 'pass_not_allowed'
  | 'blocked'
  /** A strength is asked for that what they have at this step does not give. */
  | 'more_needed'
  | 'device_needed'
  /** The session of a pass may not add a passkey. */
  | 'registration_refused'
  /** No kind of passkey that this system could keep is allowed. */
  | 'no_kind_open'
  | LoopCode

/** Something that stands in the way, and the rules that put it there. */
export interface WalkFinding {
  /** Absent for combinations of rules, which are about nobody in particular. */
  readonly step?: WalkStep
  readonly code: WalkFindingCode
  /** Whether nobody gets past it. If not, it holds in some places only, or is only watched. */
  readonly stops: boolean
  readonly because?: ScopeDenial | PasskeyDenial | string
  readonly policies: readonly { readonly id: string; readonly displayName: string }[]
  /** Where; empty: everywhere. */
  readonly platforms: readonly WalkPlatform[]
}

/** What becomes of somebody who walks the path under the rules. */
export interface Walk {
  readonly steps: readonly { readonly step: WalkStep; readonly passed: boolean }[]
  readonly findings: readonly WalkFinding[]
  readonly passed: boolean
}

/** Who walks, under what. */
export interface WalkQuestion {
  readonly person: PersonFacts
  readonly enabled: boolean
  readonly documents: RuleDocuments
  readonly rules: Rules
  readonly open: OpenPolicy
  readonly settings: Pick<TenantSettings, 'leastStrength' | 'passwordMayAddFirstPasskey'>
  readonly now: Date
}

/**
 * Walk the path with rules alone: a pass, the registration, the first sign-in with the new passkey. Every step is decided by
 * what decides it on the day; nothing is decided twice.
 */
export function walkPath(question: WalkQuestion): Walk {
  const findings = [
    ...walkPass(question),
    ...walkComingIn(question),
    ...walkRegistration(question),
    ...walkKinds(question),
    ...walkSignIn(question),
    ...walkLoops(question.documents),
  ]
  return {
    steps: walkSteps.map((step) => ({
      step,
      passed: !findings.some((finding) => finding.stops && finding.step === step),
    })),
    findings,
    passed: !findings.some(({ stops }) => stops),
  }
}

function walkPass({ rules, person, enabled }: WalkQuestion): readonly WalkFinding[] {
  if (!enabled) return [stop('pass', 'person_disabled')]
  const scope = mayUseMethod(rules.methods, person, 'temporaryAccessPass')
  return scope.allow ? [] : [stop('pass', 'pass_not_allowed', scope.because)]
}

/** Where somebody comes with a pass: what is asked there beyond it can be made there, as long as nothing blocks. */
function walkComingIn(question: WalkQuestion): readonly WalkFinding[] {
  const target: AccessTarget = { kind: 'app', clientId: knownApps.securityInfo }
  return meet(question, 'comeIn', target, [[passOf(question)]], (decision) =>
    decision.outcome === 'blocked' || decision.needs.compliantDevice ? sayWhy(decision) : undefined,
  )
}

function walkRegistration(question: WalkQuestion): readonly WalkFinding[] {
  const { rules, now, settings } = question
  const pass = passOf(question)
  const may = mayRegisterWith({
    now,
    proofs: [pass],
    origin: 'browser',
    pass: { once: rules.methods.pass.terms.onceOnly },
    registered: { passkeys: 0, password: false, totp: false },
    passwordMayAddFirstPasskey: settings.passwordMayAddFirstPasskey,
  })
  if (!may.allow) return [stop('register', 'registration_refused', may.because)]
  const target: AccessTarget = { kind: 'action', action: 'urn:user:registersecurityinfo' }
  return meet(question, 'register', target, [[pass]], sayWhy)
}

/** What each system could keep, or be shown by another device. */
function walkKinds({ open }: WalkQuestion): readonly WalkFinding[] {
  const everywhere = [open.synced, open.securityKey, ...open.providers.map(({ standing }) => standing)]
  const kindsOf = (platform: WalkPlatform) =>
    platform === 'windows' || platform === 'macOS' ? [...everywhere, open.computer] : everywhere
  const closed = walkPlatforms.filter((platform) => kindsOf(platform).every(({ allowed }) => !allowed))
  const [first] = closed
  if (first === undefined) return []
  const because = kindsOf(first).flatMap((standing) => (standing.allowed ? [] : standing.because))[0]
  return [
    {
      step: 'passkey',
      code: 'no_kind_open',
      stops: closed.length === walkPlatforms.length,
      policies: [],
      platforms: narrow(closed),
      ...(because !== undefined && { because }),
    },
  ]
}

/** The first sign-in: to any application that no rule names. One kind of passkey that lets them in is enough. */
function walkSignIn(question: WalkQuestion): readonly WalkFinding[] {
  const { open, settings, now } = question
  const facts = { userVerified: true } as const
  const providers = open.providers.filter(({ standing }) => standing.allowed)
  const kinds: readonly ProvenMethod[] = [
    ...(open.synced.allowed ? [{ ...facts, attested: false, backupEligible: true }] : []),
    ...(open.computer.allowed
      ? [{ ...facts, attested: true, backupEligible: false, evidence: 'tpm' as const }]
      : []),
    ...(open.securityKey.allowed
      ? [{ ...facts, attested: true, backupEligible: false, evidence: 'hardware' as const }]
      : []),
    ...providers.flatMap(({ aaguids }) =>
      aaguids.map((aaguid) => ({ ...facts, attested: true, backupEligible: false, aaguid })),
    ),
  ].map((passkey) => ({ method: 'passkey', at: now, passkey }))
  if (kinds.length === 0) return []
  const least = strengthByName(settings.leastStrength)
  const proofs = kinds.filter((kind) => satisfiesStrength([kind], least).allow)
  if (proofs.length === 0) return [stop('signIn', 'more_needed', settings.leastStrength)]
  const target: AccessTarget = { kind: 'app', clientId: 'any-other-app' }
  return meet(
    question,
    'signIn',
    target,
    proofs.map((proof) => [proof]),
    sayWhy,
  )
}

function walkLoops(documents: RuleDocuments): readonly WalkFinding[] {
  return findLoops(documents, { complianceKnown: false }).map(toFinding)
}

function toFinding({ code, policyId, displayName, enforced }: Loop): WalkFinding {
  return { code, stops: enforced, policies: [{ id: policyId, displayName }], platforms: [] }
}

type Why = { readonly code: WalkFindingCode; readonly decision: AccessDecision }

/**
 * Hold proofs against the rules in every place people may be in: it stops on a system if it stops wherever they are
 * there, with each of the proofs.
 */
function meet(
  { rules, person, now }: WalkQuestion,
  step: WalkStep,
  target: AccessTarget,
  proofs: readonly (readonly ProvenMethod[])[],
  whyNot: (decision: AccessDecision) => Why | undefined,
): readonly WalkFinding[] {
  const situations = everydaySituations([rules.access], 'someApp').filter(
    ({ clientAppType }) => clientAppType === 'browser',
  )
  const whyNotThere = (situation: Situation): Why | undefined => {
    const whys = proofs.map((each) =>
      whyNot(
        decideAccess(rules, person, {
          ...situation,
          target,
          proofs: each,
          origin: 'browser',
          now,
          acceptedTerms: new Set(rules.access.terms.keys()),
        }),
      ),
    )
    return whys.includes(undefined) ? undefined : whys[0]
  }
  const found = walkPlatforms.map((platform) => {
    const there = situations.filter((situation) => situation.platform === platform)
    const whys = there.map((situation) => whyNotThere(situation))
    return { platform, whys: whys.filter((why) => why !== undefined), stops: !whys.includes(undefined) }
  })
  const codes = [...new Set(found.flatMap(({ whys }) => whys.map(({ code }) => code)))]
  return codes.map((code) => {
    const here = found.filter(({ whys }) => whys.some((why) => why.code === code))
    const decisions = here.flatMap(({ whys }) => whys.filter((why) => why.code === code))
    return {
      step,
      code,
      stops: found.every(({ stops }) => stops),
      policies: listPolicies(decisions),
      platforms: narrow(here.map(({ platform }) => platform)),
    }
  })
}

/** Terms of use are shown and accepted on the way: they stop nobody. */
function sayWhy(decision: AccessDecision): Why | undefined {
  if (decision.outcome === 'blocked') return { code: 'blocked', decision }
  if (decision.outcome === 'allowed') return undefined
  if (decision.needs.compliantDevice) return { code: 'device_needed', decision }
  return decision.needs.strengths.length > 0 ? { code: 'more_needed', decision } : undefined
}

function listPolicies(whys: readonly Why[]): WalkFinding['policies'] {
  const failing = whys.flatMap(({ decision }) =>
    decision.verdicts.filter(({ result }) => result === 'failure'),
  )
  const names = new Map(failing.map(({ policyId, displayName }) => [policyId, displayName]))
  return [...names].map(([id, displayName]) => ({ id, displayName }))
}

function passOf({ rules, now }: WalkQuestion): ProvenMethod {
  return { method: 'temporaryAccessPass', at: now, once: rules.methods.pass.terms.onceOnly }
}

function narrow(platforms: readonly WalkPlatform[]): readonly WalkPlatform[] {
  return platforms.length === walkPlatforms.length ? [] : platforms
}

function stop(step: WalkStep, code: WalkFindingCode, because?: string): WalkFinding {
  return { step, code, stops: true, policies: [], platforms: [], ...(because !== undefined && { because }) }
}
