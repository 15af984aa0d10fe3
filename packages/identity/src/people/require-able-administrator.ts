import { compileRules, type Holdings, reachAdminCentre } from '@latchkey/policy'
import type { Deps } from '../deps.ts'
import { idFloor } from '../ids/new-id.ts'
import { readStandings } from '../lock-out/read-standings.ts'
import { withLeastStrength } from '../lock-out/with-least-strength.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getSnapshot } from '../rules/get-rules.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { Person } from './person.ts'

/** What somebody has left to sign in with. */
export type LeftHoldings = Partial<Pick<Holdings, 'passkeys' | 'password' | 'totp'>>

/** What somebody signs in with who may not sign in. */
export const noMethods: LeftHoldings = { passkeys: [], password: false, totp: false }

/** What is read to know who can administer. */
export type AbleShelves = Pick<Shelves, 'roles' | 'tenants' | 'rules' | 'lockOut' | 'apps'>

/**
 * Whoever can get into the admin centre now as a global administrator must not be the last who can, by the rules of this
 * moment. A pass does not count: it is gone soon; neither does a passkey that the rules do not allow. All of them are
 * read at once, however many they are.
 *
 * @param after what the person will have to sign in with as one; what is absent stays as it is
 * @throws IdentityRefusal `last_administrator`
 */
export async function requireAbleAdministrator(
  tx: AbleShelves,
  deps: Pick<Deps, 'stores' | 'now'>,
  { tenantId, userId, enabled }: Person,
  after: LeftHoldings,
): Promise<void> {
  const holders = await tx.roles.listHolders(tenantId, 'globalAdministrator')
  if (!enabled || !holders.includes(userId)) return
  const tenant = await getTenant(tx, tenantId)
  const { leastStrength, passwordMayAddFirstPasskey } = tenant.settings
  const { documents } = await getSnapshot(tx, deps, tenant)
  const rules = compileRules(withLeastStrength(documents, leastStrength, await tx.apps.list(tenantId)))
  const now = deps.now()
  const before = await readStandings(tx, {
    tenantId,
    userIds: holders,
    // Where they were does not matter: one place that is left is enough.
    visitsFrom: idFloor(now),
    placeOf: () => ({}),
    nativeApps: new Set(),
  })
  const left = before.map((each) =>
    each.person.userId === userId ? { ...each, holdings: { ...each.holdings, ...after } } : each,
  )
  const terms = { now, passwordMayAddFirstPasskey }
  if (!reachAdminCentre(rules, before, terms).has(userId)) return
  if (reachAdminCentre(rules, left, terms).size > 0) return
  throw new IdentityRefusal('last_administrator')
}
