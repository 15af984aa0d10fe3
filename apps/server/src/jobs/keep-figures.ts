import { countAgain } from '../log-export/fresh-summary.ts'
import type { ServerDeps } from '../server-deps.ts'

/** How old a count becomes before it is made again, unless somebody looks. */
const hourMilliseconds = 60 * 60_000

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
    let counted = 0
    for (const { tenantId } of await stores.tenants.list()) {
      const kept = await stores.home.findSummary(tenantId)
      if (kept !== undefined && Math.abs(now.getTime() - kept.at.getTime()) < hourMilliseconds) continue
      await countAgain(deps, tenantId)
      counted++
    }
    return counted
  } finally {
    await stores.leases.remove('figures', holder)
  }
}
