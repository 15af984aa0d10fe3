import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import type { Person } from './person.ts'

/** Get somebody who must be there. @throws IdentityRefusal `not_found` */
export async function getPerson(
  tx: Pick<Shelves, 'people'>,
  tenantId: string,
  userId: string,
): Promise<Person> {
  const person = await tx.people.find(tenantId, userId)
  if (person === undefined) throw new IdentityRefusal('not_found', { detail: 'person' })
  return person
}
