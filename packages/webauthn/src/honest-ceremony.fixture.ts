/**
 * What an honest browser with an honest authenticator sends, and one difference at a time. Only tests import this.
 */
import { generateKeyPairSync, hash, type KeyObject, sign } from 'node:crypto'
import {
  type CborValue,
  type CoseKey,
  concatBytes,
  encodeCbor,
  fromBase64url,
  toBase64url,
  toCoseKey,
  toUtf8,
} from '@latchkey/encoding'
import {
  type ExpectedAuthentication,
  type ExpectedRegistration,
  importPublicKey,
  readAuthenticationResponse,
  readRegistrationResponse,
  verifyAuthentication,
  verifyRegistration,
} from './index.ts'

const rpId = 'login.example.org'
export const origin = 'https://login.example.org'
const challenge = new Uint8Array(32).fill(0xc1)
const userHandle = new Uint8Array(33).fill(0x5a)
export const credentialId = new Uint8Array(32).fill(0x1d)
export const aaguid = Uint8Array.from({ length: 16 }, (_, i) => i + 1)

export const UP = 0x01
export const UV = 0x04
export const BE = 0x08
export const BS = 0x10
export const AT = 0x40
export const ED = 0x80

/** A key of an authenticator: both halves, and its public half as COSE. */
export interface SoftKey {
  readonly privateKey: KeyObject
  readonly cose: CoseKey
  readonly digest: string | null
}

const curves = { 'P-256': -7, 'P-384': -35, 'P-521': -36 } as const
const digests = { 'P-256': 'sha256', 'P-384': 'sha384', 'P-521': 'sha512' } as const

export function ecKey(curve: keyof typeof curves = 'P-256', algorithm: number = curves[curve]): SoftKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: curve })
  const { x, y } = jwkBytes(publicKey)
  return { privateKey, cose: { kty: 'EC2', algorithm, curve, x, y }, digest: digests[curve] }
}

export function edKey(curve: 'Ed25519' | 'Ed448', algorithm: number): SoftKey {
  const { privateKey, publicKey } =
    curve === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448')
  return { privateKey, cose: { kty: 'OKP', algorithm, curve, x: jwkBytes(publicKey).x }, digest: null }
}

export function rsaKey(): SoftKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { n, e } = jwkBytes(publicKey)
  return { privateKey, cose: { kty: 'RSA', algorithm: -257, n, e }, digest: 'sha256' }
}

export function mlDsaKey(size: 44 | 65): SoftKey {
  const { privateKey, publicKey } =
    size === 44 ? generateKeyPairSync('ml-dsa-44') : generateKeyPairSync('ml-dsa-65')
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  const pub = Uint8Array.from(spki.subarray(spki.length - (size === 44 ? 1312 : 1952)))
  return { privateKey, cose: { kty: 'AKP', algorithm: size === 44 ? -48 : -49, pub }, digest: null }
}

function jwkBytes(key: KeyObject) {
  const { x = '', y = '', n = '', e = '' } = key.export({ format: 'jwk' })
  return { x: fromBase64url(x), y: fromBase64url(y), n: fromBase64url(n), e: fromBase64url(e) }
}

export const signWith = ({ digest, privateKey }: SoftKey, data: Uint8Array) => sign(digest, data, privateKey)
export const sha256 = (data: Uint8Array | string): Uint8Array =>
  Uint8Array.from(hash('sha256', data, 'buffer'))

/** The credential key of the honest world. */
export const credentialKey = ecKey()

/** What an attestation statement is made from. */
export interface ToAttest {
  readonly authenticatorData: Uint8Array
  readonly clientDataHash: Uint8Array
  readonly key: SoftKey
}

/** What can be different from honesty, in either ceremony. */
interface CommonChange {
  readonly clientData?: Readonly<Record<string, unknown>>
  /** Instead of the JSON of `clientData`. */
  readonly clientDataJSON?: Uint8Array
  readonly rpId?: string
  readonly flags?: number
  readonly signCount?: number
  readonly extensions?: Uint8Array
  /** What is done to the authenticator data before it is signed. */
  readonly authenticatorData?: (bytes: Uint8Array) => Uint8Array
  /** What is done to members of the JSON at the end. */
  readonly json?: Readonly<Record<string, unknown>>
  readonly response?: Readonly<Record<string, unknown>>
  readonly key?: SoftKey
}

export interface RegistrationChange extends CommonChange {
  readonly coseKey?: Uint8Array
  readonly credentialId?: Uint8Array
  readonly aaguid?: Uint8Array
  readonly attestation?: (attested: ToAttest) => { fmt: CborValue; attStmt: CborValue }
  /** Instead of the attestation object. */
  readonly attestationObject?: (honest: Uint8Array) => Uint8Array
  readonly expected?: Partial<ExpectedRegistration>
}

export interface AuthenticationChange extends CommonChange {
  readonly signature?: (honest: Uint8Array) => Uint8Array
  readonly expected?: Partial<ExpectedAuthentication>
  readonly credential?: Partial<ExpectedAuthentication['credential']>
}

/** A registration: the browser's JSON, and what we asked. */
export function registration(change: RegistrationChange = {}) {
  const key = change.key ?? credentialKey
  const id = change.credentialId ?? credentialId
  const clientDataJSON = makeClientData('webauthn.create', change)
  const attested = concatBytes(
    change.aaguid ?? aaguid,
    Uint8Array.of(id.length >> 8, id.length & 0xff),
    id,
    change.coseKey ?? toCoseKey(key.cose),
  )
  const flags = change.flags ?? UP | UV | BE | BS | AT
  const authenticatorData = makeAuthenticatorData(
    change,
    flags,
    (flags & AT) === 0 ? new Uint8Array() : attested,
  )
  const toAttest: ToAttest = { authenticatorData, clientDataHash: sha256(clientDataJSON), key }
  const { fmt, attStmt } = change.attestation?.(toAttest) ?? { fmt: 'none', attStmt: new Map() }
  const honest = encodeCbor(
    new Map<string, CborValue>([
      ['fmt', fmt],
      ['attStmt', attStmt],
      ['authData', authenticatorData],
    ]),
  )
  const json: unknown = {
    id: toBase64url(credentialId),
    rawId: toBase64url(credentialId),
    type: 'public-key',
    authenticatorAttachment: 'platform',
    clientExtensionResults: { credProps: { rk: true } },
    response: {
      clientDataJSON: toBase64url(clientDataJSON),
      attestationObject: toBase64url(change.attestationObject?.(honest) ?? honest),
      transports: ['internal', 'hybrid'],
      ...change.response,
    },
    ...change.json,
  }
  const expected: ExpectedRegistration = {
    challenge,
    rpId,
    origins: [origin],
    userVerification: 'required',
    algorithms: [-7, -8, -257],
    ...change.expected,
  }
  return { json, expected }
}

/** An authentication: the browser's JSON, and what we asked and keep. */
export function authentication(change: AuthenticationChange = {}) {
  const key = change.key ?? credentialKey
  const clientDataJSON = makeClientData('webauthn.get', change)
  const authenticatorData = makeAuthenticatorData(change, change.flags ?? UP | UV | BE | BS, new Uint8Array())
  const honest = signWith(key, concatBytes(authenticatorData, sha256(clientDataJSON)))
  const json: unknown = {
    id: toBase64url(credentialId),
    rawId: toBase64url(credentialId),
    type: 'public-key',
    authenticatorAttachment: 'platform',
    clientExtensionResults: {},
    response: {
      clientDataJSON: toBase64url(clientDataJSON),
      authenticatorData: toBase64url(authenticatorData),
      signature: toBase64url(change.signature?.(honest) ?? honest),
      userHandle: toBase64url(userHandle),
      ...change.response,
    },
    ...change.json,
  }
  const expected: ExpectedAuthentication = {
    challenge,
    rpId,
    origins: [origin],
    userVerification: 'required',
    userHandle: 'required',
    credential: {
      id: credentialId,
      publicKey: importPublicKey(toCoseKey(key.cose)),
      signCount: 4,
      backupEligible: true,
      userHandle,
      ...change.credential,
    },
    ...change.expected,
  }
  return { json, expected }
}

export function register(change?: RegistrationChange) {
  const { json, expected } = registration(change)
  return verifyRegistration(readRegistrationResponse(json), expected)
}

export function authenticate(change?: AuthenticationChange) {
  const { json, expected } = authentication(change)
  return verifyAuthentication(readAuthenticationResponse(json), expected)
}

function makeClientData(type: string, { clientData, clientDataJSON }: CommonChange): Uint8Array {
  const honest = { type, challenge: toBase64url(challenge), origin, crossOrigin: false }
  return clientDataJSON ?? toUtf8(JSON.stringify({ ...honest, ...clientData }))
}

function makeAuthenticatorData(change: CommonChange, flags: number, attested: Uint8Array): Uint8Array {
  const count = change.signCount ?? 5
  const bytes = concatBytes(
    sha256(change.rpId ?? rpId),
    Uint8Array.of(flags, count >>> 24, (count >>> 16) & 0xff, (count >>> 8) & 0xff, count & 0xff),
    attested,
    change.extensions ?? new Uint8Array(),
  )
  return change.authenticatorData?.(bytes) ?? bytes
}
