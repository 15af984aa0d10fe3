import type { AuthenticationContextDocument } from '../documents/authentication-context-document.ts'
import type {
  AccessApplicationsDocument,
  AccessGrantDocument,
  AccessSessionDocument,
  AccessUsersDocument,
  BuiltInControl,
  ConditionalAccessDocument,
  GuestsDocument,
} from '../documents/conditional-access-document.ts'
import type { NamedLocationDocument } from '../documents/named-location-document.ts'
import type { TermsDocument } from '../documents/terms-document.ts'
import { multiFactorStrengthId } from '../strengths/built-in-strengths.ts'
import type { Strength } from '../strengths/compile-strength.ts'
import { compileTerms } from './accepted-terms.ts'
import type {
  AccessPolicy,
  CompiledAccess,
  Control,
  Frequency,
  Place,
  TargetCondition,
  UserCondition,
} from './access-policy.ts'
import { readCidrRange } from './cidr-range.ts'
import { readDeviceFilter } from './device-filter.ts'
import { appGroups, toAppId } from './known-apps.ts'

/** The documents that Conditional Access is made of. */
export interface AccessDocuments {
  readonly conditionalAccess: readonly ConditionalAccessDocument[]
  readonly namedLocations: readonly NamedLocationDocument[]
  readonly authenticationContexts: readonly AuthenticationContextDocument[]
  readonly terms: readonly TermsDocument[]
}

/** Make policies ready to be decided by. Documents that were read are assumed; nothing is refused here. */
export function compileAccess(
  documents: AccessDocuments,
  strengths: ReadonlyMap<string, Strength>,
): CompiledAccess {
  const available = documents.authenticationContexts.filter(({ isAvailable }) => isAvailable)
  return {
    policies: documents.conditionalAccess.map((document) => compilePolicy(document, strengths)),
    places: new Map(
      documents.namedLocations.map((document) => [document.id.toLowerCase(), toPlace(document)]),
    ),
    contexts: new Set(available.map(({ id }) => id)),
    terms: compileTerms(documents.terms),
  }
}

function compilePolicy(
  document: ConditionalAccessDocument,
  strengths: ReadonlyMap<string, Strength>,
): AccessPolicy {
  const { conditions, grantControls, sessionControls } = document
  const frequency = toFrequency(sessionControls)
  const browser = sessionControls?.persistentBrowser
  const controls = grantControls === null ? [] : toControls(grantControls, strengths)
  return {
    id: document.id,
    displayName: document.displayName,
    state: document.state,
    users: toUserCondition(conditions.users),
    target: toTargetCondition(conditions.applications),
    ...(!conditions.clientAppTypes.includes('all') && { clientAppTypes: new Set(conditions.clientAppTypes) }),
    ...(conditions.platforms !== null && {
      platforms: {
        included: new Set(conditions.platforms.includePlatforms),
        excluded: new Set(conditions.platforms.excludePlatforms),
      },
    }),
    ...(conditions.locations !== null && {
      locations: {
        included: lowerCase(conditions.locations.includeLocations),
        excluded: lowerCase(conditions.locations.excludeLocations),
      },
    }),
    ...toDeviceCondition(conditions.devices?.deviceFilter ?? null),
    ...toFlagCondition('transferMethods', conditions.authenticationFlows?.transferMethods ?? 'none'),
    ...(conditions.signInRiskLevels.length > 0 && { signInRisk: new Set(conditions.signInRiskLevels) }),
    ...(conditions.userRiskLevels.length > 0 && { userRisk: new Set(conditions.userRiskLevels) }),
    ...toFlagCondition('insiderRisk', conditions.insiderRiskLevels ?? 'none'),
    operator: grantControls?.operator ?? 'AND',
    controls,
    ...(frequency && { frequency }),
    ...(browser?.isEnabled === true && { persistentBrowser: browser.mode }),
    grantControls: [...new Set(controls.map(nameOf))],
    sessionControls: [
      ...(frequency ? ['signInFrequency'] : []),
      ...(browser?.isEnabled === true ? ['persistentBrowser'] : []),
    ],
  }
}

function toUserCondition(users: AccessUsersDocument): UserCondition {
  const included = lowerCase(users.includeUsers)
  const excluded = lowerCase(users.excludeUsers)
  return {
    all: included.has('all'),
    // Which kind of guest somebody is, is not known: a policy for one kind is for every guest.
    guests: included.has('guestsorexternalusers') || users.includeGuestsOrExternalUsers !== null,
    users: included,
    groups: [...lowerCase(users.includeGroups)],
    roles: [...lowerCase(users.includeRoles)],
    excluded: {
      guests: excluded.has('guestsorexternalusers') || isEveryGuest(users.excludeGuestsOrExternalUsers),
      users: excluded,
      groups: [...lowerCase(users.excludeGroups)],
      roles: [...lowerCase(users.excludeRoles)],
    },
  }
}

/** And one that leaves out one kind leaves out no guest: in doubt a policy holds. */
function isEveryGuest(guests: GuestsDocument | null): boolean {
  if (guests === null) return false
  const { membershipKind } = guests.externalTenants ?? { membershipKind: 'all' }
  const named = new Set(guests.guestOrExternalUserTypes.split(',').map((kind) => kind.trim()))
  return membershipKind === 'all' && guestKinds.every((kind) => named.has(kind))
}

/** The kinds of guest that policies tell apart. */
export const guestKinds: readonly string[] = [
  'internalGuest',
  'b2bCollaborationGuest',
  'b2bCollaborationMember',
  'b2bDirectConnectUser',
  'otherExternalUser',
  'serviceProvider',
]

function toTargetCondition(applications: AccessApplicationsDocument): TargetCondition {
  const { includeUserActions, includeAuthenticationContextClassReferences } = applications
  if (includeUserActions.length > 0) return { kind: 'actions', actions: new Set(includeUserActions) }
  if (includeAuthenticationContextClassReferences.length > 0) {
    return { kind: 'contexts', contexts: new Set(includeAuthenticationContextClassReferences) }
  }
  return {
    kind: 'apps',
    all: applications.includeApplications.includes('All'),
    apps: toApps(applications.includeApplications),
    excluded: toApps(applications.excludeApplications),
  }
}

function toApps(names: readonly string[]): ReadonlySet<string> {
  return new Set(
    names.flatMap((name) =>
      name === 'Office365' || name === 'MicrosoftAdminPortals' ? appGroups[name] : [toAppId(name)],
    ),
  )
}

function toDeviceCondition(deviceFilter: { mode: 'include' | 'exclude'; rule: string } | null) {
  return (
    deviceFilter && { deviceFilter: { mode: deviceFilter.mode, filter: readDeviceFilter(deviceFilter.rule) } }
  )
}

function toFlagCondition(name: 'transferMethods' | 'insiderRisk', flags: string) {
  const words = flags.split(',').map((flag) => flag.trim())
  const taken = words.filter((word) => word !== 'none' && word !== '')
  return taken.length === 0 ? {} : { [name]: new Set(taken) }
}

function toControls(
  grant: AccessGrantDocument,
  strengths: ReadonlyMap<string, Strength>,
): readonly Control[] {
  return [
    ...grant.builtInControls.map((name) => toControl(name, strengths)),
    ...(grant.authenticationStrength === null
      ? []
      : [toStrengthControl('authenticationStrength', strengths.get(grant.authenticationStrength.id))]),
    ...grant.termsOfUse.map((id) => ({ kind: 'terms', id }) as const),
    ...grant.customAuthenticationFactors.map(
      () => ({ kind: 'unavailable', name: 'customAuthenticationFactors' }) as const,
    ),
  ]
}

function toControl(name: BuiltInControl, strengths: ReadonlyMap<string, Strength>): Control {
  if (name === 'mfa') return toStrengthControl('mfa', strengths.get(multiFactorStrengthId))
  if (name === 'block' || name === 'compliantDevice' || name === 'domainJoinedDevice') return { kind: name }
  return { kind: 'unavailable', name }
}

function toStrengthControl(name: 'mfa' | 'authenticationStrength', strength: Strength | undefined): Control {
  return { kind: 'strength', name, ...(strength && { strength }) }
}

/** What the log calls a control. */
export function nameOf(control: Control): string {
  if (control.kind === 'terms') return 'termsOfUse'
  return control.kind === 'strength' || control.kind === 'unavailable' ? control.name : control.kind
}

function toFrequency(session: AccessSessionDocument | null): Frequency | undefined {
  const frequency = session?.signInFrequency
  if (!frequency?.isEnabled) return undefined
  const secondaryOnly = frequency.authenticationType === 'secondaryAuthentication'
  if (frequency.frequencyInterval === 'everyTime') return { seconds: everyTimeSeconds, secondaryOnly }
  const unit = frequency.type === 'days' ? 86_400 : 3_600
  return { seconds: (frequency.value ?? 0) * unit, secondaryOnly }
}

/** "Every time" means: not again within these seconds, or the answer to one question would raise the next. */
const everyTimeSeconds = 5 * 60

function toPlace(document: NamedLocationDocument): Place {
  if (document['@odata.type'] === '#microsoft.graph.countryNamedLocation') {
    return {
      kind: 'countries',
      countries: new Set(document.countriesAndRegions),
      unknownToo: document.includeUnknownCountriesAndRegions,
    }
  }
  const ranges = document.ipRanges.map((range) =>
    readCidrRange(range.cidrAddress, range['@odata.type'].includes('iPv4') ? 'IPv4' : 'IPv6'),
  )
  return {
    kind: 'networks',
    trusted: document.isTrusted,
    ranges: ranges.filter((range) => range !== undefined),
  }
}

function lowerCase(values: readonly string[]): ReadonlySet<string> {
  return new Set(values.map((value) => value.toLowerCase()))
}
