import type { Kept, KeptClientLink } from '@latchkey/keeper'
import type { Ceremony } from '../messages.ts'

/**
 * Find the devices that may be called for a sign-in: those of accounts of this page, where no passkey of this browser
 * would do.
 */
export function findLinks(kept: Kept, { asked, origin }: Ceremony): readonly KeptClientLink[] {
  if (asked.kind !== 'get') return []
  const { rpId = new URL(origin).hostname, allowCredentials = [] } = asked.options
  const hasOwn = kept.credentials.some(
    (credential) =>
      credential.rpId === rpId &&
      (allowCredentials.length === 0 || allowCredentials.some(({ id }) => id === credential.id)),
  )
  if (hasOwn) return []
  const accounts = kept.accounts.filter(
    ({ account }) => account.rpId === rpId && account.origins.includes(origin),
  )
  return (kept.clientLinks ?? []).filter((link) =>
    accounts.some(
      ({ serverUrl, account }) =>
        link.serverUrl === serverUrl && link.tenantId === account.tenantId && link.userId === account.userId,
    ),
  )
}
