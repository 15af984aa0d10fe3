import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { configurationTypes, defaultMethodsPolicy } from './default-methods-policy.ts'
import { DocumentRefusal } from './document-refusal.ts'
import {
  applyConfigurationPatch,
  applyPolicyPatch,
  findConfigurationId,
  listConfigurations,
  resetConfiguration,
} from './methods-policy.ts'
import { defaultProfileId, type MethodConfigurationId } from './methods-policy-document.ts'

const stamp = { at: '2026-02-03T04:05:06Z', newId: () => '5d0c2c0b-0000-4000-8000-00000000000a' }
const androidAuthenticator = 'de1e552d-db1d-4423-a619-566b625cdc84'
const iosAuthenticator = '90a3ccdf-635c-4729-a248-9b709135078f'
const other = '5d0c2c0b-0000-4000-8000-000000000001'
const group = '6f1d2c0b-0000-4000-8000-000000000002'

const profile = {
  id: other,
  name: 'Synced',
  passkeyTypes: 'synced',
  attestationEnforcement: 'disabled',
  keyRestrictions: { isEnforced: false, enforcementType: 'allow', aaGuids: [] },
}

function patch(change: object, id: MethodConfigurationId = 'Fido2', before = defaultMethodsPolicy) {
  return applyConfigurationPatch(before, id, { '@odata.type': configurationTypes[id], ...change }, stamp)
}

const inOldWords = {
  state: 'enabled',
  isSelfServiceRegistrationAllowed: 'true',
  isAttestationEnforced: 'true',
  keyRestrictions: {
    isEnforced: 'true',
    enforcementType: 'allow',
    aaGuids: [androidAuthenticator, iosAuthenticator.toUpperCase()],
  },
}

describe('changing the passkey configuration', () => {
  test('the script everybody copies changes the default profile', () => {
    const { fido2, lastModifiedDateTime } = patch(inOldWords)
    const keyRestrictions = {
      isEnforced: true,
      enforcementType: 'allow',
      aaGuids: [androidAuthenticator, iosAuthenticator],
    }
    expect(lastModifiedDateTime).toBe(stamp.at)
    expect(fido2).toMatchObject({
      isAttestationEnforced: true,
      isSelfServiceRegistrationAllowed: true,
      keyRestrictions,
    })
    expect(fido2.passkeyProfiles).toEqual([
      expect.objectContaining({
        id: defaultProfileId,
        attestationEnforcement: 'registrationOnly',
        keyRestrictions,
        latchkey_leastEvidence: 'tpm',
      }),
    ])
  })

  test('a change of the default profile shows in the old words', () => {
    const [first] = defaultMethodsPolicy.fido2.passkeyProfiles
    const { fido2 } = patch({
      passkeyProfiles: [{ ...first, attestationEnforcement: 'registrationOnly' }, profile],
    })
    expect(fido2.isAttestationEnforced).toBe(true)
    expect(fido2.passkeyProfiles.map(({ id }) => id)).toEqual([defaultProfileId, other])
  })

  test('what was read may be sent back as it is', () => {
    const changed = patch(inOldWords)
    expect(patch(changed.fido2, 'Fido2', changed).fido2).toEqual(changed.fido2)
  })

  test('both words at once must agree', () => {
    const [first] = defaultMethodsPolicy.fido2.passkeyProfiles
    const restricted = { isEnforced: true, enforcementType: 'block', aaGuids: [iosAuthenticator] }
    const change = { ...inOldWords, passkeyProfiles: [{ ...first, keyRestrictions: restricted }] }
    expect(() => patch(change)).toThrow('contradicts')
  })

  test('a profile without an id gets one', () => {
    const { id: _, ...fresh } = profile
    const { fido2 } = patch({ passkeyProfiles: [...defaultMethodsPolicy.fido2.passkeyProfiles, fresh] })
    expect(fido2.passkeyProfiles[1]?.id).toBe(stamp.newId())
  })

  const withOther = patch({
    passkeyProfiles: [...defaultMethodsPolicy.fido2.passkeyProfiles, profile],
    includeTargets: [{ targetType: 'group', id: group, allowedPasskeyProfiles: [other] }],
  })

  test.each([
    ['no type', { '@odata.type': undefined }, '@odata.type'],
    ['another type', { '@odata.type': configurationTypes.SoftwareOath }, '@odata.type'],
    ['another id', { id: 'Sms' }, 'id'],
    ['an unknown property', { isSelfServiceAllowed: true }, 'isSelfServiceAllowed'],
    ['an unknown state', { state: 'default' }, 'state'],
    ['a model that is no GUID', { keyRestrictions: { aaGuids: ['YubiKey'] } }, 'keyRestrictions.aaGuids[0]'],
    ['no default profile', { passkeyProfiles: [profile] }, 'passkeyProfiles'],
    [
      'a profile twice',
      { passkeyProfiles: [...withOther.fido2.passkeyProfiles, profile] },
      'passkeyProfiles',
    ],
    [
      'a profile that goes while it is in use',
      { passkeyProfiles: defaultMethodsPolicy.fido2.passkeyProfiles },
      'includeTargets[0].allowedPasskeyProfiles',
    ],
    [
      'too many profiles',
      {
        passkeyProfiles: [
          ...withOther.fido2.passkeyProfiles,
          ...Array.from({ length: 9 }, (_, at) => ({
            ...profile,
            id: `5d0c2c0b-0000-4000-8000-0000000001${at}0`,
          })),
        ],
      },
      'passkeyProfiles',
    ],
    [
      'an unknown type of passkey',
      { passkeyProfiles: [{ ...profile, passkeyTypes: 'any' }] },
      'passkeyProfiles[0].passkeyTypes',
    ],
    [
      'a version that is none',
      { latchkey_minimumVersions: { authenticator: { iOS: 'new' } } },
      'latchkey_minimumVersions.authenticator.iOS',
    ],
  ])('refuses %s by its place', (_, change, path) => {
    expect(() =>
      applyConfigurationPatch(
        withOther,
        'Fido2',
        { '@odata.type': configurationTypes.Fido2, ...change },
        stamp,
      ),
    ).toThrow(expect.objectContaining({ path }))
  })

  test('refuses what is larger than a policy may be', () => {
    const aaGuids = Array.from({ length: 600 }, () => iosAuthenticator)
    expect(() => patch({ keyRestrictions: { isEnforced: true, enforcementType: 'allow', aaGuids } })).toThrow(
      'larger',
    )
  })

  test('keeps a model that is named twice as it was given', () => {
    const { fido2 } = patch({ keyRestrictions: { aaGuids: [iosAuthenticator, iosAuthenticator] } })
    expect(fido2.keyRestrictions.aaGuids).toEqual([iosAuthenticator, iosAuthenticator])
  })

  test('goes back to the beginning', () => {
    expect(resetConfiguration(withOther, 'Fido2', stamp).fido2).toEqual(defaultMethodsPolicy.fido2)
  })

  test('arbitrary JSON is laid over it or refused by name, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(defaultMethodsPolicy.fido2)), fc.jsonValue()),
        (change) => {
          try {
            patch(change)
          } catch (refusal) {
            expect(refusal).toBeInstanceOf(DocumentRefusal)
          }
        },
      ),
    )
  })
})

describe('changing the pass configuration', () => {
  test.each([
    [{ minimumLifetimeInMinutes: 500 }, 'minimumLifetimeInMinutes'],
    [{ defaultLifetimeInMinutes: 481 }, 'defaultLifetimeInMinutes'],
    [{ maximumLifetimeInMinutes: 43_201 }, 'maximumLifetimeInMinutes'],
    [{ defaultLength: 7 }, 'defaultLength'],
  ])('refuses %o', (change, path) => {
    expect(() => patch(change, 'TemporaryAccessPass')).toThrow(expect.objectContaining({ path }))
  })

  test('takes the words of scripts', () => {
    const { temporaryAccessPass } = patch({ isUsableOnce: 'true', defaultLength: 12 }, 'TemporaryAccessPass')
    expect(temporaryAccessPass).toMatchObject({ isUsableOnce: true, defaultLength: 12 })
  })
})

describe('the other configurations', () => {
  test('are found by their id in any case', () => {
    expect(findConfigurationId('fido2')).toBe('Fido2')
    expect(findConfigurationId('MICROSOFTAUTHENTICATOR')).toBe('MicrosoftAuthenticator')
    expect(findConfigurationId('Sms')).toBeUndefined()
    expect(listConfigurations(defaultMethodsPolicy).map(({ id }) => id)).toEqual([
      'Fido2',
      'MicrosoftAuthenticator',
      'TemporaryAccessPass',
      'SoftwareOath',
    ])
  })

  test('keep what is received for later', () => {
    const featureSettings = { numberMatchingRequiredState: { state: 'enabled' } }
    const { microsoftAuthenticator } = patch({ featureSettings }, 'MicrosoftAuthenticator')
    expect(microsoftAuthenticator.featureSettings).toEqual(featureSettings)
  })
})

describe('changing the policy itself', () => {
  test('lays the campaign over what is there', () => {
    const change = {
      registrationEnforcement: { authenticationMethodsRegistrationCampaign: { snoozeDurationInDays: 3 } },
    }
    const { registrationEnforcement } = applyPolicyPatch(defaultMethodsPolicy, change, stamp)
    expect(registrationEnforcement).toMatchObject({
      authenticationMethodsRegistrationCampaign: { state: 'default', snoozeDurationInDays: 3 },
    })
  })

  test.each([
    [{ authenticationMethodConfigurations: [] }, 'authenticationMethodConfigurations'],
    [{ systemCredentialPreferences: { state: 'on' } }, 'systemCredentialPreferences.state'],
    [{ reconfirmationInDays: -1 }, 'reconfirmationInDays'],
  ])('refuses %o', (change, path) => {
    expect(() => applyPolicyPatch(defaultMethodsPolicy, change, stamp)).toThrow(
      expect.objectContaining({ path }),
    )
  })
})
