import type { Deps } from '../deps.ts'
import type { Shelves } from '../stores.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** An address that was written down later than this ago may be a thief's: whoever is warned needs time to say so. */
const restMilliseconds = 72 * 60 * 60 * 1000

/**
 * Find an address of the person that a pass may be mailed to: the other one, if its mailbox is not behind this very
 * sign-in, and it was not written down in the last three days. The organisation's own domains always are behind it, with
 * all that is below them.
 */
export async function findSafeAddress(
  tx: Pick<Shelves, 'recoveryContacts' | 'tenants' | 'audit'>,
  { now }: Pick<Deps, 'now'>,
  { tenantId, settings }: Tenant,
  userId: string,
): Promise<string | undefined> {
  const { otherMail } = (await tx.recoveryContacts.find(tenantId, userId)) ?? {}
  if (otherMail === undefined) return undefined
  const changes = await tx.audit.list(tenantId, {
    limit: 100,
    targetId: userId,
    activity: 'person_changed',
    from: new Date(now().getTime() - restMilliseconds),
  })
  if (changes.some(({ detail }) => `${detail['changed']}`.split(' ').includes('otherMail'))) return undefined
  const domain = otherMail.slice(otherMail.lastIndexOf('@') + 1).toLowerCase()
  const guarded = [
    ...(await tx.tenants.listDomains(tenantId)),
    ...settings.passRequests.guardedMailDomains.map((each) => each.toLowerCase()),
  ]
  return guarded.some((each) => domain === each || domain.endsWith(`.${each}`)) ? undefined : otherMail
}
