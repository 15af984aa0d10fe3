import { hash } from 'node:crypto'
import type { HeldByPerson } from '@latchkey/identity'

/**
 * Name all that a person has, as far as it decides whether they make it: SHA-256, base64url, of JSON. The group they are
 * to be moved into is left out, or the move itself would make it another name.
 */
export function factsOf({ groupIds, ...held }: HeldByPerson, groupId: string): string {
  const groups = groupIds.filter((id) => id !== groupId).toSorted()
  return hash('sha256', JSON.stringify([held, groups]), 'base64url')
}
