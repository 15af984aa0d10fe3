import type { DeviceNames } from '@latchkey/keeper'

const systems: readonly (readonly [RegExp, system: string, name: string])[] = [
  [/iPhone OS ([\d_]+)/, 'iOS', 'iPhone'],
  [/iPad.*OS ([\d_]+)/, 'iPadOS', 'iPad'],
  [/Android ([\d.]+)/, 'Android', 'Android'],
  [/Windows NT ([\d.]+)/, 'Windows', 'Windows'],
  [/Mac OS X ([\d_.]+)/, 'macOS', 'Mac'],
  [/CrOS \S+ ([\d.]+)/, 'ChromeOS', 'Chromebook'],
  [/Linux/, 'Linux', 'Linux'],
]

/** What this phone says of itself, as far as its browser tells. Its owner may call it something else. */
export function describePhone({ userAgent }: Pick<Navigator, 'userAgent'>): DeviceNames {
  for (const [pattern, operatingSystem, name] of systems) {
    const found = pattern.exec(userAgent)
    if (found !== null) {
      const operatingSystemVersion = (found[1] ?? '').replaceAll('_', '.')
      return { name, operatingSystem, operatingSystemVersion }
    }
  }
  return { name: 'Browser', operatingSystem: '', operatingSystemVersion: '' }
}
