import { concatBytes, toUtf8 } from '@latchkey/encoding'
import type { AuthenticatorCryptography } from '../cryptography.ts'
import { equalSecrets } from './equal-secrets.ts'

/** What both protocols need. */
interface Deps {
  readonly cryptography: AuthenticatorCryptography
  readonly random: (length: number) => Uint8Array
}

/**
 * How platform and authenticator speak secretly about PINs.
 *
 * @see https://fidoalliance.org/specs/fido-v2.2-ps-20250714/fido-client-to-authenticator-protocol-v2.2-ps-20250714.html#pinProto-abstract
 */
export interface PinUvAuthProtocol {
  readonly number: 1 | 2
  /** Make the shared secret from the x coordinate that was agreed on. */
  toSharedSecret(agreed: Uint8Array): Promise<Uint8Array>
  encrypt(secret: Uint8Array, plain: Uint8Array): Promise<Uint8Array>
  /** @returns `undefined` if it cannot be something encrypted */
  decrypt(secret: Uint8Array, sealed: Uint8Array): Promise<Uint8Array | undefined>
  /** @param key the shared secret, or the token */
  verify(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>
}

const blockSize = 16
const isWholeBlocks = (bytes: Uint8Array) => bytes.length > 0 && bytes.length % blockSize === 0

/** The first protocol: one key for everything, and an IV of zeros. */
export function protocolOne({ cryptography }: Deps): PinUvAuthProtocol {
  const iv = new Uint8Array(blockSize)
  return {
    number: 1,
    toSharedSecret: (agreed) => cryptography.sha256(agreed),
    encrypt: (secret, plain) => cryptography.aesCbcEncrypt(secret, iv, plain),
    decrypt: async (secret, sealed) =>
      isWholeBlocks(sealed) ? await cryptography.aesCbcDecrypt(secret, iv, sealed) : undefined,
    async verify(key, message, signature) {
      const expected = await cryptography.hmacSha256(key, message)
      return equalSecrets(expected.subarray(0, 16), signature)
    },
  }
}

/** The second protocol: a key for each purpose, and a random IV before what it encrypts. */
export function protocolTwo({ cryptography, random }: Deps): PinUvAuthProtocol {
  const hmacKey = toUtf8('CTAP2 HMAC key')
  const aesKey = toUtf8('CTAP2 AES key')
  const aesPart = (secret: Uint8Array) => secret.subarray(32)
  return {
    number: 2,
    async toSharedSecret(agreed) {
      const pseudoRandomKey = await cryptography.hmacSha256(new Uint8Array(32), agreed)
      // HKDF's first block is all that 32 bytes take.
      const expand = (info: Uint8Array) =>
        cryptography.hmacSha256(pseudoRandomKey, concatBytes(info, Uint8Array.of(1)))
      return concatBytes(await expand(hmacKey), await expand(aesKey))
    },
    async encrypt(secret, plain) {
      const iv = random(blockSize)
      return concatBytes(iv, await cryptography.aesCbcEncrypt(aesPart(secret), iv, plain))
    },
    async decrypt(secret, sealed) {
      const iv = sealed.subarray(0, blockSize)
      const blocks = sealed.subarray(blockSize)
      return isWholeBlocks(blocks) ? await cryptography.aesCbcDecrypt(aesPart(secret), iv, blocks) : undefined
    },
    async verify(key, message, signature) {
      return equalSecrets(await cryptography.hmacSha256(key.subarray(0, 32), message), signature)
    },
  }
}
