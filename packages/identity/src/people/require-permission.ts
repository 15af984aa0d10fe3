import type { Attribution } from '../attribution.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import type { AdministratorRole } from './role-store.ts'

/** What administrators do. */
export type Act =
  | 'issue a pass'
  | 'remove a pass'
  | 'remove a method'
  | 'end sessions'
  | 'set a password'
  | 'switch a person on or off'
  | 'change people'
  | 'change groups'
  | 'change roles'
  | 'change apps'
  | 'change the organisation'
  | 'consent for everybody'

const all: readonly AdministratorRole[] = ['globalAdministrator', 'authenticationAdministrator', 'helpDesk']
const authentication: readonly AdministratorRole[] = ['globalAdministrator', 'authenticationAdministrator']
const global: readonly AdministratorRole[] = ['globalAdministrator']

/** Who may do what. */
export const rolesThatMay: Readonly<Record<Act, readonly AdministratorRole[]>> = {
  'issue a pass': all,
  'remove a pass': all,
  'end sessions': all,
  'remove a method': authentication,
  'set a password': authentication,
  'switch a person on or off': authentication,
  'change people': global,
  'change groups': global,
  'change roles': global,
  'change apps': global,
  'change the organisation': global,
  'consent for everybody': global,
}

/** What everybody may do to themselves: it takes power away from whoever else is signed in as them, and gives none. */
const mayDoToOneself: ReadonlySet<Act> = new Set(['end sessions', 'remove a pass'])

/**
 * Establish that whoever asks may do this, inside the unit that does it.
 *
 * The operator at the machine and the system itself may do everything. A person needs a role; and whoever is not a
 * global administrator changes nothing about those who administer, or they could sign in as them.
 *
 * @throws IdentityRefusal `not_permitted`
 */
export async function requirePermission(
  tx: Pick<Shelves, 'roles' | 'people'>,
  by: Attribution & { readonly tenantId: string; readonly userId?: string },
  act: Act,
): Promise<void> {
  const { actor, tenantId, userId } = by
  if (actor.kind !== 'person') return
  if (actor.userId === undefined) throw notPermitted(act)
  if (actor.userId === userId && mayDoToOneself.has(act)) return

  const person = await tx.people.find(tenantId, actor.userId)
  if (person?.enabled !== true) throw notPermitted(act)
  const held = await tx.roles.listOfPerson(tenantId, actor.userId)
  if (!held.some((role) => rolesThatMay[act].includes(role))) throw notPermitted(act)
  if (userId === undefined || held.includes('globalAdministrator')) return
  const targets = await tx.roles.listOfPerson(tenantId, userId)
  if (targets.length > 0) throw notPermitted(act)
}

function notPermitted(act: Act): IdentityRefusal {
  return new IdentityRefusal('not_permitted', { detail: act })
}
