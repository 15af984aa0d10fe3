import { administratorRoles, type PersonFacts, type Rules } from '@latchkey/policy'
import type { Person } from '../people/person.ts'
import type { Shelves } from '../stores.ts'

/** What rules look at; all of a tenant's, or those of its methods policy alone. */
export type Asking = Pick<Rules, 'asksGroups'> & Partial<Pick<Rules, 'asksRoles'>>

/** Get what rules know of a person. Groups and roles are read only if the rules look at them. */
export async function getPersonFacts(
  tx: Pick<Shelves, 'groups' | 'roles'>,
  { tenantId, userId, breakGlass }: Pick<Person, 'tenantId' | 'userId' | 'breakGlass'>,
  { asksGroups, asksRoles = false }: Asking,
): Promise<PersonFacts> {
  const groups = asksGroups ? await tx.groups.listOfPerson(tenantId, userId) : []
  const roles = asksRoles ? await tx.roles.listOfPerson(tenantId, userId) : []
  return {
    userId,
    groupIds: new Set(groups.map(({ groupId }) => groupId)),
    roleIds: new Set(roles.map((role) => administratorRoles[role])),
    // Nobody is one yet: everybody belongs to the organisation.
    guest: false,
    breakGlass,
  }
}
