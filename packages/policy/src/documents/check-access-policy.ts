import type { ConditionalAccessDocument } from './conditional-access-document.ts'
import { DocumentRefusal } from './document-refusal.ts'

/**
 * Check what no property says alone: parts of a policy that contradict each other, and enabled policies that would hold
 * less than they say.
 *
 * @throws DocumentRefusal
 */
export function checkAccessPolicy(policy: ConditionalAccessDocument): void {
  checkUsers(policy)
  checkTarget(policy)
  checkConditions(policy)
  checkGrant(policy)
  checkSession(policy)
  const [weaker] = policy.state === 'enabled' ? listUnenforceable(policy) : []
  if (weaker !== undefined) throw new DocumentRefusal(weaker.path, weaker.detail)
}

/** A part of a policy that nothing here can hold. */
export interface Unenforceable {
  readonly path: string
  readonly detail: string
}

/**
 * List what makes a policy hold less than it says: conditions on signals that nobody gives (the policy would never
 * apply), and session controls that nobody enforces. A policy with any of them can be kept, and watched, and not
 * enabled.
 */
export function listUnenforceable(policy: ConditionalAccessDocument): readonly Unenforceable[] {
  const { conditions, sessionControls } = policy
  const noSignal = 'has no signal here: the policy would never apply, so it cannot be enabled'
  const noEnforcement = 'is not enforced here, so the policy cannot be enabled with it'
  const found: Unenforceable[] = []
  const say = (path: string, detail: string) => found.push({ path, detail })
  for (const name of ['signInRiskLevels', 'userRiskLevels', 'servicePrincipalRiskLevels'] as const) {
    if (conditions[name].length > 0) say(`conditions.${name}`, noSignal)
  }
  if (conditions.insiderRiskLevels !== null) say('conditions.insiderRiskLevels', noSignal)
  for (const name of [
    'cloudAppSecurity',
    'applicationEnforcedRestrictions',
    'secureSignInSession',
  ] as const) {
    if (sessionControls?.[name]?.isEnabled === true) say(`sessionControls.${name}`, noEnforcement)
  }
  return found
}

function checkUsers({ conditions: { users } }: ConditionalAccessDocument): void {
  const named =
    users.includeUsers.length + users.includeGroups.length + users.includeRoles.length > 0 ||
    users.includeGuestsOrExternalUsers !== null
  if (!named) throw new DocumentRefusal('conditions.users', 'must include somebody, or None')
  const [first] = users.includeUsers
  if (users.includeUsers.includes('None') && (users.includeUsers.length > 1 || first !== 'None')) {
    throw new DocumentRefusal('conditions.users.includeUsers', 'None stands alone')
  }
}

function checkTarget({ conditions: { applications } }: ConditionalAccessDocument): void {
  const { includeApplications, excludeApplications, includeUserActions } = applications
  const contexts = applications.includeAuthenticationContextClassReferences
  const kinds = [includeApplications, includeUserActions, contexts].filter((names) => names.length > 0)
  const path = 'conditions.applications'
  if (kinds.length !== 1) {
    const detail =
      'must name applications, user actions or authentication contexts, and one of the three only'
    throw new DocumentRefusal(path, detail)
  }
  if (excludeApplications.length > 0 && includeApplications.length === 0) {
    throw new DocumentRefusal(`${path}.excludeApplications`, 'goes with includeApplications only')
  }
  if (includeApplications.includes('None') && includeApplications.length > 1) {
    throw new DocumentRefusal(`${path}.includeApplications`, 'None stands alone')
  }
}

function checkConditions({ conditions }: ConditionalAccessDocument): void {
  const lists = {
    clientAppTypes: conditions.clientAppTypes,
    'platforms.includePlatforms': conditions.platforms?.includePlatforms,
    'locations.includeLocations': conditions.locations?.includeLocations,
  }
  for (const [name, entries] of Object.entries(lists)) {
    if (entries?.length === 0) throw new DocumentRefusal(`conditions.${name}`, 'must have an entry')
  }
}

function checkGrant({ grantControls, conditions }: ConditionalAccessDocument): void {
  if (grantControls === null) return
  const { operator, builtInControls, authenticationStrength } = grantControls
  const refuse = (detail: string): never => {
    throw new DocumentRefusal('grantControls', detail)
  }
  const number =
    builtInControls.length +
    grantControls.customAuthenticationFactors.length +
    grantControls.termsOfUse.length +
    (authenticationStrength === null ? 0 : 1)
  if (number === 0) refuse('must ask for something, or be null')
  if (builtInControls.includes('block') && number > 1) refuse('block stands alone')
  if (builtInControls.includes('mfa') && authenticationStrength !== null) {
    refuse('mfa and an authentication strength do not go together: the strength says it all')
  }
  const changesPassword =
    operator === 'AND' &&
    builtInControls.includes('mfa') &&
    conditions.userRiskLevels.length > 0 &&
    conditions.applications.includeApplications.includes('All')
  if (builtInControls.includes('passwordChange') && !changesPassword) {
    refuse('passwordChange goes with mfa, AND, userRiskLevels and all applications only')
  }
}

function checkSession({ grantControls, sessionControls, conditions }: ConditionalAccessDocument): void {
  if (grantControls === null && !asksOfSession(sessionControls)) {
    throw new DocumentRefusal('', 'must have grantControls or sessionControls, or it asks for nothing')
  }
  const frequency = sessionControls?.signInFrequency
  if (frequency?.isEnabled === true) {
    const timed = frequency.type !== null && frequency.value !== null
    const untimed = frequency.type === null && frequency.value === null
    if (frequency.frequencyInterval === 'timeBased' ? !timed : !untimed) {
      const detail = 'timeBased has a type and a value, everyTime has neither'
      throw new DocumentRefusal('sessionControls.signInFrequency', detail)
    }
  }
  const browser = sessionControls?.persistentBrowser
  if (browser?.isEnabled === true && !conditions.applications.includeApplications.includes('All')) {
    const detail = 'goes with all applications only: they share the browser session'
    throw new DocumentRefusal('sessionControls.persistentBrowser', detail)
  }
}

function asksOfSession(session: ConditionalAccessDocument['sessionControls']): boolean {
  if (session === null) return false
  const { disableResilienceDefaults, ...controls } = session
  return (
    disableResilienceDefaults === true || Object.values(controls).some((each) => each?.isEnabled === true)
  )
}
