import type { BuiltIn } from '../built-in.ts'
import type { Visitor } from '../visitor.ts'
import type { GuideColumn } from './guide-plan.ts'

/** The column a device belongs to. */
export function columnOf({ system }: Visitor): GuideColumn | undefined {
  if (system === undefined) return undefined
  return system === 'iOS' || system === 'android' ? system : 'desktop'
}

/** Who stands for a column where it is not the visitor's own. */
export const exampleVisitors: Readonly<Record<GuideColumn, readonly Visitor[]>> = {
  iOS: [{ system: 'iOS' }],
  android: [{ system: 'android' }, { system: 'android', maker: 'samsung' }],
  desktop: [
    { system: 'windows', browser: 'edge' },
    { system: 'macOS', browser: 'safari' },
    { system: 'windows', browser: 'chrome' },
  ],
}

/** What keeps passkeys on a device without anything being installed, the likely one first. */
export function builtInsOf({ system, maker, browser, form, withoutGoogle }: Visitor): readonly BuiltIn[] {
  // On computers it is Chrome that brings Google's, and no other browser.
  const isChrome = browser === 'chrome' && withoutGoogle !== true
  const google = isChrome || form === 'chromebook' ? (['googlePasswordManager'] as const) : []
  switch (system) {
    case 'iOS':
      return ['icloudKeychain']
    case 'macOS':
      return ['icloudKeychain', ...google]
    case 'android':
      return maker === 'samsung' ? ['samsungPass', 'googlePasswordManager'] : ['googlePasswordManager']
    case 'windows':
      return ['windowsHello', ...google]
    default:
      return google
  }
}
