import {
  type CompiledMethods,
  compileRules,
  defaultMethodsPolicy,
  type MethodsPolicyDocument,
  type PersonFacts,
} from '@latchkey/policy'
import { describe, expect, test } from 'vitest'
import { builtInProviders } from './built-in.ts'
import type { DescribedProvider } from './described-provider.ts'
import { listOffers } from './list-offers.ts'
import { toOpenPolicy } from './open-policy.ts'

const person: PersonFacts = {
  userId: 'ada',
  groupIds: new Set(),
  roleIds: new Set(),
  guest: false,
  breakGlass: false,
}

const authenticator: DescribedProvider = {
  id: 'authenticator',
  name: 'Contoso Authenticator',
  aaguids: ['90a3ccdf-635c-4729-a248-9b709135078f'],
  phones: { iOS: { store: 'https://apps.example/ios', least: '17' } },
}

const yubiKey = '2fc0579f-8113-47ea-b116-bb5a8db9202a'

type Profile = MethodsPolicyDocument['fido2']['passkeyProfiles'][number]

/** The rules of an organisation with one profile. */
function rulesWith(
  change: Partial<Profile>,
  fido2: Partial<MethodsPolicyDocument['fido2']> = {},
): CompiledMethods {
  const whole = defaultMethodsPolicy
  const [first] = whole.fido2.passkeyProfiles
  if (first === undefined) throw new Error('no profile')
  const passkeyProfiles = [{ ...first, ...change }]
  return compileRules({
    methodsPolicy: { ...whole, fido2: { ...whole.fido2, ...fido2, passkeyProfiles } },
    strengths: [],
    conditionalAccess: [],
    namedLocations: [],
    authenticationContexts: [],
    terms: [],
  }).methods
}

const open = (methods: CompiledMethods) =>
  toOpenPolicy(methods, person, {
    providers: [authenticator],
    hasPassword: false,
    placeOf: (aaguid) => (aaguid === yubiKey ? 'securityKey' : 'other'),
  })

const allow = (...aaGuids: string[]): Partial<Profile> => ({
  keyRestrictions: { isEnforced: true, enforcementType: 'allow', aaGuids },
})

describe('what the rules leave open', () => {
  test('everything, where they name nothing', () => {
    const policy = open(rulesWith({ passkeyTypes: 'deviceBound,synced' }))

    expect(policy).toMatchObject({
      synced: { allowed: true },
      computer: { allowed: true },
      securityKey: { allowed: true },
      providers: [{ id: 'authenticator', standing: { allowed: true } }],
    })
  })

  test('nothing that is synced, where passkeys stay on one device', () => {
    const policy = open(rulesWith({ passkeyTypes: 'deviceBound' }))

    expect(policy.synced).toEqual({ allowed: false, because: 'synced_not_allowed' })
    expect(policy.securityKey).toEqual({ allowed: true })
  })

  test('only what is on the list, where there is one', () => {
    const policy = open(rulesWith({ passkeyTypes: 'deviceBound,synced', ...allow(yubiKey) }))

    expect(policy.securityKey).toEqual({ allowed: true })
    expect(policy.computer).toEqual({ allowed: false, because: 'model_not_allowed' })
    expect(policy.providers[0]?.standing).toEqual({ allowed: false, because: 'model_not_allowed' })
  })

  test('of what keeps passkeys by itself, that whose models are taken', () => {
    const apple = builtInProviders.icloudKeychain.aaguids
    const policy = open(rulesWith({ passkeyTypes: 'deviceBound,synced', ...allow(...apple) }))

    expect(policy.builtIn).toMatchObject({
      icloudKeychain: { allowed: true },
      googlePasswordManager: { allowed: false, because: 'model_not_allowed' },
      samsungPass: { allowed: false, because: 'model_not_allowed' },
      windowsHello: { allowed: false, because: 'model_not_allowed' },
    })
  })

  test('of our phone app, what the phone would keep for it', () => {
    const phoneApp: DescribedProvider = {
      id: 'ours',
      name: 'Ours',
      aaguids: ['18cf9cd9-f298-437f-b66f-abd9972a7e18'],
      phones: {},
      own: { surface: 'phoneApp' },
    }
    const standing = (change: Partial<Profile>) =>
      toOpenPolicy(rulesWith(change), person, {
        providers: [phoneApp],
        hasPassword: false,
        placeOf: () => 'other',
      }).providers[0]?.standing

    expect(standing({ passkeyTypes: 'deviceBound,synced' })).toEqual({ allowed: true })
    expect(standing({ passkeyTypes: 'deviceBound' })).toEqual({
      allowed: false,
      because: 'synced_not_allowed',
    })
    expect(standing(allow(...phoneApp.aaguids))).toEqual({ allowed: false, because: 'model_not_allowed' })
  })

  test('nothing, where only administrators add passkeys', () => {
    const policy = open(rulesWith({}, { isSelfServiceRegistrationAllowed: false }))

    expect(policy.securityKey).toEqual({ allowed: false, because: 'self_service_off' })
  })
})

describe('what is offered', () => {
  test('puts the app of the organisation first, and recommends it alone', () => {
    const offers = listOffers({}, open(rulesWith({ passkeyTypes: 'deviceBound,synced' })))

    expect(offers.map(({ kind }) => kind)).toEqual(['provider', 'passkey', 'securityKey', 'codes'])
    expect(offers.filter(({ recommended }) => recommended)).toMatchObject([{ kind: 'provider' }])
  })

  test('keeps what is not open in sight, at the end', () => {
    const offers = listOffers({}, open(rulesWith({ passkeyTypes: 'deviceBound', ...allow(yubiKey) })))

    expect(offers[0]).toMatchObject({ kind: 'securityKey', recommended: true })
    expect(offers.slice(-2)).toMatchObject([
      { kind: 'provider', standing: { because: 'model_not_allowed' } },
      { kind: 'passkey', standing: { because: 'synced_not_allowed' } },
    ])
  })

  test('recommends codes where nothing better is open', () => {
    const offers = listOffers({}, open(rulesWith({}, { state: 'disabled' })))

    expect(offers[0]).toMatchObject({ kind: 'codes', recommended: true })
  })
})
