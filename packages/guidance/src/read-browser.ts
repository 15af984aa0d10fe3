/** Browsers whose ways with passkeys differ. */
export type Browser = 'edge' | 'samsungInternet' | 'firefox' | 'chrome' | 'safari'

/** The order decides: nearly everybody calls themselves Chrome, and everybody Safari. */
const browsers: readonly (readonly [RegExp, Browser])[] = [
  [/\bEdg(A|iOS)?\//, 'edge'],
  [/\bSamsungBrowser\//, 'samsungInternet'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'safari'],
]

/** Read which browser a `User-Agent` claims to be. @returns `undefined` for one whose ways are not known */
export function readBrowser(userAgent: string): Browser | undefined {
  return browsers.find(([pattern]) => pattern.test(userAgent))?.[1]
}
