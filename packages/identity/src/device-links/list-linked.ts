import type { KnownDevice } from '../devices/registered-device-store.ts'
import type { Shelves } from '../stores.ts'
import type { DeviceLink } from './device-link-store.ts'
import { isReachable, type MadeOn } from './is-reachable.ts'

/**
 * List the devices that a browser can ask: those at the far end of a guarded link whose near end is switched on.
 *
 * @param links as they would be, too: without one that is about to go
 * @param devices of the same person; without one that is about to go
 */
export function listLinked(
  links: readonly DeviceLink[],
  devices: readonly KnownDevice[],
): ReadonlySet<string> {
  const on = new Set(devices.filter(({ entry }) => entry.enabled).map(({ deviceId }) => deviceId))
  return new Set(
    links
      .filter(({ state, clientDeviceId }) => state === 'guarded' && on.has(clientDeviceId))
      .flatMap(({ authenticatorDeviceId }) => authenticatorDeviceId ?? []),
  )
}

/** What would be left of passkeys if browsers could ask these devices and no others. */
export function keepReachable<P extends { readonly device?: MadeOn & { readonly deviceId: string } }>(
  passkeys: readonly P[],
  linked: ReadonlySet<string>,
): readonly P[] {
  return passkeys.filter(
    ({ device }) =>
      device === undefined || isReachable({ device: { ...device, linked: linked.has(device.deviceId) } }),
  )
}

/** Read which of a person's devices a browser can ask. */
export async function readLinked(
  tx: Pick<Shelves, 'deviceLinks' | 'registeredDevices'>,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
  without?: { readonly deviceId: string },
): Promise<ReadonlySet<string>> {
  const links = await tx.deviceLinks.listOfPerson(tenantId, userId)
  const devices = await tx.registeredDevices.listOfPerson(tenantId, userId)
  return listLinked(
    links,
    devices.filter(({ deviceId }) => deviceId !== without?.deviceId),
  )
}
