/** Attestation statements as maps, with members that differ. Only tests import this. */
import type { CborValue } from '@latchkey/encoding'

/** Members of a statement; `undefined` leaves one out. */
export type Members = Readonly<Record<string, CborValue | undefined>>

export function toStatement(members: Members): Map<string, CborValue> {
  const map = new Map<string, CborValue>()
  for (const [name, value] of Object.entries(members)) if (value !== undefined) map.set(name, value)
  return map
}
