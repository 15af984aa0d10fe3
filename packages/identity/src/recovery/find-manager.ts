import type { Person } from '../people/person.ts'
import type { Shelves } from '../stores.ts'

/** Find the person's manager: somebody else, who is there and switched on. */
export async function findManager(
  tx: Pick<Shelves, 'recoveryContacts' | 'people'>,
  { tenantId, userId }: Pick<Person, 'tenantId' | 'userId'>,
): Promise<Person | undefined> {
  const { managerId } = (await tx.recoveryContacts.find(tenantId, userId)) ?? {}
  if (managerId === undefined || managerId === userId) return undefined
  const manager = await tx.people.find(tenantId, managerId)
  return manager?.enabled === true ? manager : undefined
}
