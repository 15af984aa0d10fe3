import type { AffectedPerson } from '@latchkey/policy'
import type { NamedAffected } from '../refusal.ts'
import type { Shelves } from '../stores.ts'

/** Say who the people are whom a change affects, by user name. Whoever is gone meanwhile is left out. */
export async function namePeople(
  tx: Pick<Shelves, 'people'>,
  tenantId: string,
  affected: readonly AffectedPerson[],
): Promise<readonly NamedAffected[]> {
  const found = new Map(affected.map((each) => [each.userId, each]))
  const people = await tx.people.listByIds(tenantId, [...found.keys()])
  return people.flatMap(({ userId, userName, displayName }) => {
    const person = found.get(userId)
    return person === undefined ? [] : [{ ...person, userName, displayName }]
  })
}
