import type { AuditStore, SignInLogStore } from '@latchkey/identity'
import { openForReading } from './open-for-reading.ts'
import { auditStore } from './stores/audit-store.ts'
import { signInLogStore } from './stores/sign-in-log-store.ts'

/** The logs, to be read beside the process that writes them. */
export interface Logs {
  readonly signIns: Pick<SignInLogStore, 'list'>
  readonly audit: Pick<AuditStore, 'list'>
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
  const { list: signIns } = signInLogStore(open.database)
  const { list: audit } = auditStore(open.database)
  return { signIns: { list: signIns }, audit: { list: audit }, close: open.close }
}
