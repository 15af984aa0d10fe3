import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'

/** A passkey without hardware: what an authenticator keeps, and the browser's half of a ceremony around it. */
export interface SoftwarePasskey {
  readonly credentialId: Uint8Array
  /** COSE_Key of an ES256 public key, 77 bytes. */
  readonly publicKey: Uint8Array
  /** The same key, SubjectPublicKeyInfo in DER. */
  readonly spki: Uint8Array
  readonly rpId: string
  readonly origin: string
  readonly userHandle: Uint8Array
  readonly privateKey: KeyObject
}

/** What a passkey belongs to. */
export interface PasskeyOwner {
  readonly rpId: string
  readonly origin: string
  readonly userHandle: Uint8Array
}

/** Make an ES256 passkey with 32 random bytes for an id. */
export function createSoftwarePasskey(owner: PasskeyOwner): SoftwarePasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  return { ...owner, credentialId: randomBytes(32), publicKey: toCoseKey(spki), spki, privateKey }
}

/** An uncompressed P-256 point ends its SubjectPublicKeyInfo: x and y are the last 64 bytes. */
function toCoseKey(spki: Uint8Array): Uint8Array {
  const x = spki.subarray(-64, -32)
  const y = spki.subarray(-32)
  const start = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]
  return Uint8Array.from([...start, ...x, 0x22, 0x58, 0x20, ...y])
}

/** A passkey that can be sent to another process as JSON; bytes are base64url. */
export interface PortablePasskey {
  readonly credentialId: string
  readonly publicKey: string
  readonly spki: string
  readonly pkcs8: string
  readonly rpId: string
  readonly origin: string
  readonly userHandle: string
}

/** Write a passkey down, private key and all: it guards nothing but a test. */
export function toPortable(passkey: SoftwarePasskey): PortablePasskey {
  return {
    credentialId: toBase64url(passkey.credentialId),
    publicKey: toBase64url(passkey.publicKey),
    spki: toBase64url(passkey.spki),
    pkcs8: toBase64url(passkey.privateKey.export({ format: 'der', type: 'pkcs8' })),
    rpId: passkey.rpId,
    origin: passkey.origin,
    userHandle: toBase64url(passkey.userHandle),
  }
}

/** Read what `toPortable` wrote. */
export function fromPortable(portable: PortablePasskey): SoftwarePasskey {
  return {
    credentialId: Buffer.from(portable.credentialId, 'base64url'),
    publicKey: Buffer.from(portable.publicKey, 'base64url'),
    spki: Buffer.from(portable.spki, 'base64url'),
    privateKey: createPrivateKey({
      key: Buffer.from(portable.pkcs8, 'base64url'),
      format: 'der',
      type: 'pkcs8',
    }),
    rpId: portable.rpId,
    origin: portable.origin,
    userHandle: Buffer.from(portable.userHandle, 'base64url'),
  }
}

const userPresentAndVerified = 0x05
const backedUp = 0x18

/**
 * Answer a challenge as a browser would hand it on: AuthenticationResponseJSON, user verified, signature counter 0 as
 * synced passkeys report.
 */
export function answerChallenge(passkey: SoftwarePasskey, challenge: string): object {
  const clientData = Buffer.from(
    `{"type":"webauthn.get","challenge":"${challenge}","origin":"${passkey.origin}","crossOrigin":false}`,
  )
  const authenticatorData = Buffer.concat([
    sha256(Buffer.from(passkey.rpId)),
    Uint8Array.of(userPresentAndVerified | backedUp, 0, 0, 0, 0),
  ])
  const signed = Buffer.concat([authenticatorData, sha256(clientData)])
  const id = toBase64url(passkey.credentialId)
  return {
    id,
    rawId: id,
    type: 'public-key',
    authenticatorAttachment: 'platform',
    response: {
      clientDataJSON: toBase64url(clientData),
      authenticatorData: toBase64url(authenticatorData),
      signature: toBase64url(sign('sha256', signed, passkey.privateKey)),
      userHandle: toBase64url(passkey.userHandle),
    },
    clientExtensionResults: {},
  }
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function toBase64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
