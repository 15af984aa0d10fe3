import { administratorRoles } from '../administrator-roles.ts'
import type { CompiledMethods, PasskeyProfile } from '../methods/compile-methods.ts'
import { compileRules, type RuleDocuments, type Rules } from '../rules.ts'
import type { AuthenticationMode } from '../strengths/authentication-modes.ts'
import type { Strength, StrengthCombination } from '../strengths/compile-strength.ts'
import { isPlatformModel } from '../strengths/platform-models.ts'
import type { AccessPolicy, Control } from './access-policy.ts'
import { knownApps } from './known-apps.ts'
import { type Loop, type LoopCode, loopAdvice } from './loop.ts'

/** What loops depend on and no document says. */
export interface LoopSurroundings {
  /** Whether something has said of any device that it is compliant. */
  readonly complianceKnown: boolean
}

/**
 * Find the combinations of rules that lead people round in a circle or nowhere: to be shown before they are saved. They
 * are found by the shape of the rules alone, whoever there is; who would really be shut out is for the lock-out analysis.
 *
 * Disabled policies are passed over; those only watched are told with `enforced: false`.
 */
export function findLoops(documents: RuleDocuments, surroundings: LoopSurroundings): readonly Loop[] {
  const rules = compileRules(documents)
  const live = rules.access.policies.filter(({ state }) => state !== 'disabled')
  return live.flatMap((policy) => {
    const strengths = requiredStrengths(policy)
    const found: readonly (readonly [LoopCode, Strength?])[] = [
      ...registrationLoops(policy, rules, live),
      ...strengths.flatMap((strength) => strengthLoops(strength, rules.methods)),
      ...controlLoops(policy, surroundings),
      ...placeLoops(policy, rules),
    ]
    return found.map(([code, strength]) => ({
      code,
      policyId: policy.id,
      displayName: policy.displayName,
      enforced: policy.state === 'enabled',
      ...(strength && { strengthId: strength.id }),
      ...loopAdvice[code],
    }))
  })
}

type Found = readonly (readonly [LoopCode, Strength?])[]

function registrationLoops(policy: AccessPolicy, rules: Rules, live: readonly AccessPolicy[]): Found {
  const { target } = policy
  const named = target.kind === 'actions' && target.actions.has('urn:user:registersecurityinfo')
  const everywhere = target.kind === 'apps' && target.all && !target.excluded.has(knownApps.securityInfo)
  if (!named && !everywhere) return []

  const found: (readonly [LoopCode, Strength?])[] = []
  if (policy.controls.some(({ kind }) => kind === 'block') && isUnconditional(policy) && policy.users.all) {
    found.push(['registration_closed'])
  }
  const excepted = live.some(
    (other) =>
      other.state === 'enabled' &&
      other.target.kind === 'actions' &&
      other.target.actions.has('urn:user:registersecurityinfo') &&
      isUnconditional(other) &&
      covers(other, policy) &&
      requiredStrengths(other).length > 0,
  )
  for (const strength of requiredStrengths(policy)) {
    if (takesPass(strength, rules.methods)) continue
    if (named) found.push(['pass_cannot_register', strength])
    else if (!excepted) found.push(['registration_not_excepted', strength])
  }
  const everyTime = policy.frequency !== undefined && policy.frequency.seconds <= shortestFrequencySeconds
  if (everyTime && rules.methods.pass.enabled && rules.methods.pass.terms.onceOnly) {
    found.push(['frequency_against_once'])
  }
  return found
}

const shortestFrequencySeconds = 5 * 60

function strengthLoops(strength: Strength, methods: CompiledMethods): Found {
  const reachable = strength.combinations.filter((combination) => isReachable(combination, methods))
  const narrowed = strength.combinations.filter(({ passkeyModels }) => passkeyModels !== undefined)
  const found: (readonly [LoopCode, Strength])[] = []
  for (const { passkeyModels = new Set<string>() } of narrowed) {
    const fitting = openProfiles(methods).filter((profile) => takesOneOf(profile, passkeyModels))
    if (fitting.length === 0) found.push(['models_disjoint', strength])
    else if (!fitting.some(({ attestation }) => attestation)) found.push(['models_not_asked_for', strength])
  }
  if (reachable.length === 0 && found.length === 0) found.push(['strength_unreachable', strength])
  const byPasskeyOnly = reachable.length > 0 && reachable.every(({ modes }) => modes.some(isPasskeyMode))
  if (byPasskeyOnly && !methods.passkey.selfService) found.push(['self_service_off', strength])
  return found
}

function controlLoops(policy: AccessPolicy, { complianceKnown }: LoopSurroundings): Found {
  const found: (readonly [LoopCode])[] = []
  const musts = policy.controls.length === 1 || policy.operator === 'AND'
  const isDevice = ({ kind }: Control) => kind === 'compliantDevice'
  const isUnavailable = ({ kind }: Control) => kind === 'unavailable' || kind === 'domainJoinedDevice'
  if (policy.controls.length > 0) {
    const any = musts ? policy.controls.some(isUnavailable) : policy.controls.every(isUnavailable)
    if (any) found.push(['control_unavailable'])
    else if (!complianceKnown) {
      const hangs = musts
        ? policy.controls.some(isDevice)
        : policy.controls.every((control) => isDevice(control) || isUnavailable(control))
      if (hangs) found.push(['compliance_unknown'])
    }
  }
  const { target, users } = policy
  const admin =
    target.kind === 'apps' &&
    (target.all || target.apps.has(knownApps.adminCentre)) &&
    !target.excluded.has(knownApps.adminCentre)
  const nobodyLeftOut =
    users.excluded.users.size + users.excluded.groups.length + users.excluded.roles.length === 0
  const everyAdministrator = users.all || users.roles.includes(administratorRoles.globalAdministrator)
  const blocks = policy.controls.some(({ kind }) => kind === 'block')
  if (blocks && admin && everyAdministrator && nobodyLeftOut && isUnconditional(policy)) {
    found.push(['every_administrator_blocked'])
  }
  return found
}

function placeLoops({ locations }: AccessPolicy, { access }: Rules): Found {
  const speaks = locations?.included.has('alltrusted') || locations?.excluded.has('alltrusted')
  const trusted = [...access.places.values()].some((place) => place.kind === 'networks' && place.trusted)
  return speaks && !trusted ? [['no_trusted_network']] : []
}

/** The strengths without which a policy is not satisfied. */
function requiredStrengths({ controls, operator }: AccessPolicy): readonly Strength[] {
  if (operator === 'OR' && controls.length > 1) return []
  return controls.flatMap((control) => (control.kind === 'strength' ? (control.strength ?? []) : []))
}

function isUnconditional(policy: AccessPolicy): boolean {
  const { clientAppTypes, platforms, locations, deviceFilter, transferMethods } = policy
  const risks = policy.signInRisk ?? policy.userRisk ?? policy.insiderRisk
  return (clientAppTypes ?? platforms ?? locations ?? deviceFilter ?? transferMethods ?? risks) === undefined
}

/** Whether one policy is for everybody another is for, as far as can be told without knowing who there is. */
function covers({ users: wide }: AccessPolicy, { users: narrow }: AccessPolicy): boolean {
  const within = (ids: Iterable<string>, others: Iterable<string>) => {
    const all = new Set(others)
    return [...ids].every((id) => all.has(id))
  }
  const included =
    wide.all ||
    (!narrow.all &&
      within(narrow.users, wide.users) &&
      within(narrow.groups, wide.groups) &&
      within(narrow.roles, wide.roles) &&
      (wide.guests || !narrow.guests))
  return (
    included &&
    within(wide.excluded.users, narrow.excluded.users) &&
    within(wide.excluded.groups, narrow.excluded.groups) &&
    within(wide.excluded.roles, narrow.excluded.roles) &&
    (narrow.excluded.guests || !wide.excluded.guests)
  )
}

function takesPass({ combinations }: Strength, methods: CompiledMethods): boolean {
  return methods.pass.enabled && combinations.some(({ modes }) => modes.every(isPassMode))
}

function isPassMode(mode: AuthenticationMode): boolean {
  return mode === 'temporaryAccessPassOneTime' || mode === 'temporaryAccessPassMultiUse'
}

function isPasskeyMode(mode: AuthenticationMode): boolean {
  return mode === 'fido2' || mode === 'windowsHelloForBusiness'
}

function isReachable({ modes, passkeyModels }: StrengthCombination, methods: CompiledMethods): boolean {
  return modes.every((mode) => {
    switch (mode) {
      case 'fido2':
        return openProfiles(methods).some((each) => !passkeyModels || takesOneOf(each, passkeyModels))
      case 'windowsHelloForBusiness':
        return openProfiles(methods).some((each) => takesPlatform(each))
      case 'password':
        return true
      case 'softwareOath':
        return methods.totp.enabled
      case 'microsoftAuthenticatorPush':
        return methods.push.enabled && methods.push.targets.some(({ mode: as }) => as !== 'deviceBasedPush')
      case 'deviceBasedPush':
        return methods.push.enabled && methods.push.targets.some(({ mode: as }) => as !== 'push')
      case 'temporaryAccessPassOneTime':
        return methods.pass.enabled
      case 'temporaryAccessPassMultiUse':
        return methods.pass.enabled && !methods.pass.terms.onceOnly
      default:
        return false
    }
  })
}

function openProfiles({ passkey }: CompiledMethods): readonly PasskeyProfile[] {
  return passkey.enabled ? passkey.targets.flatMap(({ profiles }) => profiles) : []
}

/** Whether a passkey of one of these models, bound to its device so that its model can be proven, fits a profile. */
function takesOneOf({ deviceBound, models }: PasskeyProfile, wanted: ReadonlySet<string>): boolean {
  if (!deviceBound) return false
  if (models === undefined) return wanted.size > 0
  return [...wanted].some((model) => models.aaguids.has(model) === (models.kind === 'allow'))
}

function takesPlatform({ deviceBound, models, attestation }: PasskeyProfile): boolean {
  if (!deviceBound || !attestation) return false
  if (models === undefined || models.kind === 'block') return true
  return [...models.aaguids].some(isPlatformModel)
}
