/** The systems that rules can speak of, in their words. */
export type System = 'android' | 'iOS' | 'windows' | 'macOS' | 'linux'

/** The order decides: Android says it is Linux too, and an iPhone that it is like a Mac. */
const systems: readonly (readonly [RegExp, System])[] = [
  [/\bAndroid\b/, 'android'],
  [/\b(iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bWindows\b/, 'windows'],
  [/\b(Macintosh|Mac OS X|macOS)\b/, 'macOS'],
  [/\b(Linux|X11|CrOS)\b/, 'linux'],
]

/**
 * Read which system a browser says it runs on.
 *
 * It is the browser's own word and anybody can change it: a rule for a system sorts honest people, it keeps nobody out.
 * What must hold against everybody is written for every system.
 *
 * @param userAgent the header `User-Agent`
 * @returns `undefined` for a system that rules do not know
 */
export function readSystem(userAgent: string): System | undefined {
  return systems.find(([pattern]) => pattern.test(userAgent))?.[1]
}

/** Read the system from what a browser hints. @returns `undefined` for one that rules do not know */
export function fromPlatform(platform: string | undefined): System | undefined {
  switch (platform) {
    case 'Android':
      return 'android'
    case 'iOS':
      return 'iOS'
    case 'Windows':
      return 'windows'
    case 'macOS':
      return 'macOS'
    case 'Linux':
    case 'Chrome OS':
    case 'Chromium OS':
      return 'linux'
    default:
      return undefined
  }
}
