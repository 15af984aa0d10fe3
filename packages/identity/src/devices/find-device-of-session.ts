import type { DeviceFacts } from '@latchkey/policy'
import type { Session } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'
import type { Device } from './device-store.ts'

/**
 * Find what is known of the device that a session proved to be on: by a passkey whose key lives in that very browser, and
 * by nothing that a browser says. Read afresh: what device management says binds at the next request.
 *
 * @returns `undefined` if nothing was proven, or the device is switched off or gone
 */
export async function findDeviceOfSession(
  { registeredDevices }: Pick<Shelves, 'registeredDevices'>,
  { tenantId, userId, origin, proofs }: Session,
): Promise<DeviceFacts | undefined> {
  const deviceId =
    origin === 'browser' ? proofs.findLast(({ passkey }) => passkey?.deviceId)?.passkey?.deviceId : undefined
  if (deviceId === undefined) return undefined
  const device = await registeredDevices.find(tenantId, deviceId)
  return device?.userId === userId && device.entry.enabled ? toDeviceFacts(device.entry) : undefined
}

/** What of a device's entry in the directory rules look at. */
export type DeviceEntry = Pick<
  Device,
  'deviceId' | 'displayName' | 'operatingSystem' | 'operatingSystemVersion' | 'isCompliant'
>

/** A registered device as rules see it. Without a word of whoever manages devices it is not compliant. */
export function toDeviceFacts(entry: DeviceEntry): DeviceFacts {
  return {
    deviceId: entry.deviceId,
    displayName: entry.displayName,
    isCompliant: entry.isCompliant === true,
    operatingSystem: entry.operatingSystem,
    operatingSystemVersion: entry.operatingSystemVersion,
    // Graph's words for a device that is registered and not joined.
    trustType: 'Workplace',
    profileType: 'RegisteredDevice',
  }
}
