import { hash, timingSafeEqual } from 'node:crypto'
import { toBase64url } from '@latchkey/encoding'
import type { Deps } from '../deps.ts'

/** Make a secret: 32 random bytes as base64url. */
export function newSecret(deps: Pick<Deps, 'random'>): string {
  return toBase64url(deps.random(32))
}

/** SHA-256: how secrets of 256 random bits are kept. */
export function sha256(data: Uint8Array | string): Uint8Array {
  return hash('sha256', data, 'buffer')
}

/** Tell whether two byte strings are the same, in a time that depends on their length alone. */
export function equalSecrets(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
