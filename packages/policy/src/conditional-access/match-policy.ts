import type { PersonFacts } from '../person-facts.ts'
import type { AccessPolicy, CompiledAccess, Place, TargetCondition, UserCondition } from './access-policy.ts'
import { isInRange, readIpAddress } from './cidr-range.ts'
import { type DeviceValues, toDeviceValues } from './device-facts.ts'
import { matchesDevice } from './device-filter.ts'
import { appOfAction, toAppId } from './known-apps.ts'
import type { SignInContext } from './sign-in-context.ts'

/**
 * Why a policy does not apply, in Graph's words.
 *
 * @see https://learn.microsoft.com/graph/api/resources/whatifanalysisresult
 */
export type AnalysisReason =
  | 'notEnoughInformation'
  | 'users'
  | 'application'
  | 'userActions'
  | 'authenticationContext'
  | 'devicePlatform'
  | 'devices'
  | 'clientApps'
  | 'location'
  | 'signInRisk'
  | 'emptyPolicy'
  | 'policyNotEnabled'
  | 'userRisk'
  | 'insiderRisk'
  | 'authenticationFlow'

/** What many policies ask about one sign-in, worked out once. */
export interface SignInFacts {
  readonly signIn: SignInContext
  /** Every id of what is opened. */
  readonly apps: readonly string[]
  /** Whether the sign-in comes from a named place; `undefined` if that cannot be known. */
  isIn(placeId: string): boolean | undefined
  readonly inTrustedNetwork: boolean
  readonly deviceValues: DeviceValues
}

/** Work out what policies ask about a sign-in. */
export function toSignInFacts({ places }: CompiledAccess, signIn: SignInContext): SignInFacts {
  const address = readIpAddress(signIn.ipAddress)
  const isInPlace = (place: Place): boolean | undefined => {
    if (place.kind === 'networks') {
      return address === undefined ? undefined : place.ranges.some((range) => isInRange(address, range))
    }
    if (signIn.country === undefined) return place.unknownToo || undefined
    return place.countries.has(signIn.country)
  }
  const found = new Map<string, boolean | undefined>()
  return {
    signIn,
    deviceValues: toDeviceValues(signIn.device ?? {}),
    apps: toAppIds(signIn.target).map(toAppId),
    isIn(placeId) {
      if (found.has(placeId)) return found.get(placeId)
      const place = places.get(placeId)
      const within = place === undefined ? false : isInPlace(place)
      found.set(placeId, within)
      return within
    },
    inTrustedNetwork: [...places.values()].some(
      (place) => place.kind === 'networks' && place.trusted && isInPlace(place) === true,
    ),
  }
}

function toAppIds(target: SignInContext['target']): readonly string[] {
  return target.kind === 'app' ? [target.clientId, ...(target.aliases ?? [])] : [appOfAction[target.action]]
}

/** Why a policy says nothing about a sign-in; empty if it applies. A disabled one is looked at like any other. */
export function reasonsAgainst(
  policy: AccessPolicy,
  person: PersonFacts,
  facts: SignInFacts,
): readonly AnalysisReason[] {
  const reasons: AnalysisReason[] = isFor(policy.users, person) ? [] : ['users']
  pushSituation(policy, facts, reasons)
  return reasons
}

/** Whether a policy is about a situation, whoever is in it. */
export function isAbout(policy: AccessPolicy, facts: SignInFacts): boolean {
  const reasons: AnalysisReason[] = []
  pushSituation(policy, facts, reasons)
  return reasons.length === 0
}

function pushSituation(policy: AccessPolicy, facts: SignInFacts, reasons: AnalysisReason[]): void {
  const mismatch = targetMismatch(policy.target, facts)
  if (mismatch !== undefined) reasons.push(mismatch)
  if (policy.clientAppTypes?.has(facts.signIn.clientAppType) === false) reasons.push('clientApps')
  if (policy.platforms !== undefined && !isOnPlatform(policy.platforms, facts)) reasons.push('devicePlatform')
  if (policy.locations !== undefined) pushLocation(policy.locations, facts, reasons)
  if (policy.deviceFilter !== undefined && !passesFilter(policy.deviceFilter, facts)) reasons.push('devices')
  const { transferMethod = '' } = facts.signIn
  if (policy.transferMethods?.has(transferMethod) === false) reasons.push('authenticationFlow')
  pushRisks(policy, facts, reasons)
  if (policy.controls.length === 0 && policy.sessionControls.length === 0) reasons.push('emptyPolicy')
}

/** Whether a condition on people takes in a person, whose ids are in small letters. Whoever is excluded in any way is not. */
export function isFor(condition: UserCondition, person: PersonFacts): boolean {
  const { excluded } = condition
  const included =
    condition.all ||
    condition.users.has(person.userId) ||
    (condition.guests && person.guest) ||
    condition.groups.some((id) => person.groupIds.has(id)) ||
    condition.roles.some((id) => person.roleIds.has(id))
  if (!included) return false
  return !(
    excluded.users.has(person.userId) ||
    (excluded.guests && person.guest) ||
    excluded.groups.some((id) => person.groupIds.has(id)) ||
    excluded.roles.some((id) => person.roleIds.has(id))
  )
}

function targetMismatch(
  condition: TargetCondition,
  { apps, signIn }: SignInFacts,
): AnalysisReason | undefined {
  switch (condition.kind) {
    case 'apps': {
      const included = condition.all || apps.some((id) => condition.apps.has(id))
      return included && !apps.some((id) => condition.excluded.has(id)) ? undefined : 'application'
    }
    case 'actions':
      return signIn.target.kind === 'action' && condition.actions.has(signIn.target.action)
        ? undefined
        : 'userActions'
    case 'contexts':
      return signIn.authenticationContexts.some((id) => condition.contexts.has(id))
        ? undefined
        : 'authenticationContext'
  }
}

function isOnPlatform(
  { included, excluded }: NonNullable<AccessPolicy['platforms']>,
  { signIn: { platform } }: SignInFacts,
): boolean {
  // A system nobody has heard of is one of "all", and none of those that are left out.
  const isIncluded = included.has('all') || (platform !== undefined && included.has(platform))
  return isIncluded && !(platform !== undefined && excluded.has(platform)) && !excluded.has('all')
}

function pushLocation(
  { included, excluded }: NonNullable<AccessPolicy['locations']>,
  facts: SignInFacts,
  reasons: AnalysisReason[],
): void {
  const isAt = (id: string): boolean | undefined => {
    if (id === 'all') return true
    return id === 'alltrusted' ? facts.inTrustedNetwork : facts.isIn(id)
  }
  let unknown = false
  let within = false
  for (const id of included) {
    const answer = isAt(id)
    within ||= answer === true
    unknown ||= answer === undefined
  }
  // A place that may be the excluded one, or may not, is not: in doubt a policy holds.
  for (const id of excluded) if (isAt(id) === true) return void reasons.push('location')
  if (within) return
  if (unknown) reasons.push('notEnoughInformation')
  reasons.push('location')
}

/** Whether the device filter of a policy leaves a device to it; a policy without one is about every device. */
export function isAboutDevice(
  { deviceFilter }: Pick<AccessPolicy, 'deviceFilter'>,
  deviceValues: DeviceValues,
): boolean {
  return deviceFilter === undefined || passesFilter(deviceFilter, { deviceValues })
}

function passesFilter(
  { mode, filter }: NonNullable<AccessPolicy['deviceFilter']>,
  { deviceValues }: Pick<SignInFacts, 'deviceValues'>,
): boolean {
  return matchesDevice(filter, deviceValues, mode) === (mode === 'include')
}

function pushRisks(policy: AccessPolicy, { signIn: { risk } }: SignInFacts, reasons: AnalysisReason[]): void {
  if (policy.signInRisk !== undefined && !isOneOf(policy.signInRisk, risk?.signIn)) reasons.push('signInRisk')
  if (policy.userRisk !== undefined && !isOneOf(policy.userRisk, risk?.user)) reasons.push('userRisk')
  if (policy.insiderRisk !== undefined && !isOneOf(policy.insiderRisk, risk?.insider)) {
    reasons.push('insiderRisk')
  }
}

function isOneOf<Word>(words: ReadonlySet<Word>, word: Word | undefined): boolean {
  return word !== undefined && words.has(word)
}
