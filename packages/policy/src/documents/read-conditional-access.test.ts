import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DocumentRefusal } from './document-refusal.ts'
import { mergeJson } from './merge-json.ts'
import { changeConditionalAccess, readConditionalAccess } from './read-conditional-access.ts'

const stamp = {
  id: '0B6E28F0-6F7C-4D4E-9E0C-4A2C5D3E7A01',
  createdDateTime: '2026-03-01T09:00:00Z',
  modifiedDateTime: null,
}
const admins = '62e90394-69f5-4237-9190-012177145e10'
const strength = '00000000-0000-0000-0000-000000000004'
const office = '3d5a1c5e-6f8e-4c39-8a48-7f0f5e0a9b11'

/** As scripts send it. */
const honest = {
  displayName: 'Phishing-resistant MFA for admins',
  state: 'enabled',
  conditions: {
    clientAppTypes: ['all'],
    applications: { includeApplications: ['All'] },
    users: { includeRoles: [admins.toUpperCase()] },
  },
  grantControls: { operator: 'OR', builtInControls: [], authenticationStrength: { id: strength } },
}

const change = (change: unknown) => readConditionalAccess(mergeJson(honest, change), stamp)

describe('reading a Conditional Access policy', () => {
  test('completes it', () => {
    expect(readConditionalAccess(honest, stamp)).toEqual({
      ...stamp,
      id: stamp.id.toLowerCase(),
      displayName: 'Phishing-resistant MFA for admins',
      description: null,
      state: 'enabled',
      templateId: null,
      conditions: {
        users: {
          includeUsers: [],
          excludeUsers: [],
          includeGroups: [],
          excludeGroups: [],
          includeRoles: [admins],
          excludeRoles: [],
          includeGuestsOrExternalUsers: null,
          excludeGuestsOrExternalUsers: null,
        },
        applications: {
          includeApplications: ['All'],
          excludeApplications: [],
          includeUserActions: [],
          includeAuthenticationContextClassReferences: [],
          applicationFilter: null,
        },
        clientAppTypes: ['all'],
        platforms: null,
        locations: null,
        devices: null,
        authenticationFlows: null,
        signInRiskLevels: [],
        userRiskLevels: [],
        insiderRiskLevels: null,
        servicePrincipalRiskLevels: [],
        clientApplications: null,
      },
      grantControls: {
        operator: 'OR',
        builtInControls: [],
        customAuthenticationFactors: [],
        termsOfUse: [],
        authenticationStrength: { id: strength },
      },
      sessionControls: null,
    })
  })

  test('takes back what it gave, and what others print around it', () => {
    const once = readConditionalAccess(honest, stamp)
    const printed = {
      '@odata.context': 'https://login.example/v1.0/$metadata#identity/conditionalAccess/policies/$entity',
      ...once,
      partialEnablementStrategy: null,
      deletedDateTime: null,
      conditions: {
        ...once.conditions,
        clients: null,
        times: null,
        deviceStates: null,
        agentIdRiskLevels: null,
        clientApplications: { includeServicePrincipals: [], excludeServicePrincipals: [] },
      },
      grantControls: {
        ...once.grantControls,
        'authenticationStrength@odata.context': 'x',
        authenticationStrength: {
          id: strength,
          displayName: 'Phishing-resistant MFA',
          allowedCombinations: [],
        },
      },
    }

    expect(readConditionalAccess(printed, stamp)).toEqual(once)
  })

  test.each<[string, unknown, string]>([
    ['an empty name', { displayName: ' ' }, 'displayName'],
    ['an unknown state', { state: 'on' }, 'state'],
    ['an unknown property', { colour: 'red' }, 'colour'],
    ['an unknown condition', { conditions: { moon: ['full'] } }, 'conditions.moon'],
    ['hours of the day', { conditions: { times: { includedRanges: ['x'] } } }, 'conditions.times'],
    ['no kind of client', { conditions: { clientAppTypes: [] } }, 'conditions.clientAppTypes'],
    ['kinds of client left out', { conditions: { clientAppTypes: null } }, 'conditions.clientAppTypes'],
    ['nobody', { conditions: { users: { includeRoles: [] } } }, 'conditions.users'],
    [
      'a user by name',
      { conditions: { users: { includeUsers: ['alice'] } } },
      'conditions.users.includeUsers[0]',
    ],
    [
      'everybody, misspelt',
      { conditions: { users: { includeUsers: ['all'] } } },
      'conditions.users.includeUsers[0]',
    ],
    [
      'None and others',
      { conditions: { users: { includeUsers: ['None', admins] } } },
      'conditions.users.includeUsers',
    ],
    [
      'no application',
      { conditions: { applications: { includeApplications: [] } } },
      'conditions.applications',
    ],
    [
      'applications and an action',
      { conditions: { applications: { includeUserActions: ['urn:user:registersecurityinfo'] } } },
      'conditions.applications',
    ],
    [
      'all applications, misspelt',
      { conditions: { applications: { includeApplications: ['all'] } } },
      'conditions.applications.includeApplications[0]',
    ],
    [
      'a filter of applications',
      { conditions: { applications: { applicationFilter: { mode: 'exclude', rule: 'x' } } } },
      'conditions.applications.applicationFilter',
    ],
    [
      'service principals',
      { conditions: { clientApplications: { includeServicePrincipals: ['x'] } } },
      'conditions.clientApplications',
    ],
    [
      'an unknown platform',
      { conditions: { platforms: { includePlatforms: ['ios'] } } },
      'conditions.platforms.includePlatforms[0]',
    ],
    [
      'no platform',
      { conditions: { platforms: { includePlatforms: [] } } },
      'conditions.platforms.includePlatforms',
    ],
    [
      'a device rule that does not parse',
      { conditions: { devices: { deviceFilter: { mode: 'include', rule: 'device.colour -eq "red"' } } } },
      'conditions.devices.deviceFilter.rule',
    ],
    [
      'an unknown control',
      { grantControls: { builtInControls: ['prayer'] } },
      'grantControls.builtInControls[0]',
    ],
    ['mfa and a strength', { grantControls: { builtInControls: ['mfa'] } }, 'grantControls'],
    ['block and a strength', { grantControls: { builtInControls: ['block'] } }, 'grantControls'],
    [
      'a change of password alone',
      { grantControls: { builtInControls: ['passwordChange'] } },
      'grantControls',
    ],
    ['no control', { grantControls: { authenticationStrength: null } }, 'grantControls'],
    ['nothing asked', { grantControls: null }, ''],
    ['nothing asked of a session', { grantControls: null, sessionControls: { signInFrequency: null } }, ''],
    [
      'a frequency without time',
      { sessionControls: { signInFrequency: { isEnabled: true, frequencyInterval: 'timeBased' } } },
      'sessionControls.signInFrequency',
    ],
    [
      'every time, with a time',
      {
        sessionControls: {
          signInFrequency: { isEnabled: true, type: 'hours', value: 1, frequencyInterval: 'everyTime' },
        },
      },
      'sessionControls.signInFrequency',
    ],
    [
      'a persistent browser for one application',
      {
        conditions: { applications: { includeApplications: [office] } },
        sessionControls: { persistentBrowser: { isEnabled: true, mode: 'never' } },
      },
      'sessionControls.persistentBrowser',
    ],
    [
      'access evaluation of others',
      { sessionControls: { continuousAccessEvaluation: { mode: 'strict' } } },
      'sessionControls.continuousAccessEvaluation',
    ],
  ])('refuses %s', (_, with_, path) => {
    expect(catchRefusal(() => change(with_))).toMatchObject({ code: 'document_invalid', path })
  })

  test.each<[string, unknown, string]>([
    ['the risk of a sign-in', { conditions: { signInRiskLevels: ['high'] } }, 'conditions.signInRiskLevels'],
    ['the risk of a user', { conditions: { userRiskLevels: ['high'] } }, 'conditions.userRiskLevels'],
    [
      'the risk of an insider',
      { conditions: { insiderRiskLevels: 'elevated' } },
      'conditions.insiderRiskLevels',
    ],
    [
      'token protection',
      { sessionControls: { secureSignInSession: { isEnabled: true } } },
      'sessionControls.secureSignInSession',
    ],
    [
      'a proxy',
      { sessionControls: { cloudAppSecurity: { isEnabled: true, cloudAppSecurityType: 'monitorOnly' } } },
      'sessionControls.cloudAppSecurity',
    ],
  ])('keeps a policy that rests on %s, and does not let it be enabled', (_, with_, path) => {
    expect(change(mergeJson(with_, { state: 'disabled' })).state).toBe('disabled')
    expect(catchRefusal(() => change(with_))).toMatchObject({ code: 'document_invalid', path })
  })

  test('any JSON is read or refused, and nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('conditions', 'grantControls', 'state'), (value, key) => {
        try {
          readConditionalAccess({ ...honest, [key]: value }, stamp)
          change(value)
        } catch (error) {
          return error instanceof DocumentRefusal
        }
        return true
      }),
    )
  })
})

describe('changing a Conditional Access policy', () => {
  const before = readConditionalAccess(honest, stamp)
  const at = '2026-03-02T09:00:00Z'

  test('leaves what is not named, as deep as it goes', () => {
    const after = changeConditionalAccess(before, { conditions: { users: { excludeGroups: [office] } } }, at)

    expect(after).toEqual({
      ...before,
      modifiedDateTime: at,
      conditions: { ...before.conditions, users: { ...before.conditions.users, excludeGroups: [office] } },
    })
  })

  test('takes a list and a null for the whole of it', () => {
    const change = {
      grantControls: null,
      sessionControls: { signInFrequency: { isEnabled: 'true', type: 'hours', value: 4 } },
    }

    expect(changeConditionalAccess(before, change, at)).toMatchObject({
      grantControls: null,
      sessionControls: {
        signInFrequency: { isEnabled: true, type: 'hours', value: 4, frequencyInterval: 'timeBased' },
      },
    })
  })

  test('refuses what the policy would become', () => {
    const change = { grantControls: { builtInControls: ['mfa'] } }

    expect(catchRefusal(() => changeConditionalAccess(before, change, at))).toMatchObject({
      path: 'grantControls',
    })
  })

  test('does not change who it is', () => {
    expect(changeConditionalAccess(before, { id: office, createdDateTime: 'x' }, at)).toEqual({
      ...before,
      modifiedDateTime: at,
    })
  })
})

function catchRefusal(act: () => unknown): unknown {
  try {
    return act()
  } catch (refusal) {
    return refusal
  }
}
