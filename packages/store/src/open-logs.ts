import type { Shelves } from '@latchkey/identity'
import type { NumbersShelves } from '@latchkey/rollout'
import { openForReading } from './open-for-reading.ts'
import { everyShelfOn } from './stores/shelves.ts'

/** The logs, what they speak of, and what is counted from them; to be read beside the process that writes. */
export type Logs = Pick<Shelves, 'signIns' | 'audit' | 'people' | 'apps' | 'metadata' | 'home'> &
  NumbersShelves & { close(): Promise<void> }

/**
 * Open the logs of a database that exists, by a connection of their own that can only read. For searches, exports and
 * reports in a worker: `node:sqlite` is synchronous, and a sign-in must not wait for them.
 *
 * @throws Error if the database cannot be opened
 */
export async function openLogs({ database }: { readonly database: string }): Promise<Logs> {
  const open = await openForReading(database)
  const { signIns, audit, people, apps, metadata, home, lockOut, ...rollout } = everyShelfOn(open.database)
  const { funnel, waves, campaignMails, campaignMailTexts } = rollout
  const numbers = { lockOut, funnel, waves, campaignMails, campaignMailTexts }
  return { signIns, audit, people, apps, metadata, home, ...numbers, close: open.close }
}
