import type { Attribution } from '../attribution.ts'
import type { Shelves } from '../stores.ts'

/** What a mail says of who did it, if it was somebody. */
export async function byAdministrator(
  tx: Pick<Shelves, 'people'>,
  { tenantId, actor }: Attribution & { readonly tenantId: string },
): Promise<{ readonly by?: string }> {
  const administrator = actor.userId === undefined ? undefined : await tx.people.find(tenantId, actor.userId)
  return administrator === undefined ? {} : { by: administrator.displayName }
}
