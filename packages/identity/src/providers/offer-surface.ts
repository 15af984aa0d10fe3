import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import type { DeviceSurface } from '../devices/registered-device-store.ts'
import { requirePermission } from '../people/require-permission.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import { readProviderAddress } from './described-providers.ts'

/** Whether people are led to one of our own authenticators, and where it is to be had. */
export interface SurfaceOffer {
  readonly surface: DeviceSurface
  readonly offered: boolean
  /** An `https:` address; absent, the organisation installs it. The phone app is where this server is: it takes none. */
  readonly address?: string
}

/**
 * Lead people to one of our own authenticators when they add a passkey, or lead them there no more. What rules allow stays
 * as it is: this is a signpost. Passkeys that are there stay.
 *
 * @throws IdentityRefusal `not_permitted`; `invalid_input` for an address that is not `https:`
 */
export async function offerSurface(
  deps: Deps,
  by: Attribution & { readonly tenantId: string },
  { surface, offered, address }: SurfaceOffer,
): Promise<void> {
  const { tenantId } = by
  const at =
    address === undefined || surface === 'phoneApp'
      ? {}
      : { address: readProviderAddress(address, 'address') }
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, by, 'change the methods policy')
    const { settings, displayName } = await getTenant(tx, tenantId)
    const { [surface]: _, ...others } = settings.authenticator.offered
    const authenticator = {
      ...settings.authenticator,
      offered: offered ? { ...others, [surface]: at } : others,
    }
    await tx.tenants.putSettings(tenantId, { ...settings, authenticator })
    await appendAudit(tx, deps, by, {
      activity: 'settings_changed',
      target: { kind: 'organisation', id: tenantId, name: displayName },
      detail: { changed: 'authenticator.offered', surface, offered },
    })
  })
}
