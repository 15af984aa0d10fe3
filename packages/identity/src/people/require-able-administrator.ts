import { canReach } from '@latchkey/policy'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { Person, PersonMethods } from './person.ts'

/** What somebody signs in with who may not sign in. */
export const noMethods: PersonMethods = { passkeys: 0, password: false, totp: false }

/**
 * Whoever can sign in now as a global administrator must not be the last who can. A pass does not count: it is gone soon.
 *
 * @param after what the person will have to sign in with as one
 * @throws IdentityRefusal `last_administrator`
 */
export async function requireAbleAdministrator(
  tx: Pick<Shelves, 'people' | 'roles' | 'tenants'>,
  { tenantId, userId, enabled }: Person,
  after: PersonMethods,
): Promise<void> {
  const holders = await tx.roles.listHolders(tenantId, 'globalAdministrator')
  if (!enabled || !holders.includes(userId)) return
  const { leastStrength } = (await getTenant(tx, tenantId)).settings
  const before = await tx.people.findMethods(tenantId, userId)
  if (!canReach(before, leastStrength) || canReach(after, leastStrength)) return

  for (const holder of holders.filter((each) => each !== userId)) {
    const other = await tx.people.find(tenantId, holder)
    if (other?.enabled !== true) continue
    if (canReach(await tx.people.findMethods(tenantId, holder), leastStrength)) return
  }
  throw new IdentityRefusal('last_administrator')
}
