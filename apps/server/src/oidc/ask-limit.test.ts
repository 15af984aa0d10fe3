import { IdentityRefusal } from '@latchkey/identity'
import { describe, expect, test } from 'vitest'
import { askLimit, asksPerMinute, requireModestForm } from './ask-limit.ts'

function codeOf(attempt: () => void): string {
  try {
    attempt()
    return 'done'
  } catch (refusal) {
    return refusal instanceof IdentityRefusal ? refusal.code : 'fault'
  }
}

describe('limiting what a network begins', () => {
  test('lets an office in, and stops a flood until the next minute', () => {
    let now = new Date('2026-03-01T12:00:30Z')
    const limit = askLimit(() => now)
    const ask = (ipAddress: string) => codeOf(() => limit.count('deviceCode', ipAddress))
    const flood = Array.from({ length: asksPerMinute.deviceCode }, (_, at) => ask(`192.0.2.${at}`))

    expect(new Set(flood)).toEqual(new Set(['done']))
    expect(ask('192.0.2.250')).toBe('too_many_attempts')
    expect(ask('198.51.100.1')).toBe('done')
    expect(codeOf(() => limit.count('authorize', '192.0.2.250'))).toBe('done')
    now = new Date('2026-03-01T12:01:00Z')
    expect(ask('192.0.2.250')).toBe('done')
  })

  test('says when it makes sense to try again', () => {
    const limit = askLimit(() => new Date('2026-03-01T12:00:30Z'))
    for (let at = 0; at < asksPerMinute.deviceCode; at++) limit.count('deviceCode', '192.0.2.1')

    expect(() => limit.count('deviceCode', '192.0.2.1')).toThrow(
      expect.objectContaining({ retryAt: new Date('2026-03-01T12:01:00Z') }),
    )
  })
})

describe('limiting how much a request says', () => {
  test('takes what apps say, and no more', () => {
    expect(codeOf(() => requireModestForm(new URLSearchParams({ state: 'x'.repeat(4096) })))).toBe('done')
    expect(codeOf(() => requireModestForm(new URLSearchParams({ state: 'x'.repeat(4097) })))).toBe(
      'invalid_input',
    )
  })
})
