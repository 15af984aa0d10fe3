import { concatBytes, toHex } from '@latchkey/encoding'
import type { AgreementPoint } from '../cryptography.ts'
import { HybridRefusal } from './hybrid-refusal.ts'

/** P-256: y² = x³ − 3x + b over the integers modulo p (SEC 2 §2.4.2). */
const p = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn
const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn

/** Write a point as X9.62 has it, uncompressed: 65 bytes. */
export function toUncompressed({ x, y }: AgreementPoint): Uint8Array<ArrayBuffer> {
  return concatBytes(Uint8Array.of(4), x, y)
}

/**
 * Read an uncompressed point. Whether it is on the curve is for who uses it.
 *
 * @throws HybridRefusal `bad_point`
 */
export function fromUncompressed(bytes: Uint8Array): AgreementPoint {
  if (bytes.length !== 65 || bytes[0] !== 4) throw new HybridRefusal('bad_point')
  return { x: bytes.slice(1, 33), y: bytes.slice(33) }
}

/** Write a point as X9.62 has it, compressed: whether y is odd, and x. 33 bytes. */
export function toCompressed({ x, y }: AgreementPoint): Uint8Array<ArrayBuffer> {
  return concatBytes(Uint8Array.of(2 + ((y[31] ?? 0) & 1)), x)
}

/**
 * Read a compressed point: find its y. WebCrypto takes no compressed points everywhere. The point is public, so this
 * takes the time it takes.
 *
 * @throws HybridRefusal `bad_point` if it is not on P-256
 */
export function fromCompressed(bytes: Uint8Array): AgreementPoint {
  const [sign = 0] = bytes
  if (bytes.length !== 33 || (sign !== 2 && sign !== 3)) throw new HybridRefusal('bad_point')
  const x = toInteger(bytes.subarray(1))
  if (x >= p) throw new HybridRefusal('bad_point')

  const square = (((x * x - 3n) % p) * x + b + 3n * p) % p
  const root = power(square, (p + 1n) / 4n)
  if ((root * root) % p !== ((square % p) + p) % p) throw new HybridRefusal('bad_point')
  const y = Number(root & 1n) === sign - 2 ? root : p - root
  return { x: bytes.slice(1), y: fromInteger(y) }
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let square = ((base % p) + p) % p
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % p
    square = (square * square) % p
  }
  return result
}

const toInteger = (bytes: Uint8Array) => BigInt(`0x${toHex(bytes)}`)

function fromInteger(value: bigint): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(32)
  for (let i = 31, left = value; i >= 0; i--, left >>= 8n) bytes[i] = Number(left & 0xffn)
  return bytes
}
