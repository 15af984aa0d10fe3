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
  const view = new DataView(bytes.buffer)
  const milliseconds = deps.now().getTime()
  view.setUint32(0, Math.floor(milliseconds / 0x10000))
  view.setUint16(4, milliseconds % 0x10000)
  view.setUint16(6, 0x7000 | (view.getUint16(6) & 0x0fff))
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f))
  return toUuid(bytes)
}

/** Write 16 bytes as a UUID. */
export function toUuid(bytes: Uint8Array): string {
  const hex = toHex(bytes)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The least id that could be made at an instant: whatever was made since is greater. */
export function idFloor(at: Date): string {
  const bytes = new Uint8Array(16)
  const view = new DataView(bytes.buffer)
  const milliseconds = Math.max(0, at.getTime())
  view.setUint32(0, Math.floor(milliseconds / 0x10000))
  view.setUint16(4, milliseconds % 0x10000)
  return toUuid(bytes)
}
