import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultMethodsPolicy } from '../documents/default-methods-policy.ts'
import type {
  Fido2Document,
  MethodsPolicyDocument,
  PasskeyProfileDocument,
} from '../documents/methods-policy-document.ts'
import { type Evidence, evidences } from '../evidence.ts'
import type { PersonFacts } from '../person-facts.ts'
import { compileMethods } from './compile-methods.ts'
import { mayUseMethod, preferredOrder } from './decide-method.ts'
import { mayRegisterPasskey, mayUsePasskey } from './decide-passkey.ts'
import { isVersionAtLeast, withMinimumVersions } from './minimum-versions.ts'
import type { PasskeyFacts } from './passkey-facts.ts'

const models = ['2fc0579f-8113-47ea-b116-bb5a8db9202a', 'a25342c0-3cdc-4414-8e46-f4807fca511c'] as const
const groups = ['6f1d2c0b-0000-4000-8000-000000000001', '6f1d2c0b-0000-4000-8000-000000000002'] as const
const profileIds = [
  '00000000-0000-0000-0000-000000000001',
  '5d0c2c0b-0000-4000-8000-000000000001',
  '5d0c2c0b-0000-4000-8000-000000000002',
] as const
const userId = '0190c0de-0000-7000-8000-000000000001'

const person = (change: Partial<PersonFacts> = {}): PersonFacts => ({
  userId,
  groupIds: new Set(),
  roleIds: new Set(),
  guest: false,
  breakGlass: false,
  ...change,
})

const passkey = (change: Partial<PasskeyFacts> = {}): PasskeyFacts => ({
  aaguid: models[0],
  attested: true,
  evidence: 'hardware',
  backupEligible: false,
  ...change,
})

const [first] = defaultMethodsPolicy.fido2.passkeyProfiles as [PasskeyProfileDocument]

const profile = (change: Partial<PasskeyProfileDocument> = {}): PasskeyProfileDocument => ({
  ...first,
  ...change,
})

const fido2 = (change: Partial<Fido2Document> = {}) =>
  policy({ fido2: { ...defaultMethodsPolicy.fido2, ...change } })

const policy = (change: Partial<MethodsPolicyDocument> = {}) =>
  compileMethods({ ...defaultMethodsPolicy, ...change })

const restricted = (enforcementType: 'allow' | 'block', ...aaGuids: string[]) =>
  profile({ keyRestrictions: { isEnforced: true, enforcementType, aaGuids } })

const toGroup = (id: string, ...allowedPasskeyProfiles: string[]) => ({
  targetType: 'group' as const,
  id,
  isRegistrationRequired: false,
  allowedPasskeyProfiles,
})

describe('a list of what is welcome and a list of what is not', () => {
  test('hold side by side, each in a profile of its own', () => {
    const methods = fido2({
      passkeyProfiles: [
        { ...restricted('allow', models[0]), id: profileIds[0], attestationEnforcement: 'registrationOnly' },
        { ...restricted('block', models[0]), id: profileIds[1], passkeyTypes: 'synced' },
      ],
      includeTargets: [toGroup('all_users', profileIds[0], profileIds[1])],
    })
    const judge = (change: Partial<PasskeyFacts>) => mayRegisterPasskey(methods, person(), passkey(change))

    expect(judge({})).toMatchObject({ allow: true, profileId: profileIds[0] })
    expect(judge({ aaguid: models[1], backupEligible: true })).toMatchObject({ profileId: profileIds[1] })
    expect(judge({ aaguid: models[1] })).toMatchObject({ allow: false })
    expect(judge({ backupEligible: true, attested: false })).toMatchObject({ allow: false })
  })
})

describe('deciding about a passkey', () => {
  test.each([
    ['every passkey, at first', fido2(), passkey({ attested: false, evidence: 'none' }), true, true],
    ['switched off', fido2({ state: 'disabled' }), passkey(), 'method_disabled', 'method_disabled'],
    [
      'synced ones only',
      fido2({ passkeyProfiles: [profile({ passkeyTypes: 'synced' })] }),
      passkey(),
      'device_bound_not_allowed',
      'device_bound_not_allowed',
    ],
    [
      'ones that stay on their device',
      fido2({ passkeyProfiles: [profile({ passkeyTypes: 'deviceBound' })] }),
      passkey({ backupEligible: true }),
      'synced_not_allowed',
      'synced_not_allowed',
    ],
    [
      'another model than those allowed',
      fido2({ passkeyProfiles: [restricted('allow', models[1])] }),
      passkey(),
      'model_not_allowed',
      'model_not_allowed',
    ],
    [
      'a model that is blocked',
      fido2({ passkeyProfiles: [restricted('block', models[0])] }),
      passkey(),
      'model_not_allowed',
      'model_not_allowed',
    ],
    [
      'an allow list that is empty',
      fido2({ passkeyProfiles: [restricted('allow')] }),
      passkey(),
      'model_not_allowed',
      'model_not_allowed',
    ],
    [
      'an unattested one where attestation is asked',
      fido2({ passkeyProfiles: [profile({ attestationEnforcement: 'registrationOnly' })] }),
      passkey({ attested: false, evidence: 'none' }),
      'not_attested',
      true,
    ],
    [
      'software where attestation is asked',
      fido2({ passkeyProfiles: [profile({ attestationEnforcement: 'registrationOnly' })] }),
      passkey({ evidence: 'software' }),
      'evidence_too_weak',
      true,
    ],
    [
      'software where software is enough',
      fido2({
        passkeyProfiles: [
          profile({ attestationEnforcement: 'registrationOnly', latchkey_leastEvidence: 'software' }),
        ],
      }),
      passkey({ evidence: 'software' }),
      true,
      true,
    ],
    [
      'a synced one where both are welcome and attestation is asked',
      fido2({ passkeyProfiles: [profile({ attestationEnforcement: 'registrationOnly' })] }),
      passkey({ backupEligible: true, attested: false, evidence: 'none' }),
      'not_attested',
      true,
    ],
    [
      'self-service switched off',
      fido2({ isSelfServiceRegistrationAllowed: false }),
      passkey(),
      'self_service_off',
      true,
    ],
  ])('%s', (_, methods, facts, registering, using) => {
    const outcome = (decision: ReturnType<typeof mayUsePasskey>) => decision.allow || decision.because
    expect(outcome(mayRegisterPasskey(methods, person(), facts))).toBe(registering)
    expect(outcome(mayUsePasskey(methods, person(), facts))).toBe(using)
  })

  test('a list of models is held against the claim, and says so', () => {
    const methods = fido2({ passkeyProfiles: [restricted('allow', models[0])] })
    expect(mayUsePasskey(methods, person(), passkey({ attested: false, evidence: 'none' }))).toEqual({
      allow: true,
      profileId: profileIds[0],
      modelProven: false,
    })
  })

  test('one profile that fits is enough, and a denial names every one that did not', () => {
    const synced = profile({ id: profileIds[1], name: 'Synced', passkeyTypes: 'synced' })
    const methods = fido2({
      passkeyProfiles: [restricted('allow', models[1]), synced],
      includeTargets: [toGroup('all_users', profileIds[0], profileIds[1])],
    })
    expect(mayUsePasskey(methods, person(), passkey({ backupEligible: true })).allow).toBe(true)
    expect(mayUsePasskey(methods, person(), passkey())).toEqual({
      allow: false,
      because: 'model_not_allowed',
      profiles: [
        { profileId: profileIds[0], name: first.name, because: 'model_not_allowed' },
        { profileId: profileIds[1], name: 'Synced', because: 'device_bound_not_allowed' },
      ],
    })
  })

  test('profiles belong to the groups that name them', () => {
    const strict = profile({ id: profileIds[1], passkeyTypes: 'deviceBound' })
    const methods = fido2({
      passkeyProfiles: [first, strict],
      includeTargets: [toGroup(groups[0], profileIds[1]), toGroup(groups[1])],
    })
    const synced = passkey({ backupEligible: true })
    expect(mayUsePasskey(methods, person({ groupIds: new Set([groups[0]]) }), synced).allow).toBe(false)
    expect(mayUsePasskey(methods, person({ groupIds: new Set([groups[1]]) }), synced).allow).toBe(true)
    expect(mayUsePasskey(methods, person({ groupIds: new Set(groups) }), synced).allow).toBe(true)
    expect(mayUsePasskey(methods, person(), synced)).toMatchObject({ because: 'not_in_scope' })
  })

  test('exclusion wins over every inclusion, at registration and at sign-in', () => {
    const methods = fido2({ excludeTargets: [{ targetType: 'group', id: groups[0] }] })
    const excluded = person({ groupIds: new Set(groups) })
    expect(mayRegisterPasskey(methods, excluded, passkey())).toMatchObject({ because: 'excluded' })
    expect(mayUsePasskey(methods, excluded, passkey())).toMatchObject({ because: 'excluded' })
  })

  test('guests register nothing here', () => {
    expect(mayRegisterPasskey(fido2(), person({ guest: true }), passkey())).toMatchObject({
      because: 'guest',
    })
  })
})

/** The same decision, read straight from the JSON. */
function naive(
  document: Fido2Document,
  who: PersonFacts,
  facts: PasskeyFacts,
  registering: boolean,
): boolean {
  const isIn = (target: { id: string; targetType: string }) =>
    target.id === 'all_users' ||
    (target.targetType === 'user' ? target.id === who.userId : who.groupIds.has(target.id))
  if (document.state !== 'enabled' || document.excludeTargets.some(isIn)) return false
  if (registering && !document.isSelfServiceRegistrationAllowed) return false
  return document.includeTargets.filter(isIn).some(({ allowedPasskeyProfiles }) => {
    const named =
      allowedPasskeyProfiles.length > 0 ? allowedPasskeyProfiles : [document.defaultPasskeyProfile]
    return document.passkeyProfiles.some(({ id, passkeyTypes, keyRestrictions, ...rest }) => {
      const { isEnforced, enforcementType, aaGuids } = keyRestrictions
      if (!named.includes(id)) return false
      if (!passkeyTypes.split(',').includes(facts.backupEligible ? 'synced' : 'deviceBound')) return false
      if (isEnforced && aaGuids.includes(facts.aaguid) !== (enforcementType === 'allow')) return false
      if (!registering || rest.attestationEnforcement === 'disabled') return true
      return (
        facts.attested && evidences.indexOf(facts.evidence) >= evidences.indexOf(rest.latchkey_leastEvidence)
      )
    })
  })
}

const anyPerson = fc.subarray([...groups]).map((ids) => person({ groupIds: new Set(ids) }))

const anyPasskey: fc.Arbitrary<PasskeyFacts> = fc.record({
  aaguid: fc.constantFrom(...models),
  attested: fc.boolean(),
  evidence: fc.constantFrom<Evidence>(...evidences),
  backupEligible: fc.boolean(),
})

const anyRestrictions = fc.record({
  isEnforced: fc.boolean(),
  enforcementType: fc.constantFrom('allow' as const, 'block' as const),
  aaGuids: fc.subarray([...models]),
})

const anyProfile = (id: string): fc.Arbitrary<PasskeyProfileDocument> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    passkeyTypes: fc.constantFrom('deviceBound', 'synced', 'deviceBound,synced'),
    attestationEnforcement: fc.constantFrom('disabled' as const, 'registrationOnly' as const),
    keyRestrictions: anyRestrictions,
    latchkey_leastEvidence: fc.constantFrom('software' as const, 'tpm' as const, 'hardware' as const),
  })

const anyTarget = fc.oneof(
  fc.constantFrom('all_users', ...groups).map((id) => ({ targetType: 'group' as const, id })),
  fc.constant({ targetType: 'user' as const, id: userId }),
)

const anyFido2: fc.Arbitrary<Fido2Document> = fc.record({
  '@odata.type': fc.constant(''),
  id: fc.constant('Fido2' as const),
  state: fc.constantFrom('enabled' as const, 'enabled' as const, 'disabled' as const),
  isSelfServiceRegistrationAllowed: fc.boolean(),
  isAttestationEnforced: fc.constant(false),
  keyRestrictions: anyRestrictions,
  defaultPasskeyProfile: fc.constant(profileIds[0]),
  passkeyProfiles: fc.tuple(...profileIds.map(anyProfile)),
  includeTargets: fc.array(
    fc.tuple(anyTarget, fc.subarray([...profileIds])).map(([target, allowedPasskeyProfiles]) => ({
      ...target,
      isRegistrationRequired: false,
      allowedPasskeyProfiles,
    })),
    { maxLength: 4 },
  ),
  excludeTargets: fc.array(anyTarget, { maxLength: 1 }),
  latchkey_metadataStatus: fc.constant('alert' as const),
  latchkey_minimumVersions: fc.constant({}),
})

describe('whatever the document says', () => {
  test('the compiled form and the JSON agree', () => {
    fc.assert(
      fc.property(anyFido2, anyPerson, anyPasskey, (document, who, facts) => {
        const methods = fido2(document)
        expect(mayRegisterPasskey(methods, who, facts).allow).toBe(naive(document, who, facts, true))
        expect(mayUsePasskey(methods, who, facts).allow).toBe(naive(document, who, facts, false))
      }),
      { numRuns: 500 },
    )
  })

  test('whatever may be registered may be used', () => {
    fc.assert(
      fc.property(anyFido2, anyPerson, anyPasskey, (document, who, facts) => {
        const methods = fido2(document)
        if (mayRegisterPasskey(methods, who, facts).allow)
          expect(mayUsePasskey(methods, who, facts).allow).toBe(true)
      }),
    )
  })

  test('an exclusion never lets anybody in', () => {
    fc.assert(
      fc.property(anyFido2, anyTarget, anyPerson, anyPasskey, (document, target, who, facts) => {
        const without = mayUsePasskey(fido2(document), who, facts).allow
        const excludeTargets = [...document.excludeTargets, target]
        const after = mayUsePasskey(fido2({ ...document, excludeTargets }), who, facts).allow
        expect(after && !without).toBe(false)
      }),
    )
  })

  test('one more profile never takes anything away', () => {
    fc.assert(
      fc.property(
        anyFido2,
        anyProfile('5d0c2c0b-0000-4000-8000-000000000009'),
        anyPerson,
        anyPasskey,
        (document, more, who, facts) => {
          const wider = {
            ...document,
            passkeyProfiles: [...document.passkeyProfiles, more],
            includeTargets: [...document.includeTargets, toGroup('all_users', more.id)],
          }
          if (mayUsePasskey(fido2(document), who, facts).allow) {
            expect(mayUsePasskey(fido2(wider), who, facts).allow).toBe(true)
          }
        },
      ),
    )
  })

  test('a model less on a list that allows never lets anybody in', () => {
    fc.assert(
      fc.property(anyFido2, anyPerson, anyPasskey, (document, who, facts) => {
        const passkeyProfiles = document.passkeyProfiles.map((each) =>
          each.keyRestrictions.enforcementType === 'allow'
            ? {
                ...each,
                keyRestrictions: { ...each.keyRestrictions, aaGuids: each.keyRestrictions.aaGuids.slice(1) },
              }
            : each,
        )
        const after = mayUsePasskey(fido2({ ...document, passkeyProfiles }), who, facts).allow
        expect(after && !mayUsePasskey(fido2(document), who, facts).allow).toBe(false)
      }),
    )
  })

  test('the order of targets and profiles does not matter', () => {
    fc.assert(
      fc.property(anyFido2, anyPerson, anyPasskey, (document, who, facts) => {
        const turned = {
          ...document,
          passkeyProfiles: document.passkeyProfiles.toReversed(),
          includeTargets: document.includeTargets.toReversed(),
        }
        expect(mayUsePasskey(fido2(turned), who, facts).allow).toBe(
          mayUsePasskey(fido2(document), who, facts).allow,
        )
      }),
    )
  })
})

describe('the other methods', () => {
  test('are there for whom the policy names', () => {
    const methods = policy({
      softwareOath: {
        ...defaultMethodsPolicy.softwareOath,
        excludeTargets: [{ targetType: 'user', id: userId }],
      },
      temporaryAccessPass: { ...defaultMethodsPolicy.temporaryAccessPass, state: 'disabled' },
    })
    expect(mayUseMethod(methods, person(), 'totp')).toEqual({ allow: false, because: 'excluded' })
    expect(mayUseMethod(methods, person(), 'temporaryAccessPass')).toEqual({
      allow: false,
      because: 'method_disabled',
    })
    expect(mayUseMethod(methods, person(), 'password').allow).toBe(true)
    expect(mayUseMethod(methods, person(), 'passkey').allow).toBe(true)
  })

  test('an account for emergencies has its passkeys, whatever the policy says, and nothing else', () => {
    const rescue = { ...person(), breakGlass: true }
    const off = policy({ fido2: { ...defaultMethodsPolicy.fido2, state: 'disabled' } })

    expect(mayUseMethod(off, rescue, 'passkey').allow).toBe(true)
    for (const method of ['temporaryAccessPass', 'totp', 'password'] as const) {
      expect(mayUseMethod(policy(), rescue, method)).toEqual({ allow: false, because: 'break_glass' })
    }
  })

  test('the order is the organisation’s, unless it leaves it to the person', () => {
    const { systemCredentialPreferences } = defaultMethodsPolicy
    expect(preferredOrder(policy(), person())?.[0]).toBe('temporaryAccessPass')
    const off = policy({ systemCredentialPreferences: { ...systemCredentialPreferences, state: 'disabled' } })
    expect(preferredOrder(off, person())).toBeUndefined()
  })

  test('groups are asked for only where a rule names one', () => {
    expect(policy().asksGroups).toBe(false)
    expect(fido2({ excludeTargets: [{ targetType: 'group', id: groups[0] }] }).asksGroups).toBe(true)
  })
})

describe('minimum versions', () => {
  test.each([
    ['17.4', '17', true],
    ['17', '17.0.0', true],
    ['16.9.1', '17', false],
    ['9', '14', false],
    ['17.10', '17.4', true],
  ])('%s against %s', (version, least, enough) => {
    expect(isVersionAtLeast(version, least)).toBe(enough)
  })

  test('an organisation says otherwise, provider by provider', () => {
    const versions = withMinimumVersions({ authenticator: { iOS: '18' }, ours: { linux: '6.1' } })
    expect(versions['authenticator']).toEqual({ iOS: '18', android: '14' })
    expect(versions['ours']).toEqual({ linux: '6.1' })
  })
})
