import { describe, expect, test } from 'vitest'
import type { PilotMember } from '../pilot/pilot.ts'
import { findPilotNotes } from './pilot-on-device.ts'

const member = (
  displayName: string,
  note: string,
  ...devices: readonly PilotMember['ways'][number]['device'][]
): PilotMember => ({
  id: displayName,
  displayName,
  userPrincipalName: `${displayName}@juniper.example`,
  ways: devices.map((device) => ({
    device,
    reached: 'failed',
    lastDateTime: '2026-03-02T09:00:00Z',
    failures: ['browser_cancelled'],
  })),
  note,
})

describe('what pilots noted, at the steps of a device', () => {
  test('is about those who tried it, in whichever version', () => {
    const members = [
      member('sam', 'the lock was off', 'samsung'),
      member('wim', 'looked for Windows Hello', 'windows', 'iphone'),
      member('win', '', 'windows'),
      member('ida', 'on holiday'),
    ]

    const { tried, notes, elsewhere } = findPilotNotes({ members }, 'windows 10')

    expect(tried.map(({ displayName, note, way }) => [displayName, note, way.failures])).toEqual([
      ['wim', 'looked for Windows Hello', ['browser_cancelled']],
      ['win', '', ['browser_cancelled']],
    ])
    expect([notes, elsewhere]).toEqual([1, 2])
  })

  test('is nothing where nobody tried it', () => {
    expect(findPilotNotes({ members: [] }, 'mac')).toEqual({ tried: [], notes: 0, elsewhere: 0 })
  })
})
