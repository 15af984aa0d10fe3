import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import {
  type CborValue,
  encodeCbor,
  fromHex,
  isCanonicalCbor,
  readCbor,
  readCborPrefix,
  toHex,
} from './index.ts'

// Thousands of examples each: seconds on a machine that does nothing else, more on a busy one.
vi.setConfig({ testTimeout: 60_000 })

const key = fc.oneof(fc.integer({ min: -70_000, max: 70_000 }), fc.string({ maxLength: 6 }))

/** Values without non-integer numbers: those are written in 64 bits, and nothing of ours sends any. */
const { value } = fc.letrec<{ value: CborValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.integer(),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n - 1n }),
    fc.string({ unit: 'grapheme' }),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => new Map(entries)),
  ),
}))

const usual = { bytes: 65_536, depth: 32, items: 4_096 }

describe('reading CBOR', () => {
  test('gives back what was written', () => {
    fc.assert(
      fc.property(value, (written) => {
        expect(readCbor(encodeCbor(written), usual)).toEqual(written)
      }),
    )
  })

  test('of canonical bytes can be written back to the same bytes', () => {
    fc.assert(
      fc.property(value, (written) => {
        const bytes = encodeCbor(written)

        expect(isCanonicalCbor(bytes, readCbor(bytes, usual))).toBe(true)
      }),
    )
  })

  test('says how long the item at the front is', () => {
    fc.assert(
      fc.property(value, fc.uint8Array(), (written, tail) => {
        const item = encodeCbor(written)

        const { value: read, length } = readCborPrefix(Uint8Array.of(...item, ...tail), usual)

        expect(length).toBe(item.length)
        expect(read).toEqual(written)
      }),
    )
  })

  test.each([
    ['nothing', '', 'truncated'],
    ['a cut off integer', '19ff', 'truncated'],
    ['a cut off string', '43aabb', 'truncated'],
    ['a cut off array', '8201', 'truncated'],
    ['a map without its last value', 'a101', 'truncated'],
    ['an array of four thousand million', '9affffffff', 'truncated'],
    ['a map of 2^63', 'bb8000000000000000', 'truncated'],
    ['a string of 2^64 - 1', '5bffffffffffffffff', 'truncated'],
    ['a second item', '0000', 'trailing_bytes'],
    ['a byte string of unknown length', '5f4101ff', 'indefinite'],
    ['a text of unknown length', '7f6161ff', 'indefinite'],
    ['an array of unknown length', '9f01ff', 'indefinite'],
    ['a map of unknown length', 'bf0101ff', 'indefinite'],
    ['a break', 'ff', 'indefinite'],
    ['a reserved length', '1c', 'indefinite'],
    ['a tag', 'c000', 'tag'],
    ['a bignum', 'c24101', 'tag'],
    ['text that is not UTF-8', '61ff', 'not_utf8'],
    ['a key that is bytes', 'a1410101', 'unsupported_key'],
    ['a key that is a list', 'a18001', 'unsupported_key'],
    ['a key that is a boolean', 'a1f501', 'unsupported_key'],
    ['a key that is a float', 'a1f93c0001', 'unsupported_key'],
    ['a small integer in two bytes', '1817', 'not_strict'],
    ['an integer with leading zeros', '190001', 'not_strict'],
    ['a length with leading zeros', '580141', 'not_strict'],
    ['a duplicate key', 'a201010102', 'not_strict'],
    ['a duplicate text key', 'a2616101616102', 'not_strict'],
    ['undefined', 'f7', 'not_strict'],
    ['NaN', 'f97e00', 'not_strict'],
    ['infinity', 'f97c00', 'not_strict'],
    ['an unknown simple value', 'f0', 'not_strict'],
    ['false in two bytes', 'f814', 'not_strict'],
  ])('refuses %s', (_, hex, code) => {
    expect(() => readCbor(fromHex(hex))).toThrow(expect.objectContaining({ name: 'CborRefusal', code }))
  })

  test('takes byte strings as keys where they are allowed, and nothing else besides', () => {
    const limits = { ...usual, byteStringKeys: 'allowed' } as const
    const map = new Map([[fromHex('01'), 1]])

    expect(readCbor(encodeCbor(map), limits)).toEqual(map)
    expect(() => readCbor(fromHex('a18001'), limits)).toThrow('unsupported_key')
  })

  test('refuses a million open lists without opening them', () => {
    const nested = new Uint8Array(65_536).fill(0x81)

    expect(() => readCbor(nested)).toThrow(expect.objectContaining({ code: 'too_deep' }))
  })

  test('refuses more bytes and more items than it is allowed', () => {
    const limits = { bytes: 20, depth: 2, items: 5 }

    expect(() => readCbor(encodeCbor(new Uint8Array(20)), limits)).toThrow(
      expect.objectContaining({ code: 'too_large' }),
    )
    expect(() => readCbor(encodeCbor([1, 2, 3, 4, 5]), limits)).toThrow(
      expect.objectContaining({ code: 'too_many_items' }),
    )
    expect(readCbor(encodeCbor([1, 2, 3, 4]), limits)).toEqual([1, 2, 3, 4])
  })

  test('never throws anything but a refusal, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200, size: 'max' }), (bytes) => {
        expect(nameOfFailure(() => readCbor(bytes))).toMatch(/^(nothing|CborRefusal)$/)
      }),
      { numRuns: 1_000 },
    )
  })

  test('never throws anything but a refusal when good bytes are damaged', () => {
    fc.assert(
      fc.property(value, fc.nat(), fc.integer({ min: 0, max: 255 }), (written, at, byte) => {
        const bytes = Uint8Array.from(encodeCbor(written))
        bytes[at % bytes.length] = byte

        expect(nameOfFailure(() => readCbor(bytes))).toMatch(/^(nothing|CborRefusal)$/)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('writing CBOR', () => {
  test('orders keys as CTAP2 does: type, then length, then bytes', () => {
    const map = new Map<number | string, CborValue>([
      ['bb', 1],
      ['c', 2],
      ['aa', 3],
      [-1, 4],
      [-25, 5],
      [256, 6],
      [10, 7],
      [100, 8],
    ])

    expect(toHex(encodeCbor(map))).toBe('a80a071864081901000620043818056163026261610362626201')
  })

  test('can be told from other orders', () => {
    const backwards = fromHex('a2020101f5')

    expect(isCanonicalCbor(backwards, readCbor(backwards))).toBe(false)
  })
})

function nameOfFailure(run: () => unknown): string {
  try {
    run()
    return 'nothing'
  } catch (error) {
    return error instanceof Error ? error.name : 'no error at all'
  }
}
