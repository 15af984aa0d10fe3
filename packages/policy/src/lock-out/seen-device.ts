import type { AccessPolicy } from '../conditional-access/access-policy.ts'
import { type DeviceFacts, toDeviceValues } from '../conditional-access/device-facts.ts'
import { isAboutDevice } from '../conditional-access/match-policy.ts'
import { type Bits, toBits } from './bits.ts'

/** A device, as the policies whose filters leave it to them. */
export interface SeenDevice {
  /** Absent: nothing is known of it. */
  readonly device?: DeviceFacts
  readonly policies: Bits
  /** Two devices with the same key are the same to these rules. */
  readonly key: string
}

/** What policies see of a device. */
export function seeDevice(policies: readonly AccessPolicy[], device: DeviceFacts | undefined): SeenDevice {
  const values = toDeviceValues(device ?? {})
  const about = toBits(policies, (policy) => isAboutDevice(policy, values))
  // What controls look at, beside the filters.
  const key = `${about.join()},${device?.isCompliant ?? ''},${device?.trustType ?? ''}`
  return { ...(device !== undefined && { device }), policies: about, key }
}
