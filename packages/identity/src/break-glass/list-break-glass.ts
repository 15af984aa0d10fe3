import type { Person } from '../people/person.ts'
import type { Shelves } from '../stores.ts'

/** An account that is kept for emergencies. */
export interface BreakGlassAccount {
  readonly person: Person
  readonly passkeys: number
  /** When one of its passkeys last opened it. */
  readonly lastUsedAt?: Date
}

/** List the accounts that an organisation keeps for emergencies. */
export async function listBreakGlass(
  tx: Pick<Shelves, 'lockOut' | 'people' | 'credentials'>,
  tenantId: string,
): Promise<readonly BreakGlassAccount[]> {
  const accounts: BreakGlassAccount[] = []
  for (const userId of await tx.lockOut.listBreakGlass(tenantId)) {
    const person = await tx.people.find(tenantId, userId)
    if (person === undefined) continue
    const passkeys = await tx.credentials.listOfPerson(tenantId, userId)
    const uses = passkeys.flatMap(({ lastUsedAt }) => lastUsedAt?.getTime() ?? [])
    accounts.push({
      person,
      passkeys: passkeys.length,
      ...(uses.length > 0 && { lastUsedAt: new Date(Math.max(...uses)) }),
    })
  }
  return accounts
}
