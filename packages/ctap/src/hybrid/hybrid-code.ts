import {
  type CborLimits,
  type CborMap,
  CborRefusal,
  type CborValue,
  encodeCbor,
  readCbor,
} from '@latchkey/encoding'
import type { AgreementPoint } from '../cryptography.ts'
import { fromDigits, toDigits } from './digits.ts'
import { HybridRefusal } from './hybrid-refusal.ts'
import { fromCompressed, toCompressed } from './point.ts'

/** What a QR code of a browser says. */
export interface HybridCode {
  /** The browser's key, made for this code alone. */
  readonly clientKey: AgreementPoint
  /** 16 bytes that nobody knows who has not seen the code. */
  readonly secret: Uint8Array
  /** How many of the tunnel domains that were given out the browser knows. */
  readonly knownDomains: number
  /** When the code was made, as the browser's clock has it. */
  readonly madeAt?: Date
  /** Whether the browser could remember us; absent if it is of the time before that was asked. */
  readonly canLink?: boolean
  /** What it is going to ask for. `ga` also stands for whatever we do not know. */
  readonly hint: HybridHint
}

/** `mc` makes a credential, `ga` gets an assertion; `dcp` and `dci` are about digital credentials. */
export type HybridHint = 'mc' | 'ga' | 'dcp' | 'dci'

const prefix = 'FIDO:/'
/** 1024 digits are more than a QR code of a browser has, and 421 bytes. */
const mostDigits = 1024
const limits: CborLimits = { bytes: 512, depth: 4, items: 64 }

/**
 * Read the text of a browser's QR code. Members that are not known are passed over: browsers send some to see to that.
 *
 * @throws HybridRefusal `not_a_hybrid_code`, `bad_digits`, `malformed_code`, `bad_point`
 * @see https://fidoalliance.org/specs/fido-v2.3-ps-20260226/fido-client-to-authenticator-protocol-v2.3-ps-20260226.html#hybrid-qr-initiated
 */
export function readHybridCode(text: string): HybridCode {
  if (text.slice(0, prefix.length).toUpperCase() !== prefix) throw new HybridRefusal('not_a_hybrid_code')
  return fromCodeMap(readCodeMap(text.slice(prefix.length)))
}

/**
 * Write the text of a QR code, as a browser does.
 */
export function writeHybridCode(code: HybridCode): string {
  return prefix + writeCodeMap(toCodeMap(code))
}

/** Read digits that hold a CBOR map. */
export function readCodeMap(digits: string): CborMap {
  if (digits.length > mostDigits) throw new HybridRefusal('malformed_code')
  const bytes = fromDigits(digits)
  try {
    const value = readCbor(bytes, limits)
    if (value instanceof Map) return value
  } catch (cause) {
    if (cause instanceof CborRefusal) throw new HybridRefusal('malformed_code', { cause })
    throw cause
  }
  throw new HybridRefusal('malformed_code')
}

export const writeCodeMap = (map: CborMap) => toDigits(encodeCbor(map))

/** What a map of the usual members says. */
export function fromCodeMap(map: CborMap): HybridCode {
  const [key, secret, knownDomains = 0, madeAt, canLink, hint, channels] = [0, 1, 2, 3, 4, 5, 6].map(
    (member) => map.get(member),
  )
  if (!(key instanceof Uint8Array && secret instanceof Uint8Array) || secret.length !== 16) {
    throw new HybridRefusal('malformed_code')
  }
  if (!isUint(knownDomains) || !(madeAt === undefined || isUint(madeAt)))
    throw new HybridRefusal('malformed_code')
  if (canLink !== undefined && typeof canLink !== 'boolean') throw new HybridRefusal('malformed_code')
  if (hint !== undefined && typeof hint !== 'string') throw new HybridRefusal('malformed_code')
  // Before CTAP 2.3 this was a boolean about discoverable credentials; now it lists channels, of which 0 is ours.
  if (Array.isArray(channels) ? !channels.every(isUint) : !isAbsentOrBoolean(channels)) {
    throw new HybridRefusal('malformed_code')
  }
  return {
    clientKey: fromCompressed(key),
    secret: secret.slice(),
    knownDomains,
    ...(madeAt !== undefined && { madeAt: new Date(madeAt * 1000) }),
    ...(canLink !== undefined && { canLink }),
    hint: hint === 'mc' || hint === 'dcp' || hint === 'dci' ? hint : 'ga',
  }
}

/** The map of the usual members. */
export function toCodeMap({ clientKey, secret, knownDomains, madeAt, canLink, hint }: HybridCode): CborMap {
  const map = new Map<number, CborValue>([
    [0, toCompressed(clientKey)],
    [1, secret],
    [2, knownDomains],
  ])
  if (madeAt !== undefined) map.set(3, Math.floor(madeAt.getTime() / 1000))
  if (canLink !== undefined) map.set(4, canLink)
  return map.set(5, hint)
}

/** Seconds fit in 32 bits until 2106; a `Date` holds far more than that. */
const isUint = (value: CborValue): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffffffff
const isAbsentOrBoolean = (value: CborValue | undefined) => value === undefined || typeof value === 'boolean'
