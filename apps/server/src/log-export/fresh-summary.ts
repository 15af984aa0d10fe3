import { setTimeout as sleep } from 'node:timers/promises'
import { type HomeSummary, keepHome } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'

/** From then on a summary is counted again when somebody looks. */
const freshMilliseconds = 60_000

/** How long whoever looks waits for it: a small organisation is counted by then, a large one shows the last count. */
const patienceMilliseconds = 800

/** Counts that are under way: who looks meanwhile waits for the same one. */
const counting = new WeakMap<ServerDeps['stores'], Map<string, Promise<HomeSummary>>>()

/**
 * Find what was counted of a tenant, and have it counted again if that was a while ago: by a thread, with a connection of
 * its own, and kept for the next who looks. A job does the same every hour, so there is a figure for each day.
 */
export async function freshSummary(deps: ServerDeps, tenantId: string): Promise<HomeSummary> {
  const kept = await deps.stores.home.findSummary(tenantId)
  if (kept !== undefined && Math.abs(deps.now().getTime() - kept.at.getTime()) < freshMilliseconds)
    return kept
  const count = countAgain(deps, tenantId)
  if (kept === undefined) return await count
  return (
    (await Promise.race([count.catch(() => kept), sleep(patienceMilliseconds, kept, { ref: false })])) ?? kept
  )
}

/** Count a tenant and keep it, once at a time. */
export function countAgain(deps: ServerDeps, tenantId: string): Promise<HomeSummary> {
  const ofStores = counting.get(deps.stores) ?? new Map<string, Promise<HomeSummary>>()
  counting.set(deps.stores, ofStores)
  const known = ofStores.get(tenantId)
  if (known !== undefined) return known
  const count = countAndKeep(deps, tenantId).finally(() => ofStores.delete(tenantId))
  ofStores.set(tenantId, count)
  return count
}

async function countAndKeep(deps: ServerDeps, tenantId: string): Promise<HomeSummary> {
  const counted = await deps.logs.countHome(tenantId)
  await keepHome(deps.stores, tenantId, counted)
  return counted.summary
}
