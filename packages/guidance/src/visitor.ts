import type { ClientHints } from './client-hints.ts'
import { type InAppBrowser, readInAppBrowser } from './in-app-browser.ts'
import { type Browser, readBrowser } from './read-browser.ts'
import { fromPlatform, readSystem, type System } from './read-system.ts'
import { readWindowsRelease, type WindowsRelease } from './windows-release.ts'

/** What somebody holds in their hands, as far as the browser tells. Never more than it tells. */
export interface Visitor {
  readonly system?: System
  /** Numbers between dots: `17.4`. */
  readonly version?: string
  /** Where the version is not told: it is this or newer. */
  readonly versionAtLeast?: string
  /** Where the dialogs of Windows differ. */
  readonly release?: WindowsRelease
  readonly browser?: Browser
  /** It is built like Chrome, and knows no Google Account. */
  readonly withoutGoogle?: true
  /** Who made the phone, where that changes the way through its settings. */
  readonly maker?: 'samsung' | 'google'
  /** What it is, where the system alone does not say. */
  readonly form?: 'ipad' | 'chromebook'
  /** The page is shown inside another app. */
  readonly inApp?: InAppBrowser
  /** What the browser says it can do; absent if it does not say. */
  readonly capabilities?: Capabilities
}

/** What a browser says of itself when a script asks. */
export interface Capabilities {
  /** Whether the device itself can keep a passkey and tell who is at it. */
  readonly platformAuthenticator?: boolean
  /** Whether it can ask a phone nearby. */
  readonly hybrid?: boolean
  /** How many fingers it feels: a Mac feels none, and an iPad says that it is a Mac. */
  readonly touchPoints?: number
}

/** Where each system writes its version, if it tells the truth there. */
const versions: Readonly<Partial<Record<System, RegExp>>> = {
  iOS: /\bOS (\d+(?:_\d+)*) like Mac OS X/,
  android: /\bAndroid (\d+(?:\.\d+)*)/,
}

const safariVersion = /\bVersion\/(\d+(?:\.\d+)*)/

/**
 * Versions that browsers stopped at, whatever the system is: from there on they say nothing. Chromium writes Android 10
 * for all of them, Safari iOS 18; Windows and macOS have not moved for years.
 */
const stoppedAt: Readonly<Partial<Record<System, number>>> = { iOS: 18, android: 10 }

/** Models, as Android writes them where it still does, and as the hint does. */
const makers = [
  [/\bSamsungBrowser\/|;\s*SM-[A-Z]\d|^SM-[A-Z]\d|^Galaxy /, 'samsung'],
  [/;\s*Pixel |^Pixel /, 'google'],
] as const

/**
 * Read what the header `User-Agent` says, and nothing into it; with hints and capabilities, what these say is believed
 * first.
 */
export function readVisitor(
  userAgent: string,
  hints: ClientHints = {},
  capabilities?: Capabilities,
): Visitor {
  const said = fromPlatform(hints.platform) ?? readSystem(userAgent)
  const pad = /\biPad\b/.test(userAgent) || (said === 'macOS' && (capabilities?.touchPoints ?? 0) > 1)
  const system = pad ? 'iOS' : said
  const known = capabilities && { capabilities }
  if (system === undefined) return { ...known }
  const browser = readBrowser(userAgent)
  const inApp = readInAppBrowser(userAgent)
  const maker = system === 'android' ? readMaker(userAgent, hints) : undefined
  return {
    system,
    ...readVersion(system, userAgent, hints),
    ...(browser !== undefined && { browser }),
    ...(browser === 'chrome' && isWithoutGoogle(userAgent, hints) && { withoutGoogle: true as const }),
    ...(maker && { maker }),
    ...(pad && { form: 'ipad' as const }),
    ...(system === 'linux' && isChromebook(userAgent, hints) && { form: 'chromebook' as const }),
    ...(inApp && { inApp }),
    ...known,
  }
}

function readMaker(userAgent: string, { model = '' }: ClientHints): Visitor['maker'] {
  return makers.find(([pattern]) => pattern.test(model) || pattern.test(userAgent))?.[1]
}

/** Chromium and its kin call themselves Chrome; where brands are told, Chrome alone tells Google's. */
function isWithoutGoogle(userAgent: string, { brands }: ClientHints): boolean {
  return /\bOPR\//.test(userAgent) || (brands !== undefined && !brands.includes('Google Chrome'))
}

function isChromebook(userAgent: string, { platform = '' }: ClientHints): boolean {
  return /\bCrOS\b/.test(userAgent) || /^Chrom(e|ium) OS$/.test(platform)
}

function readVersion(
  system: System,
  userAgent: string,
  { platformVersion = '' }: ClientHints,
): Pick<Visitor, 'version' | 'versionAtLeast' | 'release'> {
  const hinted = /^\d+(\.\d+)*$/.exec(platformVersion)?.[0]
  if (system === 'windows') {
    const release = hinted === undefined ? undefined : readWindowsRelease(hinted)
    return release === undefined ? {} : { version: release.slice(0, 2), release }
  }
  if (hinted !== undefined && (system === 'android' || system === 'macOS')) return { version: hinted }
  // An iPad that says it is a Mac says its version where Safari does.
  const pattern = system === 'iOS' && /\bMacintosh\b/.test(userAgent) ? safariVersion : versions[system]
  const version = pattern?.exec(userAgent)?.[1]?.replaceAll('_', '.')
  if (version === undefined) return {}
  const last = stoppedAt[system]
  if (Number.parseInt(version, 10) !== last) return { version }
  // Safari goes on counting with iOS where the name of the system has stopped.
  const safari = system === 'iOS' ? safariVersion.exec(userAgent)?.[1] : undefined
  return safari !== undefined && Number.parseInt(safari, 10) > last
    ? { version: safari }
    : { versionAtLeast: String(last) }
}
