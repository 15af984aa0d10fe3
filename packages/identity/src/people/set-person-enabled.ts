import type { PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { newSecret } from '../ids/secret.ts'
import { IdentityRefusal } from '../refusal.ts'
import { endAllInUnit } from '../sessions/end-session.ts'
import type { Shelves } from '../stores.ts'
import { getPerson } from './get-person.ts'
import type { Person } from './person.ts'
import { type AbleShelves, noMethods, requireAbleAdministrator } from './require-able-administrator.ts'
import { requirePermission } from './require-permission.ts'

/**
 * Switch a person on or off. Switching off ends their sessions and everything that hangs on them, and takes their
 * pass away; switching on again brings none of it back.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`; `last_administrator` if nobody would be left to administer
 */
export async function setPersonEnabled(
  deps: Deps,
  ask: PersonTarget & { readonly enabled: boolean },
): Promise<Person> {
  const securityStamp = newSecret(deps)
  return deps.stores.atomically(async (tx) => {
    const person = await getPerson(tx, ask.tenantId, ask.userId)
    return await switchInUnit(tx, deps, ask, { person, enabled: ask.enabled, securityStamp })
  })
}

/** The same, inside a unit of work. */
export async function switchInUnit(
  tx: Shelves,
  deps: Deps,
  by: PersonTarget,
  change: { readonly person: Person; readonly enabled: boolean; readonly securityStamp: string },
): Promise<Person> {
  const { tenantId, userId } = by
  const { person: before, enabled, securityStamp } = change
  await requirePermission(tx, by, 'switch a person on or off')
  if (before.enabled === enabled) return before

  if (!enabled) await requireAnotherAdministrator(tx, deps, before)
  const person = { ...before, enabled, securityStamp }
  await tx.people.put(person)
  if (!enabled) {
    await tx.passes.remove(tenantId, userId)
    await endAllInUnit(tx, deps, { tenantId, userId, because: 'person_disabled' })
  }
  await appendAudit(tx, deps, by, {
    activity: enabled ? 'person_enabled' : 'person_disabled',
    target: { kind: 'person', id: userId, name: person.userName },
  })
  return person
}

/** Nobody switches off or removes the last who administers. @throws IdentityRefusal `last_administrator` */
export async function requireAnotherAdministrator(
  tx: AbleShelves & Pick<Shelves, 'people'>,
  deps: Pick<Deps, 'stores' | 'now'>,
  person: Person,
): Promise<void> {
  await requireAbleAdministrator(tx, deps, person, noMethods)
  const { tenantId, userId } = person
  const holders = await tx.roles.listHolders(tenantId, 'globalAdministrator')
  if (!holders.includes(userId)) return
  const others = await tx.people.listByIds(
    tenantId,
    holders.filter((holder) => holder !== userId),
  )
  if (others.some(({ enabled }) => enabled)) return
  throw new IdentityRefusal('last_administrator')
}
