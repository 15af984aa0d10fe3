import { type CborValue, toHex } from '@latchkey/encoding'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromDigits, toDigits } from './digits.ts'
import { readHybridCode, writeCodeMap } from './hybrid-code.ts'
import { HybridRefusal } from './hybrid-refusal.ts'
import { fromCompressed, toCompressed } from './point.ts'
import { cryptography } from './tunnel.fixture.ts'

const { publicKey } = await cryptography.makeAgreementKey()

/** The map of an honest code, and what is different. */
function codeWith(change: readonly (readonly [number, CborValue | undefined])[]): string {
  const map = new Map<number, CborValue | undefined>([
    [0, toCompressed(publicKey)],
    [1, new Uint8Array(16).fill(7)],
    [2, 2],
    [3, 1_780_000_000],
    [4, false],
    [5, 'mc'],
    ...change,
  ])
  const present = [...map].flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))
  return `FIDO:/${writeCodeMap(new Map(present))}`
}

describe('reading the code of a browser', () => {
  test('takes what is there', () => {
    expect(readHybridCode(codeWith([]))).toEqual({
      clientKey: publicKey,
      secret: new Uint8Array(16).fill(7),
      knownDomains: 2,
      madeAt: new Date(1_780_000_000_000),
      canLink: false,
      hint: 'mc',
    })
  })

  test('takes the prefix in any case', () => {
    expect(readHybridCode(codeWith([]).replace('FIDO', 'fido')).hint).toBe('mc')
  })

  test.each<[string, [number, CborValue | undefined]]>([
    ['a list of channels', [6, [0, 1]]],
    ['a boolean about discoverable credentials', [6, true]],
    ['a member that means nothing', [0xffff, 'grease']],
    ['a negative member', [-4, new Map([[1, 2]])]],
    ['no time', [3, undefined]],
    ['no word about linking', [4, undefined]],
  ])('does not mind %s', (_, change) => {
    expect(readHybridCode(codeWith([change])).hint).toBe('mc')
  })

  test('takes a hint it does not know for an assertion', () => {
    expect(readHybridCode(codeWith([[5, 'xy']])).hint).toBe('ga')
  })

  test.each<[string, [number, CborValue | undefined], string]>([
    ['no key', [0, undefined], 'malformed_code'],
    ['a key that is no point', [0, Uint8Array.of(2, ...new Uint8Array(32).fill(0xff))], 'bad_point'],
    ['an uncompressed key', [0, new Uint8Array(65).fill(4)], 'bad_point'],
    ['a short secret', [1, new Uint8Array(15)], 'malformed_code'],
    ['a number of domains below zero', [2, -1], 'malformed_code'],
    ['a time of another type', [3, 'now'], 'malformed_code'],
    ['a word about linking of another type', [4, 1], 'malformed_code'],
    ['a hint of another type', [5, 1], 'malformed_code'],
    ['channels of another type', [6, 'ws'], 'malformed_code'],
    ['channels that are no numbers', [6, ['ws']], 'malformed_code'],
  ])('refuses %s', (_, change, refusal) => {
    expect(() => readHybridCode(codeWith([change]))).toThrow(refusal)
  })

  test.each([
    ['https://example.org/', 'not_a_hybrid_code'],
    ['', 'not_a_hybrid_code'],
    ['FIDO://123', 'bad_digits'],
    ['FIDO:/', 'malformed_code'],
    [`FIDO:/${toDigits(Uint8Array.of(0x01))}`, 'malformed_code'],
    ['FIDO:/'.padEnd(17 * 100, '0'), 'malformed_code'],
  ])('refuses %.20s', (text, refusal) => {
    expect(() => readHybridCode(text)).toThrow(refusal)
  })

  test('throws nothing but refusals', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.uint8Array({ maxLength: 300 }).map(toDigits)), (text) => {
        try {
          readHybridCode(`FIDO:/${text}`)
        } catch (cause) {
          expect(cause).toBeInstanceOf(HybridRefusal)
        }
      }),
    )
  })
})

describe('writing bytes as digits', () => {
  test('loses nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(fromDigits(toDigits(bytes))).toEqual(Uint8Array.from(bytes))
      }),
    )
  })

  test('has one way to write each', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{0,60}$/), (digits) => {
        try {
          expect(toDigits(fromDigits(digits))).toBe(digits)
        } catch (cause) {
          expect(cause).toBeInstanceOf(HybridRefusal)
        }
      }),
    )
  })
})

describe('compressing a point', () => {
  test('loses nothing', async () => {
    for (let i = 0; i < 20; i++) {
      const { publicKey: point } = await cryptography.makeAgreementKey()
      expect(fromCompressed(toCompressed(point))).toEqual(point)
    }
  })

  test('refuses about half of all x, and every x beyond the field', () => {
    const isPoint = (x: Uint8Array) => {
      try {
        fromCompressed(Uint8Array.of(2, ...x))
        return true
      } catch (cause) {
        expect(cause).toBeInstanceOf(HybridRefusal)
        return false
      }
    }
    const random = Array.from({ length: 64 }, () => crypto.getRandomValues(new Uint8Array(32)))
    const points = random.filter(isPoint)

    expect(points.length).toBeGreaterThan(8)
    expect(points.length).toBeLessThan(56)
    expect(isPoint(new Uint8Array(32).fill(0xff)), toHex(new Uint8Array(32).fill(0xff))).toBe(false)
  })
})
