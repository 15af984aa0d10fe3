import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isUuid, newId } from '../index.ts'
import { newPassText } from '../passes/pass-text.ts'
import { toUuid } from './new-id.ts'
import { fromUuid } from './uuid.ts'

describe('making ids', () => {
  test('are UUIDv7 of the instant and the random bytes', () => {
    // The example of RFC 9562, appendix A.6: 017F22E2-79B0-7CC3-98C4-DC0C0C07398F.
    const now = () => new Date(0x017f22e279b0)
    const random = () => Uint8Array.from([0xcc, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])

    expect(newId({ now, random })).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  test('sort by time, and are UUIDs whatever is random', () => {
    const instant = fc.date({ min: new Date(0), max: new Date(8e13), noInvalidDate: true })
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
    fc.assert(
      fc.property(instant, instant, bytes, bytes, (one, other, a, b) => {
        const first = newId({ now: () => one, random: () => a })
        const second = newId({ now: () => other, random: () => b })
        expect(isUuid(first) && /^.{14}7.{4}[89ab]/.test(first)).toBe(true)
        if (one < other) expect(first < second).toBe(true)
        expect(toUuid(fromUuid(first))).toBe(first)
      }),
    )
  })
})

describe('making the text of a pass', () => {
  test('every character is as likely as another', () => {
    let next = 0
    const random = (length: number) => Uint8Array.from({ length }, () => next++ & 0xff)
    const counts = new Map<string, number>()
    for (const character of newPassText({ random }, 4500))
      counts.set(character, (counts.get(character) ?? 0) + 1)

    expect(counts.size).toBe(45)
    expect(new Set(counts.values())).toEqual(new Set([100]))
  })
})
