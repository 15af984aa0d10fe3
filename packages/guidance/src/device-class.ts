import type { Visitor } from './visitor.ts'

/** The devices that numbers and instructions tell apart. */
export const deviceClasses = [
  'iphone',
  'ipad',
  'samsung',
  'pixel',
  'android',
  'windows',
  'mac',
  'linux',
  'chromebook',
  'unknown',
] as const

/** One of them. */
export type DeviceClass = (typeof deviceClasses)[number]

/** Say which of the devices it is that somebody holds: `unknown` rather than a guess. */
export function toDeviceClass({ system, maker, form }: Visitor): DeviceClass {
  switch (system) {
    case 'iOS':
      return form === 'ipad' ? 'ipad' : 'iphone'
    case 'android':
      if (maker === undefined) return 'android'
      return maker === 'samsung' ? 'samsung' : 'pixel'
    case 'macOS':
      return 'mac'
    case 'linux':
      return form === 'chromebook' ? 'chromebook' : 'linux'
    case 'windows':
      return 'windows'
    default:
      return 'unknown'
  }
}
