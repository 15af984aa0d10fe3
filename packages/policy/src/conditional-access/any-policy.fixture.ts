import fc from 'fast-check'
import type { ConditionalAccessDocument } from '../documents/conditional-access-document.ts'
import type { PersonFacts } from '../person-facts.ts'
import { multiFactorStrengthId, phishingResistantStrengthId } from '../strengths/built-in-strengths.ts'
import { guidOf, home, mailApp, now, office, policy } from './access.fixture.ts'
import { knownApps, userActions } from './known-apps.ts'
import type { SignInContext } from './sign-in-context.ts'

/** Few enough of each that policies and sign-ins meet. */
const users = [guidOf(1), guidOf(2)]
const groups = [guidOf(11), guidOf(12)]
const roles = [guidOf(21), guidOf(22)]
const apps = [mailApp, knownApps.adminCentre, knownApps.securityInfo]
const terms = [guidOf(71), guidOf(72)]
const platforms = ['android', 'iOS', 'windows'] as const

const some = <T>(values: readonly T[]) => fc.subarray([...values])
const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3, nil: null })
const filled = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 })

const anyUsers = fc.record({
  includeUsers: fc.oneof(fc.constant(['All']), filled([...users, 'GuestsOrExternalUsers'])),
  excludeUsers: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, some(users)),
  includeGroups: some(groups),
  excludeGroups: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, some(groups)),
  includeRoles: some(roles),
  excludeRoles: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, some(roles)),
})

const anyTarget = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      includeApplications: fc.oneof(
        fc.constant(['All']),
        filled([...apps, 'MicrosoftAdminPortals', 'Office365']),
      ),
      excludeApplications: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, some(apps)),
    }),
  },
  filled(userActions).map((includeUserActions) => ({ includeApplications: [], includeUserActions })),
  filled(['c1', 'c2']).map((includeAuthenticationContextClassReferences) => ({
    includeApplications: [],
    includeAuthenticationContextClassReferences,
  })),
)

const anyConditions = fc.record({
  users: anyUsers,
  applications: anyTarget,
  clientAppTypes: fc.oneof(fc.constant(['all']), filled(['browser', 'mobileAppsAndDesktopClients', 'other'])),
  platforms: rarely(
    fc.record({
      includePlatforms: fc.oneof(fc.constant(['all']), filled(platforms)),
      excludePlatforms: some(platforms),
    }),
  ),
  locations: rarely(
    fc.record({
      includeLocations: fc.oneof(fc.constant(['All']), filled([office.id, home.id, 'AllTrusted'])),
      excludeLocations: some([office.id, home.id, 'AllTrusted']),
    }),
  ),
  authenticationFlows: rarely(fc.constant({ transferMethods: 'deviceCodeFlow' })),
})

const anyGrant = fc.oneof(
  fc.constant({ operator: 'OR', builtInControls: ['block'] }),
  fc.record({
    operator: fc.constantFrom('AND', 'OR'),
    builtInControls: filled(['mfa', 'compliantDevice', 'domainJoinedDevice', 'approvedApplication']),
    termsOfUse: some(terms),
  }),
  fc.record({
    operator: fc.constantFrom('AND', 'OR'),
    builtInControls: some(['compliantDevice']),
    authenticationStrength: fc
      .constantFrom(multiFactorStrengthId, phishingResistantStrengthId)
      .map((id) => ({ id })),
    termsOfUse: some(terms),
  }),
)

const anySession = rarely(
  fc.record({
    signInFrequency: fc.oneof(
      fc.record({
        isEnabled: fc.boolean(),
        type: fc.constantFrom('hours', 'days'),
        value: fc.integer({ min: 1, max: 3 }),
        authenticationType: fc.constantFrom('primaryAndSecondaryAuthentication', 'secondaryAuthentication'),
      }),
      fc.constant({ isEnabled: true, frequencyInterval: 'everyTime' }),
    ),
  }),
)

/** Any policy whose parts meet those of `anySignIn` and `anyPerson` often. */
export function anyPolicy(
  state: fc.Arbitrary<ConditionalAccessDocument['state']>,
): fc.Arbitrary<ConditionalAccessDocument> {
  return fc
    .record({
      number: fc.integer({ min: 1, max: 1_000_000 }),
      state,
      conditions: anyConditions,
      grantControls: anyGrant,
      sessionControls: anySession,
    })
    .map(({ number, ...change }) => policy(number, change))
}

export const anyState = fc.constantFrom<ConditionalAccessDocument['state']>(
  'enabled',
  'enabled',
  'disabled',
  'enabledForReportingButNotEnforced',
)

export const anyPerson: fc.Arbitrary<PersonFacts> = fc.record({
  userId: fc.constantFrom(...users),
  groupIds: some(groups).map((ids) => new Set(ids)),
  roleIds: some(roles).map((ids) => new Set(ids)),
  guest: fc.boolean(),
  breakGlass: fc.constant(false),
})

const anyProof = fc
  .record({
    method: fc.constantFrom(
      'passkey' as const,
      'temporaryAccessPass' as const,
      'password' as const,
      'totp' as const,
    ),
    minutes: fc.constantFrom(0, 3, 59, 61, 1500, 5000),
    userVerified: fc.boolean(),
  })
  .map(({ method, minutes, userVerified }) => ({
    method,
    at: new Date(now.getTime() - minutes * 60_000),
    ...(method === 'passkey' && { passkey: { userVerified, attested: false, backupEligible: true } }),
  }))

export const anySignIn: fc.Arbitrary<SignInContext> = fc
  .record({
    target: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(...apps).map((clientId) => ({ kind: 'app', clientId }) as const),
      },
      fc.constantFrom(...userActions).map((action) => ({ kind: 'action', action }) as const),
    ),
    authenticationContexts: some(['c1', 'c2']),
    platform: fc.option(fc.constantFrom(...platforms), { nil: undefined }),
    ipAddress: fc.constantFrom('192.0.2.7', '2001:db8::7', '203.0.113.7', ''),
    country: fc.option(fc.constantFrom('CH', 'FR'), { nil: undefined }),
    clientAppType: fc.constantFrom(
      'browser' as const,
      'mobileAppsAndDesktopClients' as const,
      'other' as const,
    ),
    isCompliant: fc.option(fc.boolean(), { nil: undefined }),
    transferMethod: fc.option(fc.constant('deviceCodeFlow' as const), { nil: undefined }),
    proofs: fc.array(anyProof, { maxLength: 3 }),
    origin: fc.constantFrom('browser' as const, 'deviceCode' as const),
    acceptedTerms: some(terms).map((ids) => new Set(ids)),
  })
  .map(({ platform, country, isCompliant, transferMethod, ...rest }) => ({
    ...rest,
    now,
    ...(platform !== undefined && { platform }),
    ...(country !== undefined && { country }),
    ...(isCompliant !== undefined && { device: { isCompliant } }),
    ...(transferMethod !== undefined && { transferMethod }),
  }))
