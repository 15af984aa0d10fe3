import { type CipherKey, createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { concatBytes } from '@latchkey/encoding'
import { IdentityRefusal } from '../refusal.ts'

const nonceLength = 12
const tagLength = 16

/**
 * Encrypt with AES-256-GCM: nonce 12 | ciphertext | tag 16.
 *
 * @param bound authenticated, not encrypted: the same bytes must be given to open it
 */
export function sealBox(
  key: CipherKey,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  bound: Uint8Array,
): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound)
  return concatBytes(nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag())
}

/**
 * Decrypt what `sealBox` made.
 *
 * @throws IdentityRefusal `sealed_unreadable` if it was altered, or sealed with another key or for another thing
 */
export function openBox(key: CipherKey, box: Uint8Array, bound: Uint8Array): Uint8Array {
  if (box.length < nonceLength + tagLength) throw new IdentityRefusal('sealed_unreadable')
  const end = box.length - tagLength
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, nonceLength), {
      authTagLength: tagLength,
    })
    decipher.setAAD(bound).setAuthTag(box.subarray(end))
    return concatBytes(decipher.update(box.subarray(nonceLength, end)), decipher.final())
  } catch (cause) {
    throw new IdentityRefusal('sealed_unreadable', { cause })
  }
}

/** Derive a key of 32 bytes for one purpose (HKDF-SHA-256). */
export function deriveKey(key: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), purpose, 32))
}

/** How long a nonce is. */
export const boxNonceLength = nonceLength
