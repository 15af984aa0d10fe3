/** A browser inside another app: passkeys do not work there, or work for that app only. */
export interface InAppBrowser {
  readonly system: 'ios' | 'android'
  /** Whose it is, if it says. */
  readonly app?: string
}

/** What in-app browsers call themselves, and whose they are. */
const apps: readonly (readonly [RegExp, string])[] = [
  [/\bFBA[NV]\b|\bFB_IAB\b/, 'Facebook'],
  [/\bInstagram\b/, 'Instagram'],
  [/\bLinkedInApp\b/, 'LinkedIn'],
  [/\bMicroMessenger\b/, 'WeChat'],
  [/\bLine\//, 'LINE'],
  [/\bTwitter\b/, 'X'],
  [/\bSlack/i, 'Slack'],
  [/\bTeams(Mobile)?\b/i, 'Teams'],
  [/\bSnapchat\b/, 'Snapchat'],
  [/\bBytedanceWebview\b|\bmusical_ly\b|\bTikTok\b/i, 'TikTok'],
  [/\bPinterest\b/, 'Pinterest'],
]

/**
 * Find out whether a page was opened inside an app. Only what browsers say of themselves: somebody who is taken for
 * one wrongly can go on by a link.
 *
 * On Android a WebView says `; wv)`. On iOS every real browser says `Safari/`, and views inside apps do not.
 */
export function findInAppBrowser(userAgent: string): InAppBrowser | undefined {
  const app = apps.find(([pattern]) => pattern.test(userAgent))?.[1]
  const named = app === undefined ? {} : { app }
  if (/\b(iPhone|iPad|iPod)\b/.test(userAgent)) {
    const isView = app !== undefined || (/AppleWebKit\//.test(userAgent) && !/\bSafari\//.test(userAgent))
    return isView ? { system: 'ios', ...named } : undefined
  }
  if (/\bAndroid\b/.test(userAgent)) {
    return app !== undefined || /; wv\)/.test(userAgent) ? { system: 'android', ...named } : undefined
  }
  return undefined
}

/** The address that asks the system to open a page of ours in its own browser. */
export function toBrowserUrl(system: InAppBrowser['system'], url: URL): string {
  const { host, pathname, search, protocol } = url
  const rest = `${host}${pathname}${search}`
  if (system === 'ios') return `x-safari-${protocol}//${rest}`
  return `intent://${rest}#Intent;scheme=${protocol.slice(0, -1)};package=com.android.chrome;end`
}
