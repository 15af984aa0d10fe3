import { describe, expect, test } from 'vitest'
import { ByteReader, concatBytes, equalBytes } from './index.ts'

describe('handling bytes', () => {
  test('puts them one after another', () => {
    expect(concatBytes(Uint8Array.of(1, 2), new Uint8Array(), Uint8Array.of(3))).toEqual(
      Uint8Array.of(1, 2, 3),
    )
    expect(concatBytes()).toEqual(new Uint8Array())
  })

  test.each([
    [[], [], true],
    [[1, 2], [1, 2], true],
    [[1, 2], [1, 3], false],
    [[1, 2], [1], false],
    [[], [0], false],
  ])('tells whether %j equals %j', (a, b, equal) => {
    expect(equalBytes(Uint8Array.from(a), Uint8Array.from(b))).toBe(equal)
  })

  test('reads from front to back and never past the end', () => {
    const reader = new ByteReader(Uint8Array.of(1, 0, 2, 0xff, 0xff, 0xff, 0xff, 9))

    expect(reader.uint(1)).toBe(1)
    expect(reader.uint(2)).toBe(2)
    expect(reader.uint(4)).toBe(0xffffffff)
    expect(() => reader.take(2)).toThrow(RangeError)
    expect(() => reader.take(-1)).toThrow(RangeError)
    expect(() => reader.end()).toThrow(RangeError)
    expect(reader.peek()).toEqual(Uint8Array.of(9))
    expect(reader.take(1)).toEqual(Uint8Array.of(9))
    expect([reader.left, reader.offset]).toEqual([0, 8])
    expect(() => reader.end()).not.toThrow()
  })
})
