import type { Words } from './words.ts'

/** The order decides: Edge and Opera call themselves Chrome too, and everybody calls themselves Safari. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/\bWindows NT\b/, 'Windows'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

/**
 * Say which browser on which system a `User-Agent` claims to be. A name for people, never a ground for a decision; what
 * the browser wrote itself is not repeated.
 */
export function describeBrowser(userAgent: string, { browser: said }: Pick<Words, 'browser'>): string {
  const browser = nameOf(browsers, userAgent)
  if (browser === undefined) return said.unknown
  return said.on({ browser, system: findSystemName(userAgent) ?? said.unknownSystem })
}

/** The browser a `User-Agent` claims to be, if it is one that people know by name. */
export function findBrowserName(userAgent: string): string | undefined {
  return nameOf(browsers, userAgent)
}

/** The system a `User-Agent` claims, if it is one that people know by name. */
export function findSystemName(userAgent: string): string | undefined {
  return nameOf(systems, userAgent)
}

function nameOf(list: readonly (readonly [RegExp, string])[], userAgent: string): string | undefined {
  return list.find(([pattern]) => pattern.test(userAgent))?.[1]
}
