import { expect, test } from 'vitest'
import { readExported } from './read-export.ts'

test.each([
  ['all parts by name', { namedLocations: { value: [] }, other: 1 }, ['namedLocations']],
  [
    'an answer of the API',
    {
      '@odata.context': 'https://graph.example/v1.0/$metadata#identity/conditionalAccess/policies',
      value: [],
    },
    ['conditionalAccessPolicies'],
  ],
  ['a list of policies', [{ conditions: {} }], ['conditionalAccessPolicies']],
  ['a list of places', { value: [{ ipRanges: [] }] }, ['namedLocations']],
  ['the methods policy', { authenticationMethodConfigurations: [] }, ['authenticationMethodsPolicy']],
])('%s is known for what it is', (_, file, names) => {
  expect(Object.keys(readExported(JSON.stringify(file)) ?? {})).toEqual(names)
})

test.each(['', '[]', '{}', '"rules"', '[{"name":"x"}]', '{'])('%s is no file of rules', (text) => {
  expect(readExported(text)).toBeUndefined()
})
