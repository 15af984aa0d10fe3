import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { fromBase64url, fromHex, fromUtf8, toBase64url, toHex, toUtf8 } from './index.ts'

// Thousands of examples each: seconds on a machine that does nothing else, more on a busy one.
vi.setConfig({ testTimeout: 60_000 })

/** The ends of the alphabet, and what is often taken for part of it. */
const nearlyBase64url = fc.constantFrom(...'ABQYZagwz0189-_', ...'+/= \n\u00e9')

describe('reading base64url', () => {
  test.each([
    ['', ''],
    ['Zg', 'f'],
    ['Zm8', 'fo'],
    ['Zm9v', 'foo'],
    ['Zm9vYg', 'foob'],
    ['Zm9vYmE', 'fooba'],
    ['Zm9vYmFy', 'foobar'],
  ])('reads %j, as RFC 4648 §10 has it', (text, meaning) => {
    expect(fromUtf8(fromBase64url(text))).toBe(meaning)
    expect(toBase64url(toUtf8(meaning))).toBe(text)
  })

  test('is the inverse of writing, and writes what Node writes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase64url(bytes)

        expect(text).toBe(Buffer.from(bytes).toString('base64url'))
        expect(fromBase64url(text)).toEqual(bytes)
      }),
    )
  })

  test.each([
    ['Zg==', 'bad_character'],
    ['Zm9v=', 'bad_length'],
    ['Zm 8', 'bad_character'],
    ['Zm9\n', 'bad_character'],
    ['Zm8\n', 'bad_character'],
    ['Zm9+', 'bad_character'],
    ['Zm9/', 'bad_character'],
    ['Zm9vZg\u0000\u0000', 'bad_character'],
    ['\u0141m9v', 'bad_character'],
    ['Zm9\u{1F511}', 'bad_length'],
    ['Z', 'bad_length'],
    ['Zm9vZ', 'bad_length'],
    ['Zh', 'not_canonical'],
    ['Zm9', 'not_canonical'],
    ['Zm9vZ\u00e4', 'bad_character'],
  ])('refuses %j', (text, code) => {
    expect(() => fromBase64url(text)).toThrow(expect.objectContaining({ name: 'Base64urlRefusal', code }))
  })

  test('gives each byte string one spelling: what is read is written back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: nearlyBase64url, maxLength: 12 }), (text) => {
        const read = attempt(() => fromBase64url(text))

        if (read !== undefined) expect(toBase64url(read)).toBe(text)
      }),
    )
  })
})

describe('reading hexadecimal digits', () => {
  test('is the inverse of writing them', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromHex(toHex(bytes))).toEqual(bytes)
      }),
    )
    expect(fromHex('C0fE')).toEqual(Uint8Array.of(0xc0, 0xfe))
  })

  test.each([['a'], ['0x'], ['gg'], ['a b '], ['ａａ']])('refuses %j', (text) => {
    expect(() => fromHex(text)).toThrow(expect.objectContaining({ name: 'HexRefusal', code: 'not_hex' }))
  })
})

describe('reading UTF-8', () => {
  test('is the inverse of writing it, for text without lone surrogates', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fromUtf8(toUtf8(text))).toBe(text)
      }),
    )
  })

  test.each([
    ['a stray byte', [0xff]],
    ['a cut off character', [0xe2, 0x82]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['more than Unicode has', [0xf4, 0x90, 0x80, 0x80]],
  ])('refuses %s', (_, bytes) => {
    expect(() => fromUtf8(Uint8Array.from(bytes))).toThrow(
      expect.objectContaining({ name: 'Utf8Refusal', code: 'not_utf8' }),
    )
  })

  test('keeps a byte order mark', () => {
    expect(fromUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\uFEFFa')
  })
})

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
