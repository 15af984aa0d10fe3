import { concatBytes, toUtf8 } from '@latchkey/encoding'
import { KeeperRefusal } from '../refusal.ts'
import type { Argon2idCost, PinStretching } from '../storage/kept.ts'

const aes = { name: 'AES-GCM', length: 256 } as const

/** Argon2id, on a surface that has it: WebCrypto does not. */
export interface Argon2id {
  /** Of every PIN that is set, and of each that was stretched otherwise, from its next use on. */
  readonly cost: Argon2idCost
  /** @returns 32 bytes */
  stretch(pin: Uint8Array, salt: Uint8Array, cost: Argon2idCost): Promise<Uint8Array>
}

/** What PINs are stretched with. */
export interface Stretchers {
  readonly subtle: SubtleCrypto
  readonly argon2id?: Argon2id
}

/**
 * Derive a key from a PIN, so slowly that guessing from a copy is work: by PBKDF2 with HMAC and SHA-256, or by argon2id.
 *
 * @throws KeeperRefusal `storage_unreadable` if it was stretched by what this surface has not
 */
export async function deriveFromPin(
  { subtle, argon2id }: Stretchers,
  pin: string,
  { salt, stretching }: { readonly salt: Uint8Array; readonly stretching: PinStretching },
): Promise<CryptoKey> {
  if ('argon2id' in stretching) {
    if (argon2id === undefined) throw new KeeperRefusal('storage_unreadable')
    const raw = await argon2id.stretch(toUtf8(pin), salt, stretching.argon2id)
    return await subtle.importKey('raw', concatBytes(raw), 'AES-GCM', false, ['encrypt', 'decrypt'])
  }
  const secret = await subtle.importKey('raw', toUtf8(pin), 'PBKDF2', false, ['deriveKey'])
  const { iterations } = stretching
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: concatBytes(salt), iterations }
  return await subtle.deriveKey(algorithm, secret, aes, false, ['encrypt', 'decrypt'])
}

/** Derive a key from what a passkey's PRF gave: 32 bytes nobody can guess, so once through HKDF is enough. */
export async function deriveFromPrf(
  subtle: SubtleCrypto,
  output: Uint8Array,
  salt: Uint8Array,
): Promise<CryptoKey> {
  const secret = await subtle.importKey('raw', concatBytes(output), 'HKDF', false, ['deriveKey'])
  const info = toUtf8('latchkey authenticator lock')
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: concatBytes(salt), info }
  return await subtle.deriveKey(algorithm, secret, aes, false, ['encrypt', 'decrypt'])
}
