/** A platform in front of an authenticator, without any of its code: Node's cryptography instead. Only tests import this. */
import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createHmac,
  createPublicKey,
  hash,
  hkdfSync,
  verify,
} from 'node:crypto'
import {
  type CborMap,
  type CborValue,
  concatBytes,
  encodeCbor,
  readCbor,
  readCborPrefix,
  readCoseKey,
  toUtf8,
} from '@latchkey/encoding'
import { type Authenticator, type CtapRefusalCode, ctapStatus } from './index.ts'

export const sha256 = (data: Uint8Array | string): Uint8Array =>
  Uint8Array.from(hash('sha256', data, 'buffer'))

/** What came back: a name for the status, and the map. */
export interface Answer {
  readonly status: CtapRefusalCode | 'ok'
  readonly map: CborMap
}

const statusNames = new Map<number, string>(Object.entries(ctapStatus).map(([name, byte]) => [byte, name]))

/** A map of CTAP: members that are `undefined` are left out. */
export type Members = Readonly<Record<number | string, CborValue | undefined>>

/** Make a CBOR map by number. */
export function numbered(members: Members): CborMap {
  return new Map(
    Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[Number(key), value]])),
  )
}

/** Make a CBOR map by text. */
export function named(members: Members): CborMap {
  return new Map(
    Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

/** Send a command and read its answer. */
export async function send(
  authenticator: Authenticator,
  command: number,
  parameters?: CborMap,
  signal?: AbortSignal,
): Promise<Answer> {
  const payload = parameters === undefined ? new Uint8Array() : encodeCbor(parameters)
  const [status = 0x7f, ...rest] = await authenticator.answer(Uint8Array.of(command, ...payload), signal)
  const name = statusNames.get(status)
  if (!isStatusName(name)) throw new Error(`status ${status}`)
  const map = rest.length === 0 ? new Map() : readCbor(Uint8Array.from(rest))
  if (!(map instanceof Map)) throw new Error('not a map')
  return { status: name, map }
}

function isStatusName(name: string | undefined): name is Answer['status'] {
  return name !== undefined && name in ctapStatus
}

export const bytesOf = (map: CborMap, key: number | string): Uint8Array => {
  const value = map.get(key)
  if (!(value instanceof Uint8Array)) throw new Error(`${key} is not bytes`)
  return value
}

export const mapOf = (map: CborMap, key: number | string): CborMap => {
  const value = map.get(key)
  if (!(value instanceof Map)) throw new Error(`${key} is not a map`)
  return value
}

/** One of the two PIN/UV auth protocols, as platforms speak it. */
export interface PlatformProtocol {
  readonly number: 1 | 2
  derive(agreed: Uint8Array): Uint8Array
  encrypt(secret: Uint8Array, plain: Uint8Array): Uint8Array
  decrypt(secret: Uint8Array, sealed: Uint8Array): Uint8Array
  authenticate(key: Uint8Array, message: Uint8Array): Uint8Array
}

function aes(how: 'encrypt' | 'decrypt', key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const cipher =
    how === 'encrypt' ? createCipheriv('aes-256-cbc', key, iv) : createDecipheriv('aes-256-cbc', key, iv)
  cipher.setAutoPadding(false)
  return concatBytes(cipher.update(data), cipher.final())
}

const hmac = (key: Uint8Array, data: Uint8Array) =>
  Uint8Array.from(createHmac('sha256', key).update(data).digest())
const hkdf = (agreed: Uint8Array, info: string) =>
  new Uint8Array(hkdfSync('sha256', agreed, new Uint8Array(32), info, 32))

export const protocols: readonly PlatformProtocol[] = [
  {
    number: 1,
    derive: sha256,
    encrypt: (secret, plain) => aes('encrypt', secret, new Uint8Array(16), plain),
    decrypt: (secret, sealed) => aes('decrypt', secret, new Uint8Array(16), sealed),
    authenticate: (key, message) => hmac(key, message).slice(0, 16),
  },
  {
    number: 2,
    derive: (agreed) => concatBytes(hkdf(agreed, 'CTAP2 HMAC key'), hkdf(agreed, 'CTAP2 AES key')),
    encrypt(secret, plain) {
      const iv = crypto.getRandomValues(new Uint8Array(16))
      return concatBytes(iv, aes('encrypt', secret.slice(32), iv, plain))
    },
    decrypt: (secret, sealed) => aes('decrypt', secret.slice(32), sealed.slice(0, 16), sealed.slice(16)),
    authenticate: (key, message) => hmac(key.slice(0, 32), message),
  },
]

/** A secret shared with the authenticator, and the public key to send along. */
export async function agree(authenticator: Authenticator, protocol: PlatformProtocol) {
  const { map } = await send(authenticator, 0x06, numbered({ 1: protocol.number, 2: 0x02 }))
  const theirs = mapOf(map, 1)
  const ecdh = createECDH('prime256v1')
  const point = ecdh.generateKeys()
  const agreed = ecdh.computeSecret(concatBytes(Uint8Array.of(4), bytesOf(theirs, -2), bytesOf(theirs, -3)))
  const key = numbered({ 1: 2, 3: -25, [-1]: 1, [-2]: point.subarray(1, 33), [-3]: point.subarray(33) })
  return { secret: protocol.derive(agreed), key }
}

function padPin(pin: string): Uint8Array {
  const bytes = toUtf8(pin)
  return concatBytes(bytes, new Uint8Array(Math.max(0, 64 - bytes.length)))
}

export const pinHash = (pin: string) => sha256(pin).slice(0, 16)

/** Set the first PIN. @param change parameters that are different */
export async function setPin(
  authenticator: Authenticator,
  protocol: PlatformProtocol,
  pin: string | Uint8Array,
  change: Members = {},
): Promise<Answer> {
  const { secret, key } = await agree(authenticator, protocol)
  const newPinEnc = protocol.encrypt(secret, typeof pin === 'string' ? padPin(pin) : pin)
  const param = protocol.authenticate(secret, newPinEnc)
  const honest = { 1: protocol.number, 2: 0x03, 3: key, 4: param, 5: newPinEnc }
  return send(authenticator, 0x06, numbered({ ...honest, ...change }))
}

/** Change the PIN. @param change parameters that are different */
export async function changePin(
  authenticator: Authenticator,
  protocol: PlatformProtocol,
  [from, to]: readonly [string, string],
  change: Members = {},
): Promise<Answer> {
  const { secret, key } = await agree(authenticator, protocol)
  const newPinEnc = protocol.encrypt(secret, padPin(to))
  const pinHashEnc = protocol.encrypt(secret, pinHash(from))
  const param = protocol.authenticate(secret, concatBytes(newPinEnc, pinHashEnc))
  const honest = { 1: protocol.number, 2: 0x04, 3: key, 4: param, 5: newPinEnc, 6: pinHashEnc }
  return send(authenticator, 0x06, numbered({ ...honest, ...change }))
}

/** What a token is asked for with. */
export interface TokenRequest {
  readonly pin?: string
  readonly permissions?: number
  readonly rpId?: string
  /** Parameters that are different. */
  readonly change?: Members
}

/** Ask for a token: with a PIN, or by built-in verification when there is none. */
export async function requestToken(
  authenticator: Authenticator,
  protocol: PlatformProtocol,
  { pin, permissions, rpId, change }: TokenRequest,
): Promise<{ readonly status: Answer['status']; readonly token: Uint8Array }> {
  const { secret, key } = await agree(authenticator, protocol)
  const withPin = permissions === undefined ? 0x05 : 0x09
  const { status, map } = await send(
    authenticator,
    0x06,
    numbered({
      1: protocol.number,
      2: pin === undefined ? 0x06 : withPin,
      3: key,
      6: pin === undefined ? undefined : protocol.encrypt(secret, pinHash(pin)),
      9: permissions,
      10: rpId,
      ...change,
    }),
  )
  const token = status === 'ok' ? protocol.decrypt(secret, bytesOf(map, 2)) : new Uint8Array()
  return { status, token }
}

export const clientDataHash = new Uint8Array(32).fill(0xcd)
export const rpId = 'login.example.org'
export const user = named({ id: new Uint8Array(33).fill(0x5a), name: 'ada@example.org', displayName: 'Ada' })
export const algorithms = (...numbers: number[]) => numbers.map((alg) => named({ alg, type: 'public-key' }))
export const descriptor = (id: Uint8Array, type = 'public-key') => named({ id, type })

/** Parameters of an honest request for a discoverable credential, verified; and what is different. */
export function creation(change: Members = {}): CborMap {
  return numbered({
    1: clientDataHash,
    2: named({ id: rpId, name: 'Example' }),
    3: user,
    4: algorithms(-7),
    7: named({ rk: true, uv: true }),
    ...change,
  })
}

/** Parameters of an honest request for an assertion, verified; and what is different. */
export function assertion(change: Members = {}): CborMap {
  return numbered({ 1: rpId, 2: clientDataHash, 5: named({ uv: true }), ...change })
}

/** Make a credential. @returns its ID, its COSE key, and the whole answer */
export async function make(authenticator: Authenticator, change: Members = {}) {
  const answer = await send(authenticator, 0x01, creation(change))
  const data = answer.status === 'ok' ? bytesOf(answer.map, 2) : new Uint8Array(55)
  const length = ((data[53] ?? 0) << 8) | (data[54] ?? 0)
  const rest = data.slice(55 + length)
  const cose = answer.status === 'ok' ? rest.slice(0, readCborPrefix(rest).length) : rest
  return { ...answer, data, id: data.slice(55, 55 + length), cose }
}

/** Ask for an assertion. @returns its flags and counter, and the whole answer */
export async function get(authenticator: Authenticator, change: Members = {}) {
  const answer = await send(authenticator, 0x02, assertion(change))
  const data = answer.status === 'ok' ? bytesOf(answer.map, 2) : new Uint8Array(37)
  return { ...answer, data, ...readFacts(data) }
}

/** Flags and counter of authenticator data. */
export function readFacts(data: Uint8Array) {
  const [flags = 0, ...count] = data.slice(32, 37)
  return { flags, signCount: count.reduce((sum, byte) => sum * 256 + byte, 0) }
}

/** Tell whether a signature over authenticator data and client data is by this COSE key. */
export function isSigned(cose: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  const key = readCoseKey(cose)
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const jwk =
    key.kty === 'EC2'
      ? { kty: 'EC', crv: 'P-256', x: text(key.x), y: text(key.y) }
      : key.kty === 'RSA'
        ? { kty: 'RSA', n: text(key.n), e: text(key.e) }
        : { kty: 'OKP', crv: 'Ed25519', x: key.kty === 'OKP' ? text(key.x) : '' }
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
  return verify(key.kty === 'OKP' ? null : 'sha256', concatBytes(data, clientDataHash), publicKey, signature)
}
