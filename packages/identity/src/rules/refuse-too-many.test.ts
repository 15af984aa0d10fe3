import { defaultMethodsPolicy, type RuleDocuments } from '@latchkey/policy'
import { expect, test } from 'vitest'
import { codeOf } from '../../test/world.ts'
import { mostRules, refuseTooMany } from './refuse-too-many.ts'

const withTerms = (count: number): RuleDocuments => ({
  methodsPolicy: defaultMethodsPolicy,
  strengths: [],
  conditionalAccess: [],
  namedLocations: [],
  authenticationContexts: [],
  terms: Array.from({ length: count }, (_, at) => ({
    id: String(at),
    displayName: 'Rules',
    createdDateTime: '',
    modifiedDateTime: null,
    isPerDeviceAcceptanceRequired: false,
    isViewingBeforeAcceptanceRequired: false,
    userReacceptRequiredFrequency: null,
    latchkey_version: 1,
    files: [],
  })),
})

test.each([
  ['the last there is room for is kept', mostRules.terms - 1, mostRules.terms, 'done'],
  ['one more is refused', mostRules.terms, mostRules.terms + 1, 'rules_full'],
  ['who has more already may change them', mostRules.terms + 5, mostRules.terms + 5, 'done'],
])('%s', async (_, before, after, code) => {
  const attempt = async () => refuseTooMany(withTerms(before), withTerms(after))

  expect(await codeOf(attempt())).toBe(code)
})
