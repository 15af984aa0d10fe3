import { type CborMap, type CborValue, encodeCbor, readCbor } from './cbor.ts'
import { CborRefusal } from './cbor-refusal.ts'
import { CoseKeyRefusal } from './cose-refusal.ts'

/** A curve of ECDSA, by its JOSE name. */
export type EcCurve = 'P-256' | 'P-384' | 'P-521'
/** A curve of EdDSA, by its JOSE name. */
export type EdCurve = 'Ed25519' | 'Ed448'

/** A public key as COSE describes it. `algorithm` is COSE's number; `kty` tells the rest. */
export type CoseKey =
  | {
      readonly kty: 'EC2'
      readonly algorithm: number
      readonly curve: EcCurve
      readonly x: Uint8Array
      readonly y: Uint8Array
    }
  | { readonly kty: 'OKP'; readonly algorithm: number; readonly curve: EdCurve; readonly x: Uint8Array }
  | { readonly kty: 'RSA'; readonly algorithm: number; readonly n: Uint8Array; readonly e: Uint8Array }
  | { readonly kty: 'AKP'; readonly algorithm: number; readonly pub: Uint8Array }

/** Labels of the common and the key-type specific members (RFC 9052 §7.1, RFC 9053 §7, RFC 8230 §4, RFC 9864). */
const KTY = 1
const ALG = 3
const CRV_OR_PUB_OR_N = -1
const X_OR_E = -2
const Y = -3

const ec = (curve: EcCurve) => ({ kty: 'EC2', curve }) as const
const okp = (curve: EdCurve) => ({ kty: 'OKP', curve }) as const
const rsa = { kty: 'RSA' } as const
const akp = (length: number) => ({ kty: 'AKP', length }) as const

/**
 * The algorithms we read keys of, and the one kind of key each goes with. ES256 … ES512 and EdDSA leave the curve
 * open in COSE; WebAuthn closes it (§5.8.5).
 */
const keyOf = new Map<number, ReturnType<typeof ec | typeof okp | typeof akp> | typeof rsa>([
  [-7, ec('P-256')],
  [-9, ec('P-256')],
  [-35, ec('P-384')],
  [-51, ec('P-384')],
  [-36, ec('P-521')],
  [-52, ec('P-521')],
  [-8, okp('Ed25519')],
  [-19, okp('Ed25519')],
  [-53, okp('Ed448')],
  [-257, rsa],
  [-258, rsa],
  [-259, rsa],
  [-48, akp(1312)],
  [-49, akp(1952)],
])

const ktyNames = new Map<CborValue, CoseKey['kty']>([
  [1, 'OKP'],
  [2, 'EC2'],
  [3, 'RSA'],
  [7, 'AKP'],
])
const curveNumbers: Record<EcCurve | EdCurve, number> = {
  'P-256': 1,
  'P-384': 2,
  'P-521': 3,
  Ed25519: 6,
  Ed448: 7,
}
const coordinateLengths: Record<EcCurve | EdCurve, number> = {
  'P-256': 32,
  'P-384': 48,
  'P-521': 66,
  Ed25519: 32,
  Ed448: 57,
}

/** The public labels of each key type, besides `kty` and `alg`, and where the private ones lie. */
const membersOf: Record<CoseKey['kty'], { readonly count: number; readonly privateFrom: number }> = {
  EC2: { count: 3, privateFrom: -4 },
  OKP: { count: 2, privateFrom: -4 },
  RSA: { count: 2, privateFrom: -3 },
  AKP: { count: 1, privateFrom: -2 },
}

/**
 * Read a COSE public key, as a credential public key must be: with `alg`, without optional members, uncompressed, and
 * with exactly the curve and lengths its algorithm has. Whether a point lies on its curve is for who uses the key.
 *
 * @throws CoseKeyRefusal
 * @see https://www.w3.org/TR/webauthn-3/#credentialpublickey
 */
export function readCoseKey(bytes: Uint8Array): CoseKey {
  try {
    return fromCoseMap(readCbor(bytes))
  } catch (cause) {
    if (cause instanceof CborRefusal) throw new CoseKeyRefusal('not_a_key', { cause })
    throw cause
  }
}

/**
 * Read a COSE public key that is CBOR already.
 *
 * @throws CoseKeyRefusal
 */
export function fromCoseMap(map: CborValue): CoseKey {
  if (!(map instanceof Map)) throw new CoseKeyRefusal('not_a_key')

  const kty = ktyNames.get(map.get(KTY))
  if (kty === undefined) throw new CoseKeyRefusal('unsupported_key_type')
  const algorithm = map.get(ALG)
  if (typeof algorithm !== 'number') throw new CoseKeyRefusal('unsupported_algorithm')
  const key = keyOf.get(algorithm)
  if (key === undefined) throw new CoseKeyRefusal('unsupported_algorithm')
  if (key.kty !== kty) throw new CoseKeyRefusal('algorithm_key_mismatch')
  refuseOtherMembers(map, kty)

  switch (key.kty) {
    case 'EC2': {
      requireCurve(map, key.curve)
      const x = takeBytes(map, X_OR_E, coordinateLengths[key.curve])
      return { ...key, algorithm, x, y: takeBytes(map, Y, coordinateLengths[key.curve]) }
    }
    case 'OKP':
      requireCurve(map, key.curve)
      return { ...key, algorithm, x: takeBytes(map, X_OR_E, coordinateLengths[key.curve]) }
    case 'RSA':
      return { ...key, algorithm, n: takeModulus(map), e: takeExponent(map) }
    case 'AKP':
      return { kty: key.kty, algorithm, pub: takeBytes(map, CRV_OR_PUB_OR_N, key.length) }
  }
}

/**
 * Write a public key as COSE, in canonical form.
 */
export function toCoseKey(key: CoseKey): Uint8Array {
  const map = new Map<number, number | Uint8Array>([[ALG, key.algorithm]])
  switch (key.kty) {
    case 'EC2':
      map.set(KTY, 2).set(CRV_OR_PUB_OR_N, curveNumbers[key.curve]).set(X_OR_E, key.x).set(Y, key.y)
      break
    case 'OKP':
      map.set(KTY, 1).set(CRV_OR_PUB_OR_N, curveNumbers[key.curve]).set(X_OR_E, key.x)
      break
    case 'RSA':
      map.set(KTY, 3).set(CRV_OR_PUB_OR_N, key.n).set(X_OR_E, key.e)
      break
    case 'AKP':
      map.set(KTY, 7).set(CRV_OR_PUB_OR_N, key.pub)
      break
  }
  return encodeCbor(map)
}

function refuseOtherMembers(map: CborMap, kty: CoseKey['kty']): void {
  const { count, privateFrom } = membersOf[kty]
  for (const label of map.keys()) {
    if (label === KTY || label === ALG) continue
    if (typeof label !== 'number' || label > -1) throw new CoseKeyRefusal('unexpected_member')
    if (label <= privateFrom) throw new CoseKeyRefusal('private_member')
    if (label < -count) throw new CoseKeyRefusal('unexpected_member')
  }
}

function requireCurve(map: CborMap, curve: EcCurve | EdCurve): void {
  if (map.get(CRV_OR_PUB_OR_N) !== curveNumbers[curve]) throw new CoseKeyRefusal('algorithm_key_mismatch')
}

function takeBytes(map: CborMap, label: number, length: number): Uint8Array {
  const value = map.get(label)
  // A compressed point has a boolean here. WebAuthn §5.8.5 wants points uncompressed.
  if (typeof value === 'boolean') throw new CoseKeyRefusal('bad_length')
  if (!(value instanceof Uint8Array)) throw new CoseKeyRefusal('missing_member')
  if (value.length !== length) throw new CoseKeyRefusal('bad_length')
  return value
}

/** 2048 to 8192 bits, without leading zeros (RFC 8230 §4). */
function takeModulus(map: CborMap): Uint8Array {
  const n = map.get(CRV_OR_PUB_OR_N)
  if (!(n instanceof Uint8Array)) throw new CoseKeyRefusal('missing_member')
  const [first = 0] = n
  const bits = n.length * 8 - Math.clz32(first) + 24
  if (first === 0 || bits < 2048 || bits > 8192) throw new CoseKeyRefusal('bad_length')
  return n
}

/** Odd, more than one, at most 64 bits, without leading zeros. */
function takeExponent(map: CborMap): Uint8Array {
  const e = map.get(X_OR_E)
  if (!(e instanceof Uint8Array)) throw new CoseKeyRefusal('missing_member')
  const isOdd = ((e.at(-1) ?? 0) & 1) === 1
  if (e.length > 8 || e[0] === 0 || !isOdd || (e.length === 1 && e[0] === 1))
    throw new CoseKeyRefusal('bad_length')
  return e
}
