import { readSystem, type System } from './read-system.ts'

/** What somebody holds in their hands, as far as the browser tells. Never more than it tells. */
export interface Visitor {
  readonly system?: System
  /** Numbers between dots: `17.4`. */
  readonly version?: string
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

/** Read what the header `User-Agent` says, and nothing into it. */
export function readVisitor(userAgent: string): Visitor {
  const system = readSystem(userAgent)
  if (system === undefined) return {}
  const version = versions[system]?.exec(userAgent)?.[1]?.replaceAll('_', '.')
  const stopped = version !== undefined && Number.parseInt(version, 10) === stoppedAt[system]
  return { system, ...(version !== undefined && !stopped && { version }) }
}
