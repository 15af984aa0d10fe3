import type { ImpactShelves, LockOutShelves } from '@latchkey/identity/administer'
import { openForReading } from './open-for-reading.ts'
import { shelvesOn } from './stores/shelves.ts'

/** What a lock-out analysis reads, beside the process that writes. */
export type OpenLockOutShelves = LockOutShelves & ImpactShelves & { close(): Promise<void> }

/**
 * Open what a lock-out analysis reads of a database that exists, by a connection of its own that can only read. For a
 * worker: ten thousand people take seconds, and a sign-in must not wait for them.
 *
 * @throws Error if the database cannot be opened
 */
export async function openLockOutShelves(ask: { readonly database: string }): Promise<OpenLockOutShelves> {
  const open = await openForReading(ask.database)
  const { lockOut, apps, groups, roles, acceptances } = shelvesOn(open.database)
  return { lockOut, apps, groups, roles, acceptances, close: open.close }
}
