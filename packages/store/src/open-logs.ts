import type { Shelves } from '@latchkey/identity'
import { openForReading } from './open-for-reading.ts'
import { shelvesOn } from './stores/shelves.ts'

/** The logs, what they speak of, and what is counted from them; to be read beside the process that writes. */
export type Logs = Pick<Shelves, 'signIns' | 'audit' | 'people' | 'apps' | 'metadata' | 'home'> & {
  close(): Promise<void>
}

/**
 * Open the logs of a database that exists, by a connection of their own that can only read. For searches, exports and
 * reports in a worker: `node:sqlite` is synchronous, and a sign-in must not wait for them.
 *
 * @throws Error if the database cannot be opened
 */
export async function openLogs({ database }: { readonly database: string }): Promise<Logs> {
  const open = await openForReading(database)
  const { signIns, audit, people, apps, metadata, home } = shelvesOn(open.database)
  return { signIns, audit, people, apps, metadata, home, close: open.close }
}
