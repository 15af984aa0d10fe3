/**
 * Apps that show pages in a window of their own, by what they add to the name of the browser. Passkeys are not to be had
 * in most of these windows, and nobody can see where the password goes.
 */
const apps: readonly (readonly [RegExp, string])[] = [
  [/\bInstagram\b/, 'Instagram'],
  [/\b(FBAN|FBAV|FB_IAB)\b/, 'Facebook'],
  [/\bLinkedInApp\b/, 'LinkedIn'],
  [/\bMicroMessenger\//, 'WeChat'],
  [/\bLine\//, 'LINE'],
  [/\b(musical_ly|BytedanceWebview|TikTok)\b/, 'TikTok'],
  [/\bTeamsMobile|\bTeams\//, 'Microsoft Teams'],
  [/\bOutlook(Mobile|-iOS|-Android)\b/, 'Outlook'],
  [/\bSlack(_|\/|\b)/, 'Slack'],
  [/\bTwitter( for|\/)/, 'X'],
  [/\bSnapchat\b/, 'Snapchat'],
  [/\bPinterest\b/, 'Pinterest'],
  [/\bGSA\//, 'Google'],
]

/** A window inside another app, and whose it is, if that is known. */
export interface InAppBrowser {
  readonly app?: string
}

/** Read whether a page is shown inside another app. @returns `undefined` in a browser, as far as anybody can tell */
export function readInAppBrowser(userAgent: string): InAppBrowser | undefined {
  if (!/\b(Android|iPhone|iPad|iPod)\b/.test(userAgent)) return undefined
  const app = apps.find(([pattern]) => pattern.test(userAgent))?.[1]
  if (app !== undefined) return { app }
  const android = /\bAndroid\b/.test(userAgent)
  // Android marks its own windows; on iOS they are what does not call itself Safari.
  const inside = android
    ? /;\s*wv\)/.test(userAgent)
    : /AppleWebKit\//.test(userAgent) && !/\bSafari\//.test(userAgent)
  return inside ? {} : undefined
}
