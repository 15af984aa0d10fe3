import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'

/** How often something that lost against others is tried. */
const attempts = 20
/** Who lost so often waits for the others who did, so that one of them always gets on. */
export const attemptsBeforeQueueing = 3

/** Lost against another transaction: the same again may succeed. */
export const lost = new Set(['40001', '40P01'])
/** In a unit also a duplicate: the stores ask before they insert, so somebody else was between the two. */
export const lostInUnit = new Set([...lost, '23505'])
/** The server went away. A read may be asked again of the next connection; of a write nobody knows whether it was kept. */
export const lostInRead = new Set([...lost, '57P01', '57P02', '08003', '08006', 'ECONNRESET', 'EPIPE'])

/**
 * Wait for the others who lost. A lock is no query: the transaction looks at the database only after it has got it.
 * The table is the migrator's own, which nobody needs once it has started.
 */
export const queueUp = sql`lock table kysely_migration_lock in exclusive mode`

/** Do it, and do it again as long as it fails with one of these codes and there is hope. */
export async function retrying<T>(
  codes: ReadonlySet<string>,
  attempt: (tried: number) => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt(tried)
    } catch (reason) {
      if (tried === attempts || !codes.has(codeOf(reason))) throw reason
      // At random, so that those who met do not meet again.
      await sleep(Math.random() * Math.min(2 ** tried, 100))
    }
  }
}

function codeOf(reason: unknown): string {
  if (!(reason instanceof Error)) return ''
  if ('code' in reason && typeof reason.code === 'string') return reason.code
  // `pg` gives no code to a connection that ended between two questions.
  return /^Connection terminated|not queryable/.test(reason.message) ? 'ECONNRESET' : ''
}
