/** Releases of Windows whose dialogs for passkeys differ. */
export type WindowsRelease = '10' | '11' | '11-22H2' | '11-24H2'

/**
 * Read which Windows it is from the hint of a browser: it counts the programming interfaces, not the releases. 22H2 and
 * 23H2 share a number.
 *
 * @param platformVersion as hinted: `15.0.0`
 * @returns `undefined` for what is older than Windows 10, or no number
 * @see https://learn.microsoft.com/en-us/microsoft-edge/web-platform/how-to-detect-win11
 */
export function readWindowsRelease(platformVersion: string): WindowsRelease | undefined {
  const major = Number.parseInt(platformVersion, 10)
  if (!(major >= 1)) return undefined
  if (major < 13) return '10'
  if (major < 15) return '11'
  return major < 19 ? '11-22H2' : '11-24H2'
}
