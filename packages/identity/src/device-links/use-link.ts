import type { Deps } from '../deps.ts'
import type { KnownDevice } from '../devices/registered-device-store.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'

/** How long after a device said that it signs something the sign-in may come. */
const useSeconds = 120

/**
 * Note what a device is about to sign over a link, in a request that it signed: so a sign-in knows by which way it came,
 * without the word of whoever asked. A device that is told `link_unknown` forgets the link and signs nothing: so it does
 * for a browser whose device was switched off.
 *
 * @throws IdentityRefusal `link_unknown`; `already_exists` for what was said before
 */
export async function announceLinkUse(
  deps: Deps,
  ask: { readonly device: KnownDevice; readonly linkId: string; readonly clientDataHash: Uint8Array },
): Promise<void> {
  const { device, linkId, clientDataHash } = ask
  const { tenantId, deviceId } = device
  await deps.stores.atomically(async (tx) => {
    const link = await tx.deviceLinks.find(tenantId, linkId)
    if (link?.state !== 'guarded' || link.authenticatorDeviceId !== deviceId) {
      throw new IdentityRefusal('link_unknown', { detail: linkId })
    }
    const client = await tx.registeredDevices.find(tenantId, link.clientDeviceId)
    if (client?.entry.enabled !== true) throw new IdentityRefusal('link_unknown', { detail: 'client' })
    const expiresAt = new Date(deps.now().getTime() + useSeconds * 1000)
    await tx.deviceLinks.insertUse({ tenantId, linkId, deviceId, clientDataHash, expiresAt })
  })
}

/**
 * Tell whether a signature came over a guarded link, as the device that made it said; and note that the link was used.
 *
 * @param clientDataHash SHA-256 of what the browser signed about
 */
export async function cameOverLink(
  tx: Pick<Shelves, 'deviceLinks'>,
  { now }: Pick<Deps, 'now'>,
  of: { readonly tenantId: string; readonly deviceId: string; readonly clientDataHash: Uint8Array },
): Promise<boolean> {
  const at = now()
  const linkId = await tx.deviceLinks.takeUse(of.tenantId, { ...of, at })
  if (linkId === undefined) return false
  await tx.deviceLinks.putUsed(of.tenantId, linkId, at)
  return true
}
