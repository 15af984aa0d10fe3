import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type CborValue, type CoseKey, encodeCbor, readCoseKey, toCoseKey } from './index.ts'

// Thousands of examples each: seconds on a machine that does nothing else, more on a busy one.
vi.setConfig({ testTimeout: 60_000 })

const bytes = (length: number, fill = 0x81) => new Uint8Array(length).fill(fill)

const keys: [string, CoseKey][] = [
  ['ES256', { kty: 'EC2', algorithm: -7, curve: 'P-256', x: bytes(32), y: bytes(32) }],
  ['ESP256', { kty: 'EC2', algorithm: -9, curve: 'P-256', x: bytes(32), y: bytes(32) }],
  ['ES384', { kty: 'EC2', algorithm: -35, curve: 'P-384', x: bytes(48), y: bytes(48) }],
  ['ESP384', { kty: 'EC2', algorithm: -51, curve: 'P-384', x: bytes(48), y: bytes(48) }],
  ['ES512', { kty: 'EC2', algorithm: -36, curve: 'P-521', x: bytes(66), y: bytes(66) }],
  ['ESP512', { kty: 'EC2', algorithm: -52, curve: 'P-521', x: bytes(66), y: bytes(66) }],
  ['EdDSA', { kty: 'OKP', algorithm: -8, curve: 'Ed25519', x: bytes(32) }],
  ['Ed25519', { kty: 'OKP', algorithm: -19, curve: 'Ed25519', x: bytes(32) }],
  ['Ed448', { kty: 'OKP', algorithm: -53, curve: 'Ed448', x: bytes(57) }],
  ['RS256', { kty: 'RSA', algorithm: -257, n: bytes(256), e: Uint8Array.of(1, 0, 1) }],
  ['RS512', { kty: 'RSA', algorithm: -259, n: bytes(512), e: Uint8Array.of(3) }],
  ['ML-DSA-44', { kty: 'AKP', algorithm: -48, pub: bytes(1312) }],
  ['ML-DSA-65', { kty: 'AKP', algorithm: -49, pub: bytes(1952) }],
]

const ec: [number, CborValue][] = [
  [1, 2],
  [3, -7],
  [-1, 1],
  [-2, bytes(32)],
  [-3, bytes(32)],
]
const okp: [number, CborValue][] = [
  [1, 1],
  [3, -8],
  [-1, 6],
  [-2, bytes(32)],
]
const rsa: [number, CborValue][] = [
  [1, 3],
  [3, -257],
  [-1, bytes(256)],
  [-2, Uint8Array.of(1, 0, 1)],
]
const akp: [number, CborValue][] = [
  [1, 7],
  [3, -48],
  [-1, bytes(1312)],
]

/** An honest key with some members different; `undefined` leaves one out. */
function changed(
  key: readonly [number, CborValue][],
  ...changes: readonly [number | string, CborValue | undefined][]
) {
  const map = new Map<number | string, CborValue>(key)
  for (const [label, value] of changes) {
    if (value === undefined) map.delete(label)
    else map.set(label, value)
  }
  return encodeCbor(map)
}

describe('reading a COSE key', () => {
  test.each(keys)('gives back a key of %s as it was written', (_, key) => {
    expect(readCoseKey(toCoseKey(key))).toEqual(key)
  })

  test('takes a modulus whose first byte is small, if it has 2048 bits or more', () => {
    const n = Uint8Array.of(3, ...bytes(435))

    expect(readCoseKey(changed(rsa, [-1, n]))).toMatchObject({ n })
  })

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'not_a_key'],
    ['a list', encodeCbor([1, 2]), 'not_a_key'],
    ['a key with bytes behind it', Uint8Array.of(...changed(ec), 0), 'not_a_key'],
    ['no type', changed(ec, [1, undefined]), 'unsupported_key_type'],
    ['a symmetric key', changed(ec, [1, 4]), 'unsupported_key_type'],
    ['a type in words', changed(ec, [1, 'EC2']), 'unsupported_key_type'],
    ['no algorithm', changed(ec, [3, undefined]), 'unsupported_algorithm'],
    ['ES256K', changed(ec, [3, -47]), 'unsupported_algorithm'],
    ['RS1', changed(rsa, [3, -65535]), 'unsupported_algorithm'],
    ['an algorithm in words', changed(ec, [3, 'ES256']), 'unsupported_algorithm'],
    ['ES256 with an RSA key', changed(rsa, [3, -7]), 'algorithm_key_mismatch'],
    ['EdDSA with an EC key', changed(ec, [3, -8]), 'algorithm_key_mismatch'],
    ['ES256 on P-384', changed(ec, [-1, 2]), 'algorithm_key_mismatch'],
    ['ES384 on P-256', changed(ec, [3, -35]), 'algorithm_key_mismatch'],
    ['EdDSA on Ed448', changed(okp, [-1, 7]), 'algorithm_key_mismatch'],
    ['EdDSA on X25519', changed(okp, [-1, 4]), 'algorithm_key_mismatch'],
    ['no curve', changed(ec, [-1, undefined]), 'algorithm_key_mismatch'],
    ['a short coordinate', changed(ec, [-2, bytes(31)]), 'bad_length'],
    ['a long coordinate', changed(ec, [-3, bytes(33)]), 'bad_length'],
    ['a compressed point', changed(ec, [-3, true]), 'bad_length'],
    ['a point without y', changed(ec, [-3, undefined]), 'missing_member'],
    ['a coordinate in words', changed(ec, [-2, 'x']), 'missing_member'],
    ['a short Ed25519 key', changed(okp, [-2, bytes(31)]), 'bad_length'],
    ['a modulus of 1024 bits', changed(rsa, [-1, bytes(128)]), 'bad_length'],
    ['a modulus of 2047 bits', changed(rsa, [-1, bytes(256, 0x7f)]), 'bad_length'],
    ['a modulus of 16384 bits', changed(rsa, [-1, bytes(2048)]), 'bad_length'],
    ['a modulus with a leading zero', changed(rsa, [-1, Uint8Array.of(0, ...bytes(256))]), 'bad_length'],
    ['no modulus', changed(rsa, [-1, undefined]), 'missing_member'],
    ['an even exponent', changed(rsa, [-2, Uint8Array.of(4)]), 'bad_length'],
    ['an exponent of one', changed(rsa, [-2, Uint8Array.of(1)]), 'bad_length'],
    ['an enormous exponent', changed(rsa, [-2, bytes(9)]), 'bad_length'],
    ['no exponent', changed(rsa, [-2, new Uint8Array()]), 'bad_length'],
    ['ML-DSA-65 with a key of ML-DSA-44', changed(akp, [3, -49]), 'bad_length'],
    ['a private EC key', changed(ec, [-4, bytes(32)]), 'private_member'],
    ['a private Ed25519 key', changed(okp, [-4, bytes(32)]), 'private_member'],
    ['a private RSA key', changed(rsa, [-3, bytes(256)]), 'private_member'],
    ['a private ML-DSA key', changed(akp, [-2, bytes(32)]), 'private_member'],
    ['a key ID', changed(ec, [2, bytes(1)]), 'unexpected_member'],
    ['operations', changed(ec, [4, [2]]), 'unexpected_member'],
    ['a y for Ed25519', changed(okp, [-3, bytes(32)]), 'unexpected_member'],
    ['a member in words', changed(ec, ['note', 1]), 'unexpected_member'],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => readCoseKey(bytes)).toThrow(expect.objectContaining({ name: 'CoseKeyRefusal', code }))
  })

  test('never throws anything but a refusal when a good key is damaged', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        ([, key], at, byte) => {
          const damaged = Uint8Array.from(toCoseKey(key))
          damaged[at % Math.min(damaged.length, 80)] = byte

          const outcome = attempt(() => readCoseKey(damaged))

          expect(outcome).toMatch(/^(nothing|CoseKeyRefusal)$/)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

function attempt(run: () => unknown): string {
  try {
    run()
    return 'nothing'
  } catch (error) {
    return error instanceof Error ? error.name : 'no error at all'
  }
}
