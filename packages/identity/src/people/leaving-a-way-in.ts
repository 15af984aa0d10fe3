import { mayRemoveMethod } from '@latchkey/policy'
import { requireDecision } from '../credentials/require-decision.ts'
import type { Deps } from '../deps.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import { findUsableMethods } from './find-usable-methods.ts'
import type { Person } from './person.ts'
import { keepingAbleAdministrator } from './require-able-administrator.ts'

/**
 * Do something in a unit that undoes it if it takes somebody's last way in.
 *
 * @returns whether it took any way in: what was of no use before is not missed
 * @throws IdentityRefusal `last_method`; `last_administrator` if no administrator could sign in any more
 */
export async function leavingAWayIn(
  tx: Shelves,
  deps: Deps,
  person: Person,
  remove: () => Promise<void>,
): Promise<boolean> {
  const before = await findUsableMethods(tx, deps, person)
  const { settings } = await getTenant(tx, person.tenantId)
  await keepingAbleAdministrator(tx, deps, person, remove)
  const after = await findUsableMethods(tx, deps, person)
  const isLess = after.passkeys < before.passkeys || after.push !== before.push
  if (isLess) requireDecision(mayRemoveMethod(before, after, settings.leastStrength))
  return isLess
}
