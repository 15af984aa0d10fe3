import { describe, expect, test } from 'vitest'
import { modelStanding } from '../index.ts'

const at = new Date('2026-03-02T09:00:00Z')

/** Reports as `status@day`. */
const standing = (...reports: readonly string[]) =>
  modelStanding(
    reports.map((report) => {
      const [status = '', effectiveDate] = report.split('@')
      return effectiveDate === undefined ? { status } : { status, effectiveDate }
    }),
    at,
  )

describe('saying how a model stands', () => {
  test.each([
    ['nothing is wrong with one nobody reported', [], { bad: [] }],
    [
      'the highest certification counts',
      ['FIDO_CERTIFIED_L2@2024-01-01', 'FIDO_CERTIFIED_L1@2025-01-01'],
      { bad: [], certification: 'FIDO_CERTIFIED_L2' },
    ],
    [
      'plus is above plain',
      ['FIDO_CERTIFIED_L1@2024-01-01', 'FIDO_CERTIFIED_L1plus@2024-02-01'],
      { bad: [], certification: 'FIDO_CERTIFIED_L1plus' },
    ],
    [
      'a bypass is bad',
      ['FIDO_CERTIFIED_L1@2024-01-01', 'USER_VERIFICATION_BYPASS@2025-01-01'],
      { bad: ['USER_VERIFICATION_BYPASS'], certification: 'FIDO_CERTIFIED_L1' },
    ],
    [
      'a later certification ends it',
      ['USER_VERIFICATION_BYPASS@2025-01-01', 'FIDO_CERTIFIED_L1@2025-06-01'],
      { bad: [], certification: 'FIDO_CERTIFIED_L1' },
    ],
    [
      'an earlier one does not, in whatever order they are told',
      ['USER_VERIFICATION_BYPASS@2025-01-01', 'FIDO_CERTIFIED_L1@2024-06-01'],
      { bad: ['USER_VERIFICATION_BYPASS'], certification: 'FIDO_CERTIFIED_L1' },
    ],
    [
      'an update that is available ends nothing',
      ['ATTESTATION_KEY_COMPROMISE@2025-01-01', 'UPDATE_AVAILABLE@2025-06-01'],
      { bad: ['ATTESTATION_KEY_COMPROMISE'] },
    ],
    [
      'nothing ends a revocation, and it ends certification',
      ['FIDO_CERTIFIED_L1@2024-01-01', 'REVOKED@2025-01-01'],
      { bad: ['REVOKED'] },
    ],
    [
      'not even a certification',
      ['REVOKED@2025-01-01', 'FIDO_CERTIFIED_L1@2025-06-01'],
      { bad: ['REVOKED'], certification: 'FIDO_CERTIFIED_L1' },
    ],
    ['what is of tomorrow does not hold yet', ['REVOKED@2026-03-03'], { bad: [] }],
    [
      'what has no day holds from the beginning',
      ['USER_KEY_REMOTE_COMPROMISE'],
      { bad: ['USER_KEY_REMOTE_COMPROMISE'] },
    ],
    ['a name nobody knows changes nothing', ['CHRONICALLY_TIRED@2025-01-01'], { bad: [] }],
  ])('%s', (_, reports, expected) => {
    expect(standing(...reports)).toEqual(expected)
  })
})
