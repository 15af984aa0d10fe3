import type { ConditionalAccessDocument } from '../documents/conditional-access-document.ts'
import { defaultMethodsPolicy } from '../documents/default-methods-policy.ts'
import { mergeJson } from '../documents/merge-json.ts'
import { readConditionalAccess } from '../documents/read-conditional-access.ts'
import { readNamedLocation } from '../documents/read-named-location.ts'
import type { PersonFacts } from '../person-facts.ts'
import type { ProvenMethod } from '../proven-method.ts'
import { compileRules, type RuleDocuments, type Rules } from '../rules.ts'
import type { SignInContext } from './sign-in-context.ts'

/** A GUID that says which it is. */
export const guidOf = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const stamp = { createdDateTime: '2026-03-01T09:00:00Z', modifiedDateTime: null }

/** A policy that asks everybody for MFA, everywhere; plus one difference. */
export function policy(number: number, change: object = {}): ConditionalAccessDocument {
  const honest = {
    displayName: `Policy ${number}`,
    state: 'enabled',
    conditions: {
      clientAppTypes: ['all'],
      applications: { includeApplications: ['All'] },
      users: { includeUsers: ['All'] },
    },
    grantControls: { operator: 'OR', builtInControls: ['mfa'] },
  }
  return readConditionalAccess(mergeJson(honest, change), { ...stamp, id: guidOf(number) })
}

/** What makes a policy ask for a strength instead of MFA. */
export const strengthInstead = (id: string): object => ({
  grantControls: { builtInControls: [], authenticationStrength: { id } },
})

/** What makes a policy speak of registering sign-in methods instead of applications. */
export const registration = {
  conditions: {
    applications: { includeApplications: [], includeUserActions: ['urn:user:registersecurityinfo'] },
  },
}

export const office = readNamedLocation(
  {
    '@odata.type': '#microsoft.graph.ipNamedLocation',
    displayName: 'Office',
    isTrusted: true,
    ipRanges: [
      { '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '192.0.2.0/24' },
      { '@odata.type': '#microsoft.graph.iPv6CidrRange', cidrAddress: '2001:db8::/32' },
    ],
  },
  { ...stamp, id: guidOf(901) },
)

export const home = readNamedLocation(
  {
    '@odata.type': '#microsoft.graph.countryNamedLocation',
    displayName: 'Home',
    countriesAndRegions: ['CH', 'NZ'],
  },
  { ...stamp, id: guidOf(902) },
)

/** Rules of these policies and nothing else but two places and a context. */
export function rulesOf(
  conditionalAccess: readonly ConditionalAccessDocument[],
  change: Partial<RuleDocuments> = {},
): Rules {
  return compileRules(documentsOf(conditionalAccess, change))
}

/** The documents of such rules. */
export function documentsOf(
  conditionalAccess: readonly ConditionalAccessDocument[],
  change: Partial<RuleDocuments> = {},
): RuleDocuments {
  return {
    methodsPolicy: defaultMethodsPolicy,
    strengths: [],
    conditionalAccess,
    namedLocations: [office, home],
    authenticationContexts: ['c1', 'c2'].map((id) => ({
      id,
      displayName: id,
      description: null,
      isAvailable: true,
    })),
    terms: [],
    ...change,
  }
}

export const now = new Date('2026-03-01T12:00:00Z')

export const alice: PersonFacts = {
  userId: guidOf(1),
  groupIds: new Set([guidOf(11)]),
  roleIds: new Set(),
  guest: false,
  breakGlass: false,
}

/** Something that was proven some minutes ago. */
export const proven = {
  password: (minutes = 1): ProvenMethod => ({ method: 'password', at: ago(minutes) }),
  totp: (minutes = 1): ProvenMethod => ({ method: 'totp', at: ago(minutes) }),
  pass: (minutes = 1): ProvenMethod => ({ method: 'temporaryAccessPass', at: ago(minutes), once: false }),
  passkey: (minutes = 1): ProvenMethod => ({
    method: 'passkey',
    at: ago(minutes),
    passkey: { userVerified: true, attested: false, backupEligible: true },
  }),
}

function ago(minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000)
}

export const mailApp = guidOf(801)

/** Opening an application at home, with a password; plus one difference. */
export function signIn(change: Partial<SignInContext> = {}): SignInContext {
  return {
    target: { kind: 'app', clientId: mailApp },
    authenticationContexts: [],
    ipAddress: '203.0.113.7',
    clientAppType: 'browser',
    proofs: [proven.password()],
    origin: 'browser',
    now,
    acceptedTerms: new Set(),
    ...change,
  }
}
