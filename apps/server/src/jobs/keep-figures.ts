import { countAgain } from '../log-export/fresh-summary.ts'
import type { ServerDeps } from '../server-deps.ts'

/** How long the right to count lasts. */
const leaseMilliseconds = 30 * 60_000

/**
 * Count what the first page of the admin centre shows, for every organisation: so that it is there at once, and each day
 * has its figures although nobody looked. One node does it, in a thread.
 *
 * @returns how many organisations were counted; `undefined` if another node is at it
 */
export async function keepFigures(deps: ServerDeps, holder: string): Promise<number | undefined> {
  const { stores } = deps
  const now = deps.now()
  const until = new Date(now.getTime() + leaseMilliseconds)
  if (!(await stores.leases.take('figures', holder, now, until))) return undefined
  try {
    const tenants = await stores.tenants.list()
    for (const { tenantId } of tenants) await countAgain(deps, tenantId)
    return tenants.length
  } finally {
    await stores.leases.remove('figures', holder)
  }
}
