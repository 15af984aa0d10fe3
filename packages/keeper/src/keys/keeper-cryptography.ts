import {
  type AuthenticatorCryptography,
  type CredentialAlgorithm,
  type SigningKey,
  toSigningKey,
  webCryptography,
} from '@latchkey/ctap'
import { type CoseKey, concatBytes, fromBase64url } from '@latchkey/encoding'
import { toDerSignature } from './der-signature.ts'
import type { DeviceKey } from './device-key.ts'

/** The cryptography of an authenticator whose keys can be put away, and which knows keys of devices. */
export interface KeeperCryptography extends AuthenticatorCryptography {
  /** Make of a key what the shelf seals and keeps. */
  packKey(key: SigningKey): Promise<Uint8Array>
  unpackKey(packed: Uint8Array, algorithm: CredentialAlgorithm): Promise<SigningKey>
}

const importing = {
  [-7]: { name: 'ECDSA', namedCurve: 'P-256' },
  [-8]: { name: 'Ed25519' },
  [-257]: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
} as const

/** To make a pair that can be exported, once: to be sealed. */
const making = {
  ...importing,
  [-257]: { ...importing[-257], modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
} as const

/**
 * `webCryptography` whose new keys can be exported, so that the shelf can seal them, and whose unpacked ones cannot any
 * more. It signs with keys of devices, too (`toAttestationKey`).
 */
export function webKeeperCryptography(subtle: SubtleCrypto): KeeperCryptography {
  const usual = webCryptography(subtle)
  return {
    ...usual,

    async makeKeyPair(algorithm) {
      const pair = await subtle.generateKey(making[algorithm], true, ['sign', 'verify'])
      if (!('privateKey' in pair)) throw new TypeError('one key where a pair was asked for')
      const jwk = await subtle.exportKey('jwk', pair.publicKey)
      return { privateKey: toSigningKey(algorithm, pair.privateKey), publicKey: toCose(algorithm, jwk) }
    },

    async sign(key, data) {
      return isSigner(key.handle) ? toDerSignature(await key.handle.sign(data)) : usual.sign(key, data)
    },

    async packKey({ handle }) {
      if (!(handle instanceof CryptoKey)) throw new TypeError('not a key of WebCrypto')
      return new Uint8Array(await subtle.exportKey('pkcs8', handle))
    },

    async unpackKey(packed, algorithm) {
      const key = await subtle.importKey('pkcs8', concatBytes(packed), importing[algorithm], false, ['sign'])
      return toSigningKey(algorithm, key)
    },
  }
}

/** What of a device's key the engine needs. */
type Signer = Pick<DeviceKey, 'sign'>

/** Let the engine vouch with the key of a device. Only a `KeeperCryptography` can sign with it. */
export function toAttestationKey(key: Signer): SigningKey {
  return { algorithm: -7, handle: key }
}

function isSigner(handle: unknown): handle is Signer {
  if (typeof handle !== 'object' || handle === null || handle instanceof CryptoKey) return false
  return 'sign' in handle && typeof handle.sign === 'function'
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
