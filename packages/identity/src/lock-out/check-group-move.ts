import type { Deps } from '../deps.ts'
import { getSnapshot } from '../rules/get-rules.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { GroupMove } from './lock-out-ask.ts'
import { type LockOutTerms, requireNobodyShutOut } from './require-nobody-shut-out.ts'

/**
 * Nobody is shut out by being put into a group, or by being taken out. Only those who move are looked at, and only if a
 * rule names the group.
 *
 * @throws IdentityRefusal `would_block_users`, `last_administrator`
 */
export async function checkGroupMove(
  tx: Shelves,
  deps: Pick<Deps, 'stores' | 'now' | 'lockOut'>,
  tenantId: string,
  move: GroupMove,
  terms: LockOutTerms,
): Promise<void> {
  const tenant = await getTenant(tx, tenantId)
  const { documents } = await getSnapshot(tx, deps, tenant)
  if (!JSON.stringify(documents).toLowerCase().includes(move.groupId.toLowerCase())) return
  const ask = { tenantId, settings: tenant.settings, before: documents, after: documents, move }
  await requireNobodyShutOut(tx, deps, ask, terms)
}
