import { toHex } from '@latchkey/encoding'
import type { Deps } from '../deps.ts'

/**
 * Make an id: a UUIDv7, so that ids made later sort later.
 *
 *     milliseconds 48 bits | version 7 | random 12 bits | variant 2 | random 62 bits
 *
 * @see https://www.rfc-editor.org/rfc/rfc9562#section-5.7
 */
export function newId(deps: Pick<Deps, 'now' | 'random'>): string {
  const bytes = new Uint8Array(16)
  bytes.set(deps.random(10), 6)
  new DataView(bytes.buffer).setBigUint64(0, (BigInt(deps.now().getTime()) << 16n) | versionAndRandom(bytes))
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return toUuid(bytes)
}

function versionAndRandom(bytes: Uint8Array): bigint {
  return BigInt(0x7000 | (((bytes[6] ?? 0) & 0x0f) << 8) | (bytes[7] ?? 0))
}

/** Write 16 bytes as a UUID. */
export function toUuid(bytes: Uint8Array): string {
  const hex = toHex(bytes)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
