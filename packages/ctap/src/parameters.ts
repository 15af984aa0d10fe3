import {
  type CborLimits,
  type CborMap,
  CborRefusal,
  type CborValue,
  isCanonicalCbor,
  readCbor,
} from '@latchkey/encoding'
import { CtapRefusal } from './status.ts'

/** The parameters of a command: a CBOR map by number; within it, maps by text. */
export type Parameters = CborMap

type Key = number | string

/** CTAP2 allows four levels; the salts by credential of `prf`, which came later, lie one deeper. */
const limits: CborLimits = { bytes: 65_536, depth: 5, items: 2_048, byteStringKeys: 'allowed' }

/**
 * Read the parameters of a command, in the canonical form of CTAP2. None at all are an empty map.
 *
 * @throws CtapRefusal `invalid_cbor`, `cbor_unexpected_type`
 */
export function readParameters(bytes: Uint8Array): Parameters {
  if (bytes.length === 0) return new Map()
  const value = readCanonical(bytes)
  if (!isMap(value)) throw new CtapRefusal('cbor_unexpected_type')
  return value
}

function readCanonical(bytes: Uint8Array): CborValue {
  try {
    const value = readCbor(bytes, limits)
    if (isCanonicalCbor(bytes, value)) return value
  } catch (cause) {
    if (cause instanceof CborRefusal) throw new CtapRefusal('invalid_cbor', { cause })
    throw cause
  }
  throw new CtapRefusal('invalid_cbor')
}

const isMap = (value: CborValue): value is CborMap => value instanceof Map
const isList = (value: CborValue): value is readonly CborValue[] => Array.isArray(value)
const isBytes = (value: CborValue): value is Uint8Array => value instanceof Uint8Array
const isText = (value: CborValue): value is string => typeof value === 'string'
const isBoolean = (value: CborValue): value is boolean => typeof value === 'boolean'
const isInteger = (value: CborValue): value is number => Number.isSafeInteger(value)
const isUint = (value: CborValue): value is number => isInteger(value) && value >= 0

/** A reader of members that may be absent, and one of those that must be there. Both refuse another type. */
function readers<T extends CborValue>(is: (value: CborValue) => value is T) {
  const find = (map: CborMap, key: Key): T | undefined => {
    const value = map.get(key)
    if (value === undefined) return undefined
    if (!is(value)) throw new CtapRefusal('cbor_unexpected_type')
    return value
  }
  const get = (map: CborMap, key: Key): T => {
    const value = find(map, key)
    if (value === undefined) throw new CtapRefusal('missing_parameter')
    return value
  }
  return [find, get] as const
}

export const [findMap, getMap] = readers(isMap)
export const [findBytes, getBytes] = readers(isBytes)
export const [findText, getText] = readers(isText)
export const [findBoolean] = readers(isBoolean)
export const [findUint, getUint] = readers(isUint)
export const [, getInteger] = readers(isInteger)
const [findList] = readers(isList)

/** Find a list whose members are all maps. */
export function findMaps(map: CborMap, key: Key): readonly CborMap[] | undefined {
  return findList(map, key)?.map((member) => {
    if (!isMap(member)) throw new CtapRefusal('cbor_unexpected_type')
    return member
  })
}

/** Find a list whose members are all texts. */
export function findTexts(map: CborMap, key: Key): readonly string[] | undefined {
  return findList(map, key)?.map((member) => {
    if (!isText(member)) throw new CtapRefusal('cbor_unexpected_type')
    return member
  })
}
