import { isUuid, type Tenant } from '@latchkey/identity'
import { toPublicCode } from '../http/public-code.ts'
import type { RecentProblems } from '../http/recent-problems.ts'
import type { ServerDeps } from '../server-deps.ts'

/** Without a word on whose it is, the logs of so many organisations are looked through. */
const mostTenants = 20

/** One reference may stand for several records, of which some went well. */
const mostRecords = 10

/**
 * Find what a reference was about: the code that its answer carried, as this node remembers it or the log of sign-ins
 * has it. Never more than the code, and never one that tells who exists.
 */
export async function findCodeOf(
  { stores }: Pick<ServerDeps, 'stores'>,
  recent: RecentProblems,
  { correlationId, tenant }: { readonly correlationId: string; readonly tenant: Tenant | undefined },
): Promise<string | undefined> {
  if (!isUuid(correlationId)) return undefined
  const answered = recent.find(correlationId)
  if (answered !== undefined) return answered
  const tenants = tenant === undefined ? (await stores.tenants.list()).slice(0, mostTenants) : [tenant]
  for (const { tenantId } of tenants) {
    const records = await stores.signIns.list(tenantId, { limit: mostRecords, correlationId })
    const refused = records.find(({ code }) => code !== '')
    if (refused !== undefined) return toPublicCode(refused.code)
  }
  return undefined
}
