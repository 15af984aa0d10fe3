import { administratorRoles } from '@latchkey/policy'
import type { Deps } from '../deps.ts'
import { getSnapshot } from '../rules/get-rules.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { Move } from './lock-out-ask.ts'
import { type LockOutTerms, requireNobodyShutOut } from './require-nobody-shut-out.ts'

/**
 * Nobody is shut out by being put into a group or given a role, or the other way round. Only those who move are looked
 * at, and only if a rule names the group or the role.
 *
 * @throws IdentityRefusal `would_block_users`, `last_administrator`
 */
export async function checkMove(
  tx: Shelves,
  deps: Pick<Deps, 'stores' | 'now' | 'lockOut'>,
  tenantId: string,
  move: Move,
  terms: LockOutTerms,
): Promise<void> {
  const tenant = await getTenant(tx, tenantId)
  const { documents } = await getSnapshot(tx, deps, tenant)
  const named = 'role' in move ? administratorRoles[move.role] : move.groupId
  if (!JSON.stringify(documents).toLowerCase().includes(named.toLowerCase())) return
  const ask = { tenantId, settings: tenant.settings, before: documents, after: documents, move }
  await requireNobodyShutOut(tx, deps, ask, terms)
}
