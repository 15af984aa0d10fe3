import { hostname } from 'node:os'
import type { DeviceNames } from '@latchkey/keeper'

/** The most letters of a name, as the server has it. */
const mostLetters = 60

/**
 * Describe this device: its name on the network, and which Linux it is.
 *
 * @param osRelease the text of `/etc/os-release`
 */
export function describeDevice(osRelease: string, name: string = hostname()): DeviceNames {
  const values = new Map(
    osRelease.split('\n').flatMap((line) => {
      const [, key, value] = /^([A-Z_]+)="?([^"]*)"?$/.exec(line) ?? []
      return key === undefined || value === undefined ? [] : [[key, value] as const]
    }),
  )
  const short = (text: string) => [...text].slice(0, mostLetters).join('')
  return {
    name: short(name || 'Linux'),
    operatingSystem: short(values.get('NAME') ?? 'Linux'),
    operatingSystemVersion: short(values.get('VERSION_ID') ?? ''),
  }
}
