import { remindOfBreakGlass } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'

/** How long the right to look lasts. */
const leaseMilliseconds = 10 * 60_000

/**
 * Remind administrators of accounts for emergencies that nobody has tried for a quarter. One node does it.
 *
 * @returns how many accounts were reminded of; `undefined` if another node is at it
 */
export async function watchBreakGlass(deps: ServerDeps, holder: string): Promise<number | undefined> {
  const { stores } = deps
  const now = deps.now()
  const until = new Date(now.getTime() + leaseMilliseconds)
  if (!(await stores.leases.take('break glass', holder, now, until))) return undefined
  try {
    let reminded = 0
    for (const { tenantId } of await stores.tenants.list()) {
      const kept = await stores.lockOut.listBreakGlass(tenantId)
      if (kept.length > 0) reminded += await remindOfBreakGlass(deps, tenantId)
    }
    return reminded
  } finally {
    await stores.leases.remove('break glass', holder)
  }
}
