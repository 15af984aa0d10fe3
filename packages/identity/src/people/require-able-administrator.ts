import { canReach } from '@latchkey/policy'
import type { Deps } from '../deps.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import { findUsableMethods } from './find-usable-methods.ts'
import type { Person, PersonMethods } from './person.ts'

/** What somebody signs in with who may not sign in. */
export const noMethods: PersonMethods = { passkeys: 0, password: false, totp: false }

/**
 * Whoever can sign in now as a global administrator must not be the last who can. A pass does not count: it is gone soon;
 * neither does a passkey that the rules do not allow.
 *
 * @param after what the person will have to sign in with as one
 * @throws IdentityRefusal `last_administrator`
 */
export async function requireAbleAdministrator(
  tx: Pick<Shelves, 'people' | 'roles' | 'tenants' | 'credentials' | 'rules' | 'groups'>,
  deps: Pick<Deps, 'stores'>,
  person: Person,
  after: PersonMethods,
): Promise<void> {
  const { tenantId, userId, enabled } = person
  const holders = await tx.roles.listHolders(tenantId, 'globalAdministrator')
  if (!enabled || !holders.includes(userId)) return
  const { leastStrength } = (await getTenant(tx, tenantId)).settings
  const before = await findUsableMethods(tx, deps, person)
  if (!canReach(before, leastStrength) || canReach(after, leastStrength)) return

  for (const holder of holders.filter((each) => each !== userId)) {
    const other = await tx.people.find(tenantId, holder)
    if (other?.enabled !== true) continue
    if (canReach(await findUsableMethods(tx, deps, other), leastStrength)) return
  }
  throw new IdentityRefusal('last_administrator')
}
