import type { Deps } from '../deps.ts'
import type { AdministratorRole } from '../people/role-store.ts'
import type { Shelves } from '../stores.ts'
import { type BreakGlassAccount, listBreakGlass } from './list-break-glass.ts'
import { provenForDays } from './remind-of-break-glass.ts'

/** An account for emergencies, and whether it is ready for one. */
export interface BreakGlassState extends BreakGlassAccount {
  readonly roles: readonly AdministratorRole[]
  readonly markedAt?: Date
  /** When somebody should have signed in with it, so that it is known to work. */
  readonly testDueAt: Date
  readonly isTestDue: boolean
}

/** Say of each account for emergencies whether it would help on the day it is needed. */
export async function describeBreakGlass(
  tx: Pick<Shelves, 'lockOut' | 'people' | 'credentials' | 'roles' | 'audit'>,
  { now }: Pick<Deps, 'now'>,
  tenantId: string,
): Promise<readonly BreakGlassState[]> {
  const accounts = await listBreakGlass(tx, tenantId)
  // There are two of them at most.
  return await Promise.all(
    accounts.map(async (account) => {
      const { userId, createdAt } = account.person
      const [marked] = await tx.audit.list(tenantId, {
        limit: 1,
        targetId: userId,
        activity: 'break_glass_marked',
      })
      const provenAt = account.lastUsedAt ?? marked?.at ?? createdAt
      const testDueAt = new Date(provenAt.getTime() + provenForDays * 86_400_000)
      return {
        ...account,
        roles: await tx.roles.listOfPerson(tenantId, userId),
        ...(marked !== undefined && { markedAt: marked.at }),
        testDueAt,
        isTestDue: testDueAt <= now(),
      }
    }),
  )
}
