import { isAtLeast } from '@latchkey/policy'
import type { Deps } from '../deps.ts'
import { getSnapshot } from '../rules/get-rules.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { AppStrength } from './lock-out-ask.ts'
import { type LockOutTerms, requireNobodyShutOut } from './require-nobody-shut-out.ts'

/**
 * Nobody is shut out of an app by its wanting more than it did. Asked inside the unit that changes the app, before it is
 * kept; nothing is asked where it wants no more than before.
 *
 * @throws IdentityRefusal `would_block_users`, `last_administrator`
 */
export async function checkAppStrength(
  tx: Shelves,
  deps: Pick<Deps, 'stores' | 'now' | 'lockOut'>,
  change: { readonly tenantId: string; readonly before: AppStrength; readonly after: AppStrength },
  terms: LockOutTerms,
): Promise<void> {
  const { tenantId, before, after } = change
  if (isAtLeast(before.leastStrength ?? 'singleFactor', after.leastStrength ?? 'singleFactor')) return
  const tenant = await getTenant(tx, tenantId)
  const { documents } = await getSnapshot(tx, deps, tenant)
  const { clientId, displayName, leastStrength } = after
  const app = { clientId, displayName, ...(leastStrength !== undefined && { leastStrength }) }
  const ask = { tenantId, settings: tenant.settings, before: documents, after: documents, app }
  await requireNobodyShutOut(tx, deps, ask, terms)
}
