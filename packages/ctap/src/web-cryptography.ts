import { type CoseKey, concatBytes, fromBase64url, toBase64url } from '@latchkey/encoding'
import type {
  AgreementKey,
  AgreementPoint,
  AuthenticatorCryptography,
  CredentialAlgorithm,
  SigningKey,
} from './cryptography.ts'
import { toDerSignature } from './der-signature.ts'

const keyKinds = {
  [-7]: { name: 'ECDSA', namedCurve: 'P-256' },
  [-8]: { name: 'Ed25519' },
  [-257]: {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: Uint8Array.of(1, 0, 1),
    hash: 'SHA-256',
  },
} as const
const signingOf = {
  [-7]: { name: 'ECDSA', hash: 'SHA-256' },
  [-8]: { name: 'Ed25519' },
  [-257]: { name: 'RSASSA-PKCS1-v1_5' },
} as const
const agreement = { name: 'ECDH', namedCurve: 'P-256' } as const
const stretchIterations = 100_000

/**
 * The cryptography of the authenticator on top of WebCrypto, as Node, pages and extensions have it. Private keys are
 * `CryptoKey`s that cannot be extracted; IndexedDB keeps them as they are.
 *
 * @param subtle `globalThis.crypto.subtle`
 */
export function webCryptography(subtle: SubtleCrypto): AuthenticatorCryptography {
  const aesKey = (key: Uint8Array, usage: 'encrypt' | 'decrypt') =>
    subtle.importKey('raw', copy(key), 'AES-CBC', false, [usage, 'encrypt'])

  async function aesCbcEncrypt(key: Uint8Array, iv: Uint8Array, plain: Uint8Array): Promise<Uint8Array> {
    const algorithm = { name: 'AES-CBC', iv: copy(iv) }
    const padded = await subtle.encrypt(algorithm, await aesKey(key, 'encrypt'), copy(plain))
    // WebCrypto adds a block of padding that nobody asked for.
    return new Uint8Array(padded, 0, plain.length)
  }

  return {
    async makeKeyPair(algorithm) {
      const pair = await subtle.generateKey(keyKinds[algorithm], false, ['sign', 'verify'])
      if (!('privateKey' in pair)) throw new TypeError('one key where a pair was asked for')
      const jwk = await subtle.exportKey('jwk', pair.publicKey)
      return { privateKey: { algorithm, handle: pair.privateKey }, publicKey: toCose(algorithm, jwk) }
    },

    async sign({ algorithm, handle }, data) {
      if (!(handle instanceof CryptoKey)) throw new TypeError('not a key of WebCrypto')
      const signature = new Uint8Array(await subtle.sign(signingOf[algorithm], handle, copy(data)))
      return algorithm === -7 ? toDerSignature(signature) : signature
    },

    async sha256(data) {
      return new Uint8Array(await subtle.digest('SHA-256', copy(data)))
    },

    async hmacSha256(key, data) {
      const algorithm = { name: 'HMAC', hash: 'SHA-256' }
      const imported = await subtle.importKey('raw', copy(key), algorithm, false, ['sign'])
      return new Uint8Array(await subtle.sign('HMAC', imported, copy(data)))
    },

    aesCbcEncrypt,

    async aesCbcDecrypt(key, iv, sealed) {
      if (sealed.length === 0) return new Uint8Array()
      // WebCrypto insists on padding, so it gets a block that decrypts to a whole block of it.
      const padding = await aesCbcEncrypt(key, sealed.subarray(-16), new Uint8Array(16).fill(16))
      const algorithm = { name: 'AES-CBC', iv: copy(iv) }
      const whole = concatBytes(sealed, padding)
      return new Uint8Array(await subtle.decrypt(algorithm, await aesKey(key, 'decrypt'), whole))
    },

    makeAgreementKey: () => makeAgreementKey(subtle),

    async stretch(secret, salt) {
      const imported = await subtle.importKey('raw', copy(secret), 'PBKDF2', false, ['deriveBits'])
      const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: copy(salt), iterations: stretchIterations }
      return new Uint8Array(await subtle.deriveBits(algorithm, imported, 256))
    },
  }
}

/**
 * Use a private key that WebCrypto holds already, such as the key of an attestation certificate.
 */
export function toSigningKey(algorithm: CredentialAlgorithm, handle: CryptoKey): SigningKey {
  return { algorithm, handle }
}

async function makeAgreementKey(subtle: SubtleCrypto): Promise<AgreementKey> {
  const { privateKey, publicKey } = await subtle.generateKey(agreement, false, ['deriveBits'])
  const { x = '', y = '' } = await subtle.exportKey('jwk', publicKey)
  return {
    publicKey: { x: fromBase64url(x), y: fromBase64url(y) },
    async agree(peer) {
      const imported = await importPoint(subtle, peer)
      if (imported === undefined) return undefined
      return new Uint8Array(await subtle.deriveBits({ name: 'ECDH', public: imported }, privateKey, 256))
    },
  }
}

async function importPoint(subtle: SubtleCrypto, { x, y }: AgreementPoint): Promise<CryptoKey | undefined> {
  const jwk = { kty: 'EC', crv: 'P-256', x: toBase64url(x), y: toBase64url(y) }
  try {
    return await subtle.importKey('jwk', jwk, agreement, false, [])
  } catch {
    return undefined
  }
}

function toCose(algorithm: CredentialAlgorithm, { x = '', y = '', n = '', e = '' }: JsonWebKey): CoseKey {
  switch (algorithm) {
    case -7:
      return { kty: 'EC2', algorithm, curve: 'P-256', x: fromBase64url(x), y: fromBase64url(y) }
    case -8:
      return { kty: 'OKP', algorithm, curve: 'Ed25519', x: fromBase64url(x) }
    case -257:
      return { kty: 'RSA', algorithm, n: fromBase64url(n), e: fromBase64url(e) }
  }
}

/** WebCrypto takes no views of shared memory, and the types of ours do not exclude it. */
const copy = (bytes: Uint8Array) => concatBytes(bytes)
