import { concatBytes } from '@latchkey/encoding'
import type { AuthenticatorCryptography } from '../cryptography.ts'
import { webCryptography } from '../web-cryptography.ts'

/** The cryptography that the hybrid transport needs besides the authenticator's own. */
export interface HybridCryptography
  extends Pick<
    AuthenticatorCryptography,
    'sha256' | 'hmacSha256' | 'aesCbcEncrypt' | 'aesCbcDecrypt' | 'makeAgreementKey'
  > {
  /** AES-256-GCM: the ciphertext, then 16 bytes of tag. */
  sealGcm(sealing: Sealing, plain: Uint8Array): Promise<Uint8Array>
  /** The plain bytes; `undefined` if the tag is not theirs. */
  openGcm(sealing: Sealing, sealed: Uint8Array): Promise<Uint8Array | undefined>
}

/** What one use of AES-GCM needs. */
export interface Sealing {
  readonly key: Uint8Array
  /** 12 bytes, once per key. */
  readonly nonce: Uint8Array
  readonly additionalData: Uint8Array
}

/**
 * The cryptography of the hybrid transport on top of WebCrypto, as Node, pages and extensions have it.
 *
 * @param subtle `globalThis.crypto.subtle`
 */
export function hybridCryptography(subtle: SubtleCrypto): HybridCryptography {
  const importKey = (key: Uint8Array, usage: 'encrypt' | 'decrypt') =>
    subtle.importKey('raw', concatBytes(key), 'AES-GCM', false, [usage])
  const toAlgorithm = ({ nonce, additionalData }: Sealing) => ({
    name: 'AES-GCM',
    iv: concatBytes(nonce),
    additionalData: concatBytes(additionalData),
  })

  return {
    ...webCryptography(subtle),

    async sealGcm(sealing, plain) {
      const key = await importKey(sealing.key, 'encrypt')
      return new Uint8Array(await subtle.encrypt(toAlgorithm(sealing), key, concatBytes(plain)))
    },

    async openGcm(sealing, sealed) {
      if (sealed.length < 16) return undefined
      const key = await importKey(sealing.key, 'decrypt')
      const plain = await subtle
        .decrypt(toAlgorithm(sealing), key, concatBytes(sealed))
        .catch(() => undefined)
      return plain && new Uint8Array(plain)
    },
  }
}
