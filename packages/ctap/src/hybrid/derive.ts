import { concatBytes } from '@latchkey/encoding'
import type { HybridCryptography } from './hybrid-cryptography.ts'

/** What is derived from a secret, by the number that stands for it. */
const purposes = { advert: 1, tunnelId: 2, preSharedKey: 3 } as const
const lengths = { advert: 64, tunnelId: 16, preSharedKey: 32 } as const

export type HybridPurpose = keyof typeof purposes

/**
 * Derive what the hybrid transport needs from the secret of a code or link.
 *
 *     advert         64   AES-256 key 32 | HMAC key 32        salt: none, or the client's nonce for a link
 *     tunnelId       16                                       salt: none
 *     preSharedKey   32                                       salt: the advert, opened
 *
 * @see https://fidoalliance.org/specs/fido-v2.3-ps-20260226/fido-client-to-authenticator-protocol-v2.3-ps-20260226.html#hybrid-key-derivation
 */
export function derive(
  cryptography: Pick<HybridCryptography, 'hmacSha256'>,
  purpose: HybridPurpose,
  { secret, salt = new Uint8Array() }: { readonly secret: Uint8Array; readonly salt?: Uint8Array },
): Promise<Uint8Array> {
  const info = Uint8Array.of(purposes[purpose], 0, 0, 0)
  return hkdf(cryptography, { input: secret, salt, info, length: lengths[purpose] })
}

/** What HKDF is given. */
export interface HkdfInput {
  readonly input: Uint8Array
  readonly salt: Uint8Array
  readonly info: Uint8Array
  /** Bytes wanted. */
  readonly length: number
}

/** HKDF with SHA-256 (RFC 5869), from HMAC alone: WebCrypto's own takes no empty input everywhere. */
export async function hkdf(
  cryptography: Pick<HybridCryptography, 'hmacSha256'>,
  { input, salt, info, length }: HkdfInput,
): Promise<Uint8Array> {
  const key = await cryptography.hmacSha256(salt.length === 0 ? new Uint8Array(32) : salt, input)
  const blocks: Uint8Array[] = []
  for (let done = 0; done < length; done += 32) {
    const last = blocks.at(-1) ?? new Uint8Array()
    blocks.push(await cryptography.hmacSha256(key, concatBytes(last, info, Uint8Array.of(blocks.length + 1))))
  }
  return concatBytes(...blocks).subarray(0, length)
}
