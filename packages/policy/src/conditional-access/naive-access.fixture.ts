import type { ConditionalAccessDocument } from '../documents/conditional-access-document.ts'
import type { PersonFacts } from '../person-facts.ts'
import { multiFactorStrengthId } from '../strengths/built-in-strengths.ts'
import { home, office } from './access.fixture.ts'
import { knownApps } from './known-apps.ts'
import type { SignInContext } from './sign-in-context.ts'

/**
 * Decide as somebody would who reads the JSON of each policy from top to bottom, knows nothing of the compiled form, and
 * takes their time: what the real decision is compared with. It knows the documents that `anyPolicy` makes.
 */
export function naiveOutcome(
  policies: readonly ConditionalAccessDocument[],
  person: PersonFacts,
  signIn: SignInContext,
): 'allowed' | 'blocked' | 'needs' {
  const applying = policies.filter((each) => each.state === 'enabled' && naivelyApplies(each, person, signIn))
  const proofs = applying.reduce(
    (left, each) => left.filter((proof) => isNew(each, proof, signIn)),
    [...signIn.proofs],
  )
  const has = (method: string) => proofs.some((proof) => proof.method === method)
  const verified = proofs.some((proof) => proof.passkey?.userVerified)
  const mfa = verified || has('temporaryAccessPass') || (has('password') && has('totp'))
  const satisfies = (id: string) =>
    id === multiFactorStrengthId ? mfa : verified && signIn.origin === 'browser'

  const registers =
    signIn.target.kind === 'action' && signIn.target.action === 'urn:user:registersecurityinfo'
  const instead = applying
    .filter((each) => registers && each.conditions.applications.includeUserActions.length > 0)
    .flatMap((each) => each.grantControls?.authenticationStrength ?? [])
    .map(({ id }) => id)

  const outcomes = applying.map((each) => {
    const { grantControls, conditions } = each
    if (grantControls === null) return 'allowed'
    const replaced = conditions.applications.includeApplications.includes('All') && instead.length > 0
    const strength = grantControls.authenticationStrength
    const answers: ('yes' | 'ask' | 'no')[] = [
      ...grantControls.builtInControls.map((control) => {
        if (control === 'mfa') return mfa ? 'yes' : 'ask'
        if (control === 'compliantDevice') return signIn.device?.isCompliant || joins(signIn) ? 'yes' : 'ask'
        return 'no'
      }),
      ...grantControls.termsOfUse.map((id) => (signIn.acceptedTerms.has(id) ? 'yes' : 'ask')),
      ...(strength === null
        ? []
        : [(replaced ? instead : [strength.id]).every(satisfies) ? ('yes' as const) : ('ask' as const)]),
    ]
    if (grantControls.operator === 'OR') {
      if (answers.includes('yes')) return 'allowed'
      return answers.includes('ask') ? 'needs' : 'blocked'
    }
    if (answers.includes('no')) return 'blocked'
    return answers.includes('ask') ? 'needs' : 'allowed'
  })
  if (outcomes.includes('blocked')) return 'blocked'
  const timed = applying.some((each) => each.sessionControls?.signInFrequency?.isEnabled)
  const begins = proofs.some(({ method }) => method !== 'totp')
  return outcomes.includes('needs') || (timed && !begins) ? 'needs' : 'allowed'
}

/** Whether a policy speaks of a sign-in, read from its JSON. */
export function naivelyApplies(
  { conditions }: ConditionalAccessDocument,
  person: PersonFacts,
  signIn: SignInContext,
): boolean {
  const { users, applications, clientAppTypes, platforms, locations, authenticationFlows } = conditions
  const inAny = (ids: readonly string[], mine: ReadonlySet<string>) => ids.some((id) => mine.has(id))
  const named = (ids: readonly string[]) =>
    ids.includes(person.userId) || (person.guest && ids.includes('GuestsOrExternalUsers'))
  const included =
    users.includeUsers.includes('All') ||
    named(users.includeUsers) ||
    inAny(users.includeGroups, person.groupIds) ||
    inAny(users.includeRoles, person.roleIds)
  const excluded =
    named(users.excludeUsers) ||
    inAny(users.excludeGroups, person.groupIds) ||
    inAny(users.excludeRoles, person.roleIds)
  if (!included || excluded) return false

  const { target } = signIn
  if (applications.includeUserActions.length > 0) {
    if (target.kind !== 'action' || !applications.includeUserActions.includes(target.action)) return false
  } else if (applications.includeAuthenticationContextClassReferences.length > 0) {
    const wanted = applications.includeAuthenticationContextClassReferences
    if (!signIn.authenticationContexts.some((id) => wanted.includes(id))) return false
  } else {
    const app = target.kind === 'app' ? target.clientId : appOf(target.action)
    const portal =
      app === knownApps.adminCentre && applications.includeApplications.includes('MicrosoftAdminPortals')
    const all = applications.includeApplications.includes('All')
    if (!all && !portal && !applications.includeApplications.includes(app)) return false
    if (applications.excludeApplications.includes(app)) return false
  }

  if (!clientAppTypes.includes('all') && !clientAppTypes.includes(signIn.clientAppType)) return false
  if (platforms !== null) {
    const is = signIn.platform
    const on = platforms.includePlatforms.includes('all') || (is && platforms.includePlatforms.includes(is))
    if (!on || (is && platforms.excludePlatforms.includes(is))) return false
  }
  if (locations !== null) {
    const atOffice = signIn.ipAddress.startsWith('192.0.2.') || signIn.ipAddress.startsWith('2001:db8:')
    const at: Readonly<Record<string, boolean>> = {
      All: true,
      AllTrusted: atOffice,
      [office.id]: atOffice,
      [home.id]: signIn.country === 'CH',
    }
    if (!locations.includeLocations.some((id) => at[id])) return false
    if (locations.excludeLocations.some((id) => at[id])) return false
  }
  return authenticationFlows === null || signIn.transferMethod === 'deviceCodeFlow'
}

function appOf(action: string): string {
  return action === 'urn:user:registersecurityinfo' ? knownApps.securityInfo : knownApps.deviceRegistration
}

function isNew(
  { sessionControls }: ConditionalAccessDocument,
  proof: SignInContext['proofs'][number],
  { now }: SignInContext,
): boolean {
  const frequency = sessionControls?.signInFrequency
  if (!frequency?.isEnabled) return true
  if (frequency.authenticationType === 'secondaryAuthentication' && proof.method === 'password') return true
  const minutes =
    frequency.frequencyInterval === 'everyTime'
      ? 5
      : (frequency.value ?? 0) * (frequency.type === 'days' ? 1440 : 60)
  return now.getTime() - proof.at.getTime() <= minutes * 60_000
}

/** Before a device is registered nobody can have said that it is in order. */
function joins({ target }: SignInContext): boolean {
  return target.kind === 'action' && target.action === 'urn:user:registerdevice'
}
