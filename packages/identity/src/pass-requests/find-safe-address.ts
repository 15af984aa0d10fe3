import type { Shelves } from '../stores.ts'
import type { Tenant } from '../tenants/tenant.ts'

/**
 * Find an address of the person that a pass may be mailed to: the other one, if its mailbox is not behind this very
 * sign-in. The organisation's own domains always are, with all that is below them.
 */
export async function findSafeAddress(
  tx: Pick<Shelves, 'recoveryContacts' | 'tenants'>,
  { tenantId, settings }: Tenant,
  userId: string,
): Promise<string | undefined> {
  const { otherMail } = (await tx.recoveryContacts.find(tenantId, userId)) ?? {}
  if (otherMail === undefined) return undefined
  const domain = otherMail.slice(otherMail.lastIndexOf('@') + 1).toLowerCase()
  const guarded = [
    ...(await tx.tenants.listDomains(tenantId)),
    ...settings.passRequests.guardedMailDomains.map((each) => each.toLowerCase()),
  ]
  return guarded.some((each) => domain === each || domain.endsWith(`.${each}`)) ? undefined : otherMail
}
