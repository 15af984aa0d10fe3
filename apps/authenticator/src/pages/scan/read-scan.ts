import { HybridRefusal, isLinkCode, readLinkCode } from '@latchkey/ctap/hybrid'
import { type OtpauthCode, readOtpauth } from '../../codes/read-otpauth.ts'

/** What a QR code is for. */
export type Scan =
  /** A browser shows it for a sign-in with a passkey: only the phone's own camera may answer. */
  | { readonly kind: 'passkey' }
  | { readonly kind: 'codes'; readonly codes: OtpauthCode }
  /** A browser shows it to be linked with an account of this very server. */
  | { readonly kind: 'link'; readonly code: string }
  /** Adds an account of this very server. */
  | { readonly kind: 'account'; readonly userName: string | undefined }
  /** Adds an account of another server: it has an app of its own. */
  | { readonly kind: 'otherServer'; readonly host: string; readonly address: string }
  | { readonly kind: 'unknown' }

/**
 * Say what a QR code is for. Nothing is opened because a code says so.
 *
 * @param origin where this app is
 */
export function readScan(text: string, origin: string): Scan {
  if (/^fido:/i.test(text)) return { kind: 'passkey' }
  if (isLinkCode(text)) return readLink(text, origin)
  const codes = readOtpauth(text)
  if (codes !== undefined) return { kind: 'codes', codes }
  const address = readAddress(text)
  if (address === undefined || !/^\/authenticator(\/|$)/.test(address.pathname)) return { kind: 'unknown' }
  if (address.origin === origin) {
    const userName = address.searchParams.get('userName')?.slice(0, 320)
    return { kind: 'account', userName }
  }
  if (address.protocol !== 'https:') return { kind: 'unknown' }
  return { kind: 'otherServer', host: address.host, address: `${address.origin}/authenticator` }
}

function readLink(text: string, origin: string): Scan {
  try {
    const { server } = readLinkCode(text)
    if (server === origin) return { kind: 'link', code: text }
    return { kind: 'otherServer', host: new URL(server).host, address: `${server}/authenticator` }
  } catch (cause) {
    if (cause instanceof HybridRefusal) return { kind: 'unknown' }
    throw cause
  }
}

function readAddress(text: string): URL | undefined {
  return /^https?:\/\//i.test(text) && text.length <= 2000 ? (URL.parse(text) ?? undefined) : undefined
}
