import { describe, expect, test } from 'vitest'
import { toAuditFilter, toSignInFilter } from './to-filter.ts'

const now = new Date('2026-03-02T09:00:30Z')
const id = '22222222-0000-7000-8000-000000000001'
const everything = { period: 'everything' }

describe('writing what is looked for as a filter', () => {
  test('looks back a day unless told, from a whole minute', () => {
    expect(toSignInFilter({}, now)).toBe('createdDateTime ge 2026-03-01T09:00:00.000Z')
    expect(toSignInFilter({ period: 'week' }, now)).toBe('createdDateTime ge 2026-02-23T09:00:00.000Z')
    expect(toSignInFilter(everything, now)).toBe('')
  })

  test.each([
    [{ person: 'O’Hara' }, "(contains(userPrincipalName,'O’Hara') or contains(userDisplayName,'O’Hara'))"],
    [{ person: id }, `userId eq '${id}'`],
    [{ code: "x' or 1 eq 1" }, "code eq 'x'' or 1 eq 1'"],
    [{ rule: id }, `rules/any(r:r/id eq '${id}')`],
    [{ rule: 'Payroll' }, "rules/any(r:contains(r/displayName,'Payroll'))"],
    [{ model: 'YubiKey', outcome: 'failure' }, "outcome eq 'failure' and contains(model,'YubiKey')"],
    [{ country: 'de' }, "country eq 'DE'"],
    [{ wouldFail: 'yes' }, 'wouldFail eq true'],
    [{ address: '   ' }, ''],
  ])('writes %j', (search, expected) => {
    expect(toSignInFilter({ ...everything, ...search }, now)).toBe(expected)
  })

  test('takes a change by the name it has in the log, or by a part of what it is called', () => {
    expect(toAuditFilter({ ...everything, activity: 'pass_issued' }, now)).toBe("activity eq 'pass_issued'")
    expect(toAuditFilter({ ...everything, activity: 'add user' }, now)).toBe(
      "(contains(activityDisplayName,'add user') or contains(activity,'add_user'))",
    )
  })
})
