import type { Deps } from '../deps.ts'
import type { RulesProposal } from '../rules/change-rules.ts'
import type { Shelves } from '../stores.ts'
import type { Rehearsal } from './rehearsal.ts'
import { requireNobodyShutOut } from './require-nobody-shut-out.ts'

/**
 * Check a change of rules: what `changeRules` does unless it is told otherwise.
 *
 * @throws IdentityRefusal `would_block_users`, `last_administrator`
 */
export async function checkLockOut(
  tx: Shelves,
  deps: Pick<Deps, 'now' | 'lockOut'>,
  { tenant, before, after, acknowledge }: RulesProposal,
  rehearsal: Rehearsal,
): Promise<void> {
  const ask = {
    tenantId: tenant.tenantId,
    settings: tenant.settings,
    before: before.documents,
    after: after.documents,
  }
  await requireNobodyShutOut(tx, deps, ask, {
    rehearsal,
    ...(acknowledge !== undefined && { acknowledge }),
  })
}
