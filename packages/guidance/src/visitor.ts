import { type Browser, readBrowser } from './read-browser.ts'
import { readSystem, type System } from './read-system.ts'

/** What somebody holds in their hands, as far as the browser tells. Never more than it tells. */
export interface Visitor {
  readonly system?: System
  /** Numbers between dots: `17.4`. */
  readonly version?: string
  /** Where the version is not told: it is this or newer. */
  readonly versionAtLeast?: string
  readonly browser?: Browser
  /** Who made the phone, where that changes the way through its settings. */
  readonly maker?: 'samsung'
  /** What the browser says it can do; absent if it does not say. */
  readonly capabilities?: {
    /** Whether the device itself can keep a passkey and tell who is at it. */
    readonly platformAuthenticator?: boolean
    /** Whether it can ask a phone nearby. */
    readonly hybrid?: boolean
  }
}

/** Where each system writes its version, if it tells the truth there. */
const versions: Readonly<Partial<Record<System, RegExp>>> = {
  iOS: /\bOS (\d+(?:_\d+)*) like Mac OS X/,
  android: /\bAndroid (\d+(?:\.\d+)*)/,
}

/**
 * Versions that browsers stopped at, whatever the system is: from there on they say nothing. Chromium writes Android 10
 * for all of them, Safari iOS 18; Windows and macOS have not moved for years.
 */
const stoppedAt: Readonly<Partial<Record<System, number>>> = { iOS: 18, android: 10 }

/** Models of Samsung's, as Android writes them where it still does. */
const samsung = /\bSamsungBrowser\/|;\s*SM-[A-Z]\d/

/** Read what the header `User-Agent` says, and nothing into it. */
export function readVisitor(userAgent: string): Visitor {
  const system = readSystem(userAgent)
  if (system === undefined) return {}
  const version = versions[system]?.exec(userAgent)?.[1]?.replaceAll('_', '.')
  const stopped = version !== undefined && Number.parseInt(version, 10) === stoppedAt[system]
  const browser = readBrowser(userAgent)
  return {
    system,
    ...(version !== undefined && (stopped ? { versionAtLeast: String(stoppedAt[system]) } : { version })),
    ...(browser !== undefined && { browser }),
    ...(system === 'android' && samsung.test(userAgent) && { maker: 'samsung' as const }),
  }
}
