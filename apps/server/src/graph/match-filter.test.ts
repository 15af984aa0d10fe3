import { describe, expect, test } from 'vitest'
import { GraphRefusal } from './graph-refusal.ts'
import { matchesFilter } from './match-filter.ts'
import { readFilter } from './odata-filter.ts'

const entity = {
  displayName: "Ann O'Hara",
  accountEnabled: true,
  age: 41,
  mail: null,
  createdDateTime: '2026-03-02T09:00:00Z',
  status: { errorCode: 50126 },
  tags: ['fido2', 'password'],
  targets: [{ id: 'one' }, { id: 'two' }],
}

describe('matching a filter', () => {
  test.each([
    "displayName eq 'ann o''hara'",
    'accountEnabled eq true',
    'age ge 41 and age lt 42',
    'mail eq null',
    "mail ne 'x'",
    'createdDateTime ge 2026-03-01',
    'createdDateTime lt 2026-03-02T09:00:00.001Z',
    'createdDateTime eq 2026-03-02T10:00:00+01:00',
    'STATUS/ERRORCODE eq 50126',
    "startsWith(displayName,'ANN')",
    "endswith(displayName, 'hara') eq true",
    "contains(displayName,'x') eq false",
    "displayName in ('x', 'Ann O''Hara')",
    "tags/any(t:t eq 'fido2')",
    "targets/any(x: x/id eq 'two' or x/id eq 'three')",
    "not (displayName eq 'x')",
    'age eq 1 or age eq 2 and age eq 3 or age eq 41',
    "(age eq 41 or age eq 2) and not startswith(displayName,'b')",
  ])('%s holds', (filter) => {
    expect(matchesFilter(readFilter(filter), entity)).toBe(true)
  })

  test.each([
    "displayName eq 'ann'",
    'accountEnabled eq false',
    'age gt 41',
    "mail gt 'a'",
    'createdDateTime gt 2026-03-02T09:00:00Z',
    "tags/any(t:t eq 'totp')",
    'age eq 41 and (age eq 1 or age eq 2)',
    "nothing eq 'x'",
  ])('%s does not', (filter) => {
    expect(matchesFilter(readFilter(filter), entity)).toBe(false)
  })

  test.each([
    '',
    'age',
    'age eq',
    'age eq 41 and',
    '(age eq 41',
    'age eq 41)',
    "displayName eq 'a' 'b'",
    'tolower(displayName) eq 1',
    'startswith(age, 4)',
    'createdDateTime eq 2026-13-45',
    'age ~ 4',
    `${'('.repeat(30)}age eq 41${')'.repeat(30)}`,
    `${'not '.repeat(30)}age eq 41`,
    `age eq ${'1'.repeat(5000)}`,
  ])('refuses %s by name', (filter) => {
    expect(() => readFilter(filter)).toThrow(GraphRefusal)
  })
})
