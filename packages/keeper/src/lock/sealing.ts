import { concatBytes, toUtf8 } from '@latchkey/encoding'
import { KeeperRefusal } from '../refusal.ts'

const ivLength = 12

/**
 * Seal bytes with AES-256-GCM: `iv 12 | ciphertext and tag`. They open with the same key in the same context only.
 */
export async function sealBytes(
  { subtle, random }: { readonly subtle: SubtleCrypto; readonly random: (length: number) => Uint8Array },
  key: CryptoKey,
  plain: Uint8Array,
  context: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = concatBytes(random(ivLength))
  const algorithm = { name: 'AES-GCM', iv, additionalData: toUtf8(context) }
  return concatBytes(iv, new Uint8Array(await subtle.encrypt(algorithm, key, concatBytes(plain))))
}

/** @throws KeeperRefusal `seal_broken` */
export async function openBytes(
  { subtle }: { readonly subtle: SubtleCrypto },
  key: CryptoKey,
  sealed: Uint8Array,
  context: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = concatBytes(sealed.subarray(0, ivLength))
  const algorithm = { name: 'AES-GCM', iv, additionalData: toUtf8(context) }
  try {
    return new Uint8Array(await subtle.decrypt(algorithm, key, concatBytes(sealed.subarray(ivLength))))
  } catch (cause) {
    throw new KeeperRefusal('seal_broken', { cause })
  }
}
