import { setTimeout as sleep } from 'node:timers/promises'
import type { Stores } from '@latchkey/identity'

/** How long a database may take to say that it is there. */
const patienceMillis = 2_000

/** Ask the database something small. @returns whether it answered in time: what `/readyz` wants to know */
export async function databaseReady(stores: Pick<Stores, 'instance'>): Promise<boolean> {
  const answered = stores.instance.find('rp_id').then(
    () => true,
    () => false,
  )
  return Promise.race([answered, sleep(patienceMillis, false, { ref: false })])
}
