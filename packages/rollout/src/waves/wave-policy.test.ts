import {
  changeConditionalAccess,
  defaultMethodsPolicy,
  type RuleDocuments,
  strengthIdOf,
} from '@latchkey/policy'
import { describe, expect, test } from 'vitest'
import { findTargetFault, toWavePolicy } from './wave-policy.ts'

const groupId = '55555555-0000-4000-8000-000000000001'
const policyId = '22222222-0000-4000-8000-000000000001'
const at = '2026-03-02T09:00:00Z'
const stamp = { id: policyId, createdDateTime: at, modifiedDateTime: null }
const ours = toWavePolicy({ displayName: 'Passkeys required', groupId }, stamp)

const documentsWith = (change: object): RuleDocuments => ({
  methodsPolicy: defaultMethodsPolicy,
  strengths: [],
  conditionalAccess: [changeConditionalAccess(ours, change, at)],
  namedLocations: [],
  authenticationContexts: [],
  terms: [],
})
const users = (change: object) => ({ conditions: { users: change } })
const grant = (change: object) => ({ grantControls: change })

describe('a policy that a wave works on', () => {
  test('is what we make: watched, about one group, for passkeys', () => {
    expect(ours).toMatchObject({
      state: 'enabledForReportingButNotEnforced',
      conditions: { users: { includeGroups: [groupId] } },
    })
    expect(findTargetFault(documentsWith({}), { policyId, groupId })).toBeUndefined()
  })

  test.each<[string, object, string]>([
    ['is about everybody', users({ includeUsers: ['All'] }), 'policyAboutOthers'],
    ['is about a second group', users({ includeGroups: [groupId, policyId] }), 'policyAboutOthers'],
    ['leaves its own group out', users({ excludeGroups: [groupId] }), 'policyAboutOthers'],
    ['is about another group', users({ includeGroups: [policyId] }), 'policyAboutOthers'],
    ['asks for MFA', grant({ authenticationStrength: { id: strengthIdOf.multiFactor } }), 'policyAsksLess'],
    [
      'is content with a managed device instead',
      grant({ builtInControls: ['compliantDevice'] }),
      'policyAsksLess',
    ],
    [
      'asks for a strength that is gone',
      grant({ authenticationStrength: { id: groupId } }),
      'policyAsksLess',
    ],
  ])('is none if it %s', (_, change, fault) => {
    expect(findTargetFault(documentsWith(change), { policyId, groupId })).toBe(fault)
  })

  test('may ask for more beside the passkey', () => {
    const documents = documentsWith(grant({ operator: 'AND', builtInControls: ['compliantDevice'] }))

    expect(findTargetFault(documents, { policyId, groupId })).toBeUndefined()
  })

  test('is none if it is gone', () => {
    expect(findTargetFault(documentsWith({}), { policyId: groupId, groupId })).toBe('policyMissing')
  })
})
