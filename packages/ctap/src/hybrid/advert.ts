import { concatBytes } from '@latchkey/encoding'
import { equalSecrets } from '../pin/equal-secrets.ts'
import { derive } from './derive.ts'
import type { HybridCryptography } from './hybrid-cryptography.ts'
import { HybridRefusal } from './hybrid-refusal.ts'

/**
 * An advert as it was before it was encrypted: 16 bytes, the first of them zero. Whoever has it either made it or
 * was near enough to hear it, or holds the link it belongs to.
 */
export interface OpenAdvert {
  readonly plain: Uint8Array
}

/** What the advert for a code says: where the two meet. */
export interface Meeting {
  /** 10 bytes nobody can guess: what only those who are near get to know. */
  readonly nonce: Uint8Array
  /** 3 bytes by which the tunnel service finds its own node. */
  readonly routingId: Uint8Array
  /** The number of the tunnel service. */
  readonly tunnelDomain: number
}

/** Bytes that are sent over the air. */
export const advertLength = 20
/** The UUIDs, of 16 bits, under which adverts are sent; the second by older telephones. */
export const advertServices = { fido: 0xfff9, former: 0xfde2 } as const

const noIv = new Uint8Array(16)

/** Derive the key of the adverts for a code: `salt` is absent; for a link it is the client's nonce. */
export function deriveAdvertKey(
  cryptography: HybridCryptography,
  of: { readonly secret: Uint8Array; readonly salt?: Uint8Array },
): Promise<Uint8Array> {
  return derive(cryptography, 'advert', of)
}

/** Lay out the advert for a code: `00 | nonce 10 | routingId 3 | tunnelDomain 2, little-endian`. */
export function toAdvert({ nonce, routingId, tunnelDomain }: Meeting): OpenAdvert {
  if (nonce.length !== 10 || routingId.length !== 3) throw new RangeError('an advert has no room for this')
  const domain = Uint8Array.of(tunnelDomain & 0xff, tunnelDomain >> 8)
  return { plain: concatBytes(Uint8Array.of(0), nonce, routingId, domain) }
}

/** Lay out the advert for a link: `00 | 15 random bytes`. */
export function toLinkAdvert(random: Uint8Array): OpenAdvert {
  if (random.length !== 15) throw new RangeError('an advert for a link has 15 random bytes')
  return { plain: concatBytes(Uint8Array.of(0), random) }
}

/** Read where an advert for a code says that the two meet. */
export function readMeeting({ plain }: OpenAdvert): Meeting {
  const [low = 0, high = 0] = plain.subarray(14)
  return { nonce: plain.subarray(1, 11), routingId: plain.subarray(11, 14), tunnelDomain: low | (high << 8) }
}

/**
 * Seal an advert: AES-256 of its one block, then four bytes of HMAC over that. 20 bytes.
 *
 * @param key of `deriveAdvertKey`
 */
export async function sealAdvert(
  cryptography: HybridCryptography,
  key: Uint8Array,
  { plain }: OpenAdvert,
): Promise<Uint8Array<ArrayBuffer>> {
  // One block in CBC mode with an IV of zeros is what ECB would give, which WebCrypto does not have.
  const sealed = await cryptography.aesCbcEncrypt(key.subarray(0, 32), noIv, plain)
  const tag = await cryptography.hmacSha256(key.subarray(32), sealed)
  return concatBytes(sealed, tag.subarray(0, 4))
}

/**
 * Open an advert that was heard. The tag is compared in constant time. Bytes after the twentieth announce other
 * channels and are passed over.
 *
 * @throws HybridRefusal `foreign_advert`
 */
export async function openAdvert(
  cryptography: HybridCryptography,
  key: Uint8Array,
  heard: Uint8Array,
): Promise<OpenAdvert> {
  if (heard.length < advertLength) throw new HybridRefusal('foreign_advert')
  const sealed = heard.subarray(0, 16)
  const tag = await cryptography.hmacSha256(key.subarray(32), sealed)
  if (!equalSecrets(tag.subarray(0, 4), heard.subarray(16, advertLength)))
    throw new HybridRefusal('foreign_advert')
  const plain = await cryptography.aesCbcDecrypt(key.subarray(0, 32), noIv, sealed)
  if (plain[0] !== 0) throw new HybridRefusal('foreign_advert')
  return { plain }
}
