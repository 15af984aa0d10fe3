import { decode, encode } from 'cborg'
import { ByteReader } from './byte-reader.ts'
import { CborRefusal } from './cbor-refusal.ts'
import { fromUtf8, Utf8Refusal } from './utf8.ts'

/** What CBOR holds here. Integers outside the safe range are `bigint`; maps keep their order. */
export type CborValue =
  | number
  | bigint
  | string
  | boolean
  | null
  | Uint8Array
  | readonly CborValue[]
  | CborMap

/** A CBOR map. Keys are integers or text; byte strings only where a reader allows them, and then by identity. */
export type CborMap = ReadonlyMap<CborKey, CborValue>
export type CborKey = number | bigint | string | Uint8Array

/** How large and how deep a CBOR item may be. */
export interface CborLimits {
  /** Bytes of the whole item. */
  readonly bytes: number
  /** Arrays and maps inside one another. */
  readonly depth: number
  /** Data items, counted all together. */
  readonly items: number
  /** Byte strings may be keys: `prf` of CTAP has maps by credential ID. Whether one comes twice is for the caller. */
  readonly byteStringKeys?: 'allowed'
}

const usualLimits: CborLimits = { bytes: 65_536, depth: 8, items: 4_096 }

/**
 * Read one CBOR item that is all there is. Strict: definite lengths, shortest integers, no duplicate keys, no tags,
 * no `undefined`, no NaN or infinity, text that is UTF-8, nothing after the item. Order of keys is not judged;
 * see `isCanonicalCbor`.
 *
 * @throws CborRefusal
 * @see https://www.rfc-editor.org/rfc/rfc8949
 */
export function readCbor(bytes: Uint8Array, limits: CborLimits = usualLimits): CborValue {
  const { value, length } = readCborPrefix(bytes, limits)
  if (length !== bytes.length) throw new CborRefusal('trailing_bytes')
  return value
}

/**
 * Read the CBOR item at the front of the bytes, as strictly as `readCbor`, and say how long it is: in authenticator
 * data a key is followed by extensions.
 *
 * @throws CborRefusal
 */
export function readCborPrefix(
  bytes: Uint8Array,
  limits: CborLimits = usualLimits,
): { readonly value: CborValue; readonly length: number } {
  const length = measureItem(bytes, limits)
  return { value: decodeItem(bytes.subarray(0, length)), length }
}

/**
 * Write a value as canonical CBOR of CTAP2: shortest integers, definite lengths, keys by major type, then length,
 * then bytes.
 *
 * @see https://fidoalliance.org/specs/fido-v2.2-ps-20250714/fido-client-to-authenticator-protocol-v2.2-ps-20250714.html#ctap2-canonical-cbor-encoding-form
 */
export function encodeCbor(value: CborValue): Uint8Array {
  return encode(value, { float64: true })
}

/**
 * Tell whether these bytes are how `encodeCbor` would write the value read from them.
 */
export function isCanonicalCbor(bytes: Uint8Array, value: CborValue): boolean {
  const again = encodeCbor(value)
  return again.length === bytes.length && again.every((byte, i) => byte === bytes[i])
}

function decodeItem(bytes: Uint8Array): CborValue {
  try {
    return decode(bytes, {
      useMaps: true,
      strict: true,
      rejectDuplicateMapKeys: true,
      allowIndefinite: false,
      allowUndefined: false,
      allowInfinity: false,
      allowNaN: false,
    })
  } catch (cause) {
    throw new CborRefusal('not_strict', { cause })
  }
}

/**
 * Walk over the heads of one item, without recursion and without making anything, and give its length. The decoder
 * recurses and believes lengths; after this walk depth, counts and lengths are known to be honest.
 */
function measureItem(bytes: Uint8Array, limits: CborLimits): number {
  const reader = new ByteReader(bytes.subarray(0, limits.bytes))
  /** For each open array or map, how many items are still to come in it. */
  const open: { left: number; readonly map: boolean }[] = []
  let items = 0
  try {
    do {
      if (++items > limits.items) throw new CborRefusal('too_many_items')
      const container = open.at(-1)
      const isKey = container?.map === true && container.left % 2 === 0
      if (container !== undefined) container.left--

      const head = reader.uint(1)
      const major = head >> 5
      const argument = readArgument(reader, head & 31)
      if (isKey && !mayBeKey(major, limits)) throw new CborRefusal('unsupported_key')

      if (major === 2) reader.take(argument)
      else if (major === 3) fromUtf8(reader.take(argument))
      else if (major === 4 || major === 5) {
        const left = major === 5 ? argument * 2 : argument
        if (left > reader.left) throw new RangeError(`${left} items do not fit in ${reader.left} bytes`)
        open.push({ left, map: major === 5 })
        if (open.length > limits.depth) throw new CborRefusal('too_deep')
      } else if (major === 6) throw new CborRefusal('tag')

      while (open.at(-1)?.left === 0) open.pop()
    } while (open.length > 0)
  } catch (cause) {
    if (cause instanceof Utf8Refusal) throw new CborRefusal('not_utf8', { cause })
    if (!(cause instanceof RangeError)) throw cause
    throw new CborRefusal(bytes.length > limits.bytes ? 'too_large' : 'truncated', { cause })
  }
  return reader.offset
}

function mayBeKey(major: number, { byteStringKeys }: CborLimits): boolean {
  return major === 0 || major === 1 || major === 3 || (major === 2 && byteStringKeys === 'allowed')
}

function readArgument(reader: ByteReader, additional: number): number {
  if (additional < 24) return additional
  if (additional === 24) return reader.uint(1)
  if (additional === 25) return reader.uint(2)
  if (additional === 26) return reader.uint(4)
  if (additional === 27) return reader.uint(4) * 2 ** 32 + reader.uint(4)
  throw new CborRefusal('indefinite')
}
