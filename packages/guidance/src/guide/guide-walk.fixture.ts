import {
  type CompiledMethods,
  compileRules,
  defaultMethodsPolicy,
  type MethodsPolicyDocument,
  type PersonFacts,
} from '@latchkey/policy'
import { builtInProviders } from '../built-in.ts'
import type { DescribedProvider } from '../described-provider.ts'
import { type ModelPlace, type OpenPolicy, toOpenPolicy } from '../open-policy.ts'

type Profile = MethodsPolicyDocument['fido2']['passkeyProfiles'][number]

const person: PersonFacts = {
  userId: 'anybody',
  groupIds: new Set(),
  roleIds: new Set(),
  guest: false,
  breakGlass: false,
}

const yubiKey = '2fc0579f-8113-47ea-b116-bb5a8db9202a'
const contoso = '90a3ccdf-635c-4729-a248-9b709135078f'

/** An app that the organisation has described, and three authenticators of ours. */
export const walkProviders: readonly DescribedProvider[] = [
  {
    id: 'contoso',
    name: 'Contoso Authenticator',
    aaguids: [contoso],
    phones: {
      iOS: { store: 'https://apps.example/ios', least: '17' },
      android: { store: 'https://apps.example/android', least: '14', appVersion: '6.2507' },
    },
  },
  {
    id: 'latchkey-phone',
    name: 'Latchkey on the phone',
    aaguids: ['18cf9cd9-f298-437f-b66f-abd9972a7e18'],
    phones: {},
    own: { surface: 'phoneApp', address: 'https://id.example/authenticator' },
  },
  {
    id: 'latchkey-browser',
    name: 'Latchkey in the browser',
    aaguids: ['888d21e1-4a6b-47f4-89e8-8a51368c47ab'],
    phones: {},
    own: { surface: 'extension' },
  },
  {
    id: 'latchkey-linux',
    name: 'Latchkey on Linux',
    aaguids: ['67ebfe57-3a0a-417e-a8c7-4cfe2b10805d'],
    phones: {},
    own: { surface: 'agent' },
  },
]

const ours = walkProviders.filter(({ own }) => own !== undefined).flatMap(({ aaguids }) => aaguids)

function methodsWith(change: Partial<Profile>): CompiledMethods {
  const { fido2 } = defaultMethodsPolicy
  const passkeyProfiles = fido2.passkeyProfiles.map((profile) => ({ ...profile, ...change }))
  return compileRules({
    methodsPolicy: { ...defaultMethodsPolicy, fido2: { ...fido2, passkeyProfiles } },
    strengths: [],
    conditionalAccess: [],
    namedLocations: [],
    authenticationContexts: [],
    terms: [],
  }).methods
}

function placeOf(aaguid: string): ModelPlace {
  if (aaguid === yubiKey) return 'securityKey'
  const found = Object.values(builtInProviders).find(({ aaguids }) => aaguids.includes(aaguid))
  if (found === undefined) return 'other'
  return found.synced ? 'synced' : 'computer'
}

const open = (change: Partial<Profile>): OpenPolicy =>
  toOpenPolicy(methodsWith(change), person, { providers: walkProviders, hasPassword: true, placeOf })

/** Rules that organisations have, as they are written and compiled. */
export const walkPolicies = {
  everything: open({ passkeyTypes: 'deviceBound,synced', attestationEnforcement: 'disabled' }),
  attestedOnly: open({
    passkeyTypes: 'deviceBound',
    attestationEnforcement: 'registrationOnly',
    keyRestrictions: { isEnforced: true, enforcementType: 'allow', aaGuids: [yubiKey, contoso] },
  }),
  syncedOnly: open({ passkeyTypes: 'synced', attestationEnforcement: 'disabled' }),
  oursOnly: open({
    passkeyTypes: 'deviceBound',
    attestationEnforcement: 'registrationOnly',
    keyRestrictions: { isEnforced: true, enforcementType: 'allow', aaGuids: ours },
    latchkey_leastEvidence: 'software',
  }),
} as const
