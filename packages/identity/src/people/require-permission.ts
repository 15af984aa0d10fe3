import type { Attribution } from '../attribution.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { type Act, mayAct } from './role-table.ts'

/**
 * Establish that whoever asks may do this, inside the unit that does it.
 *
 * The operator at the machine and the system itself may do everything, and so may an application: what it was permitted
 * is known where its token is read. A person needs a role that reaches whom it is about (`roleTable`).
 *
 * @param by `userId`: whom it is about; absent for what is about nobody in particular
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
  const oneself = actor.userId === userId
  if (oneself && mayAct([], act, { oneself, roles: [] })) return

  const person = await tx.people.find(tenantId, actor.userId)
  if (person?.enabled !== true) throw notPermitted(act)
  const held = await tx.roles.listOfPerson(tenantId, actor.userId)
  const target = userId === undefined ? undefined : { oneself, ...(await readTarget(tx, tenantId, userId)) }
  if (!mayAct(held, act, target)) throw notPermitted(act)
}

async function readTarget(tx: Pick<Shelves, 'roles' | 'people'>, tenantId: string, userId: string) {
  const roles = await tx.roles.listOfPerson(tenantId, userId)
  const person = await tx.people.find(tenantId, userId)
  return { roles, breakGlass: person?.breakGlass === true }
}

function notPermitted(act: Act): IdentityRefusal {
  return new IdentityRefusal('not_permitted', { detail: act })
}
