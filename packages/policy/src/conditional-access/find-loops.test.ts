import { describe, expect, test } from 'vitest'
import { defaultMethodsPolicy } from '../documents/default-methods-policy.ts'
import type { MethodsPolicyDocument } from '../documents/methods-policy-document.ts'
import { readStrength } from '../documents/strength-document.ts'
import type { RuleDocuments } from '../rules.ts'
import { multiFactorStrengthId, phishingResistantStrengthId } from '../strengths/built-in-strengths.ts'
import { documentsOf, guidOf, policy, registration, strengthInstead } from './access.fixture.ts'
import { findLoops } from './find-loops.ts'
import { knownApps } from './known-apps.ts'

const model = 'ee882879-721c-4913-9775-3dfcce97072a'
const otherModel = 'fa2b99dc-9e39-4257-8f92-4a30d23c4118'
const strengthOf = (number: number, allowedCombinations: string[], allowedAAGUIDs?: string[]) =>
  readStrength(
    {
      displayName: `Strength ${number}`,
      allowedCombinations,
      ...(allowedAAGUIDs && {
        combinationConfigurations: [{ appliesToCombinations: ['fido2'], allowedAAGUIDs }],
      }),
    },
    { id: guidOf(number), at: '2026-03-01T09:00:00Z' },
  )
const thisModel = strengthOf(301, ['fido2', 'temporaryAccessPassMultiUse'], [model])
const messages = strengthOf(302, ['password,sms'])

const { fido2, temporaryAccessPass } = defaultMethodsPolicy
const methods = (change: Partial<MethodsPolicyDocument>) => ({
  methodsPolicy: { ...defaultMethodsPolicy, ...change },
})
const profile = (change: Partial<(typeof fido2.passkeyProfiles)[number]>) =>
  methods({
    fido2: { ...fido2, passkeyProfiles: fido2.passkeyProfiles.map((each) => ({ ...each, ...change })) },
  })
const models = (...aaGuids: string[]) => ({
  keyRestrictions: { isEnforced: true, enforcementType: 'allow' as const, aaGuids },
})

const block = { grantControls: { builtInControls: ['block'] } }
const asks = (operator: 'AND' | 'OR', ...builtInControls: string[]) => ({
  grantControls: { operator, builtInControls },
})
const resistant = strengthInstead(phishingResistantStrengthId)
const exception = { ...registration, ...strengthInstead(multiFactorStrengthId) }
const narrow = { conditions: { users: { includeUsers: [], includeGroups: [guidOf(11)] } } }

describe('finding combinations that lead nowhere', () => {
  test.each<[string, readonly object[], Partial<RuleDocuments>, readonly string[]]>([
    [
      'a pass that cannot make the first passkey',
      [{ ...registration, ...resistant }],
      {},
      ['pass_cannot_register'],
    ],
    ['registration under a strength for everything', [resistant], {}, ['registration_not_excepted']],
    ['… which has its own', [resistant, exception], {}, []],
    [
      '… which has its own, only watched',
      [resistant, { ...exception, state: 'enabledForReportingButNotEnforced' }],
      {},
      ['registration_not_excepted'],
    ],
    [
      '… which has its own, for some',
      [resistant, { ...exception, conditions: { ...registration.conditions, ...narrow.conditions } }],
      {},
      ['registration_not_excepted'],
    ],
    [
      '… whose page is left out',
      [{ ...resistant, conditions: { applications: { excludeApplications: [knownApps.securityInfo] } } }],
      {},
      [],
    ],
    [
      'a strength for one application',
      [{ ...resistant, conditions: { applications: { includeApplications: ['mail'] } } }],
      {},
      [],
    ],
    ['registration closed to everybody', [{ ...registration, ...block }], {}, ['registration_closed']],
    [
      'a strength of methods nobody has here',
      [exception, strengthInstead(messages.id)],
      { strengths: [messages] },
      ['strength_unreachable'],
    ],
    [
      'a strength while passkeys are off',
      [exception, resistant],
      methods({ fido2: { ...fido2, state: 'disabled' } }),
      ['strength_unreachable'],
    ],
    [
      'models that no profile takes',
      [strengthInstead(thisModel.id)],
      { strengths: [thisModel], ...profile(models(otherModel)) },
      ['models_disjoint'],
    ],
    [
      'models that only synced passkeys could be of',
      [strengthInstead(thisModel.id)],
      { strengths: [thisModel], ...profile({ passkeyTypes: 'synced' }) },
      ['models_disjoint'],
    ],
    [
      'models that nobody proves',
      [strengthInstead(thisModel.id)],
      { strengths: [thisModel], ...profile(models(model)) },
      ['models_not_asked_for'],
    ],
    [
      'models that are proven',
      [strengthInstead(thisModel.id)],
      {
        strengths: [thisModel],
        ...profile({ ...models(model), attestationEnforcement: 'registrationOnly' }),
      },
      [],
    ],
    [
      'passkeys nobody may add',
      [exception, resistant],
      methods({ fido2: { ...fido2, isSelfServiceRegistrationAllowed: false } }),
      ['self_service_off'],
    ],
    ['a compliant device', [asks('AND', 'mfa', 'compliantDevice')], {}, ['compliance_unknown']],
    ['a compliant device, or MFA', [asks('OR', 'mfa', 'compliantDevice')], {}, []],
    ['an approved application', [asks('AND', 'mfa', 'approvedApplication')], {}, ['control_unavailable']],
    ['an approved application, or MFA', [asks('OR', 'mfa', 'approvedApplication')], {}, []],
    [
      'a block of everybody from everything',
      [block],
      {},
      ['registration_closed', 'every_administrator_blocked'],
    ],
    [
      'a block of everybody from the admin centre',
      [{ ...block, conditions: { applications: { includeApplications: ['MicrosoftAdminPortals'] } } }],
      {},
      ['every_administrator_blocked'],
    ],
    [
      'a block of everybody but some',
      [
        {
          ...block,
          conditions: {
            applications: { includeApplications: ['MicrosoftAdminPortals'] },
            users: { excludeGroups: [guidOf(11)] },
          },
        },
      ],
      {},
      [],
    ],
    [
      'a block elsewhere than at trusted networks',
      [
        {
          ...block,
          conditions: { locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] } },
        },
      ],
      {},
      [],
    ],
    [
      '… of which there are none',
      [
        {
          ...block,
          conditions: { locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] } },
        },
      ],
      { namedLocations: [] },
      ['no_trusted_network'],
    ],
    [
      'a new proof every time, of passes that work once',
      [
        {
          ...exception,
          sessionControls: { signInFrequency: { isEnabled: true, frequencyInterval: 'everyTime' } },
        },
      ],
      methods({ temporaryAccessPass: { ...temporaryAccessPass, isUsableOnce: true } }),
      ['frequency_against_once'],
    ],
    ['anything that is off', [{ ...block, state: 'disabled' }], {}, []],
  ])('%s', (_, policies, change, codes) => {
    const documents = documentsOf(
      policies.map((each, at) => policy(at + 1, each)),
      change,
    )

    const loops = findLoops(documents, { complianceKnown: false })

    expect(loops.map(({ code }) => code)).toEqual(codes)
  })

  test('says which policy and which strength, what happens and what to do instead', () => {
    const [loop] = findLoops(
      documentsOf([policy(1, { ...resistant, state: 'enabledForReportingButNotEnforced' })]),
      {
        complianceKnown: true,
      },
    )

    expect(loop).toEqual({
      code: 'registration_not_excepted',
      policyId: guidOf(1),
      displayName: 'Policy 1',
      enforced: false,
      strengthId: phishingResistantStrengthId,
      happens: expect.stringContaining('all applications'),
      instead: expect.stringContaining('Register security information'),
    })
  })

  test('takes a compliant device for possible once something has said of one that it is', () => {
    const documents = documentsOf([policy(1, asks('AND', 'mfa', 'compliantDevice'))])
    expect(findLoops(documents, { complianceKnown: true })).toEqual([])
  })
})
