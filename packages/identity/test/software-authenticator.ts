import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import {
  concatBytes,
  encodeCbor,
  fromBase64url,
  fromHex,
  toBase64url,
  toCoseKey,
  toUtf8,
} from '@latchkey/encoding'

/** A passkey without hardware: what an authenticator keeps. */
export interface SoftwarePasskey {
  readonly id: Uint8Array
  readonly rpId: string
  readonly userHandle: Uint8Array
  readonly privateKey: KeyObject
  signCount: number
}

/** What an answer may differ in from an honest one. */
export interface Differences {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly type?: string
  readonly userVerified?: boolean
  readonly userPresent?: boolean
  readonly backupEligible?: boolean
  readonly backupState?: boolean
  readonly signCount?: number
  readonly userHandle?: Uint8Array | null
  readonly id?: Uint8Array
  readonly privateKey?: KeyObject
  readonly attestation?: 'none' | 'packed'
  readonly crossOrigin?: boolean
  /** The model: a claim, unless a certificate is there. */
  readonly aaguid?: string
  /** Attested by it, with a packed statement. */
  readonly certificate?: { readonly der: Uint8Array; readonly key: { readonly privateKey: KeyObject } }
}

export const honestOrigin = 'https://id.example.com'

/** Make a passkey as the options ask, and answer as a browser would. */
export function createPasskey(
  options: PublicKeyCredentialCreationOptionsJSON,
  differ: Differences = {},
): { readonly passkey: SoftwarePasskey; readonly response: unknown } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  const cose = toCoseKey({
    kty: 'EC2',
    algorithm: -7,
    curve: 'P-256',
    x: new Uint8Array(spki.subarray(-64, -32)),
    y: new Uint8Array(spki.subarray(-32)),
  })
  const id = differ.id ?? new Uint8Array(randomBytes(32))
  const rpId = differ.rpId ?? options.rp.id ?? ''
  const credential = concatBytes(
    fromHex((differ.aaguid ?? '').replaceAll('-', '').padStart(32, '0')),
    Uint8Array.of(id.length >> 8, id.length & 0xff),
    id,
    cose,
  )
  const authenticatorData = toAuthenticatorData(rpId, differ, 0x40, differ.signCount ?? 0, credential)
  const clientDataJSON = toClientData('webauthn.create', options.challenge, differ)
  const signed = concatBytes(authenticatorData, sha256(clientDataJSON))
  const { certificate } = differ
  const packed = differ.attestation === 'packed' || certificate !== undefined
  const sig = sign('sha256', signed, certificate?.key.privateKey ?? differ.privateKey ?? privateKey)
  const statement = {
    ...(packed && { alg: -7, sig: new Uint8Array(sig) }),
    ...(certificate && { x5c: [certificate.der] }),
  }
  const attestationObject = encodeCbor(
    new Map<string, string | Uint8Array | Map<string, number | Uint8Array | Uint8Array[]>>([
      ['fmt', packed ? 'packed' : 'none'],
      ['attStmt', new Map(Object.entries(statement))],
      ['authData', authenticatorData],
    ]),
  )
  const userHandle = fromBase64url(options.user.id)
  return {
    passkey: { id, rpId, userHandle, privateKey, signCount: differ.signCount ?? 0 },
    response: {
      id: toBase64url(id),
      rawId: toBase64url(id),
      type: 'public-key',
      authenticatorAttachment: 'platform',
      response: {
        clientDataJSON: toBase64url(clientDataJSON),
        attestationObject: toBase64url(attestationObject),
        transports: ['internal', 'hybrid'],
      },
      clientExtensionResults: {},
    },
  }
}

/** Answer a challenge with a passkey, as a browser would. */
export function usePasskey(
  passkey: SoftwarePasskey,
  options: { readonly challenge: string },
  differ: Differences = {},
): unknown {
  const signCount = differ.signCount ?? passkey.signCount
  const authenticatorData = toAuthenticatorData(differ.rpId ?? passkey.rpId, differ, 0, signCount)
  const clientDataJSON = toClientData('webauthn.get', options.challenge, differ)
  const signed = concatBytes(authenticatorData, sha256(clientDataJSON))
  const id = toBase64url(differ.id ?? passkey.id)
  const userHandle = differ.userHandle === undefined ? passkey.userHandle : differ.userHandle
  return {
    id,
    rawId: id,
    type: 'public-key',
    authenticatorAttachment: 'platform',
    response: {
      clientDataJSON: toBase64url(clientDataJSON),
      authenticatorData: toBase64url(authenticatorData),
      signature: toBase64url(sign('sha256', signed, differ.privateKey ?? passkey.privateKey)),
      userHandle: userHandle === null ? null : toBase64url(userHandle),
    },
    clientExtensionResults: {},
  }
}

function toAuthenticatorData(
  rpId: string,
  differ: Differences,
  more: number,
  signCount: number,
  credential: Uint8Array = new Uint8Array(),
): Uint8Array {
  const flags =
    (differ.userPresent === false ? 0 : 0x01) |
    (differ.userVerified === false ? 0 : 0x04) |
    (differ.backupEligible === false ? 0 : 0x08) |
    (differ.backupState === false ? 0 : 0x10) |
    more
  const counter = new Uint8Array(4)
  new DataView(counter.buffer).setUint32(0, signCount)
  return concatBytes(sha256(toUtf8(rpId)), Uint8Array.of(flags), counter, credential)
}

function toClientData(type: string, challenge: string, differ: Differences): Uint8Array {
  return toUtf8(
    JSON.stringify({
      type: differ.type ?? type,
      challenge: differ.challenge ?? challenge,
      origin: differ.origin ?? honestOrigin,
      crossOrigin: differ.crossOrigin ?? false,
    }),
  )
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}
