import { readBase32 } from './base32.ts'
import type { CodeSecret } from './one-time-code.ts'

/** What a QR code for one-time codes says. */
export interface OtpauthCode extends CodeSecret {
  readonly issuer: string
  readonly account: string
}

const algorithms: Readonly<Record<string, CodeSecret['algorithm']>> = {
  SHA1: 'SHA-1',
  SHA256: 'SHA-256',
  SHA512: 'SHA-512',
}

/**
 * Read an `otpauth://totp/…` address.
 *
 * @returns undefined for anything this app cannot make codes from: counters, lengths and periods nobody uses
 * @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export function readOtpauth(text: string): OtpauthCode | undefined {
  if (!/^otpauth:\/\/totp\//i.test(text) || text.length > 2000) return undefined
  const [path = '', query = ''] = text.slice('otpauth://totp/'.length).split('?')
  const label = decode(path)
  const parameters = new URLSearchParams(query)
  const secret = readBase32(parameters.get('secret') ?? '')
  const algorithm = algorithms[(parameters.get('algorithm') ?? 'SHA1').toUpperCase()]
  const digits = Number(parameters.get('digits') ?? 6)
  const periodSeconds = Number(parameters.get('period') ?? 30)
  if (label === undefined || secret === undefined || algorithm === undefined) return undefined
  if (![6, 7, 8].includes(digits) || !Number.isInteger(periodSeconds)) return undefined
  if (periodSeconds < 10 || periodSeconds > 300) return undefined
  const [before, ...after] = label.split(':')
  const account = after.length > 0 ? after.join(':') : before
  const issuer = parameters.get('issuer') ?? (after.length > 0 ? before : '')
  return {
    secret,
    algorithm,
    digits,
    periodSeconds,
    issuer: shorten(issuer),
    account: shorten(account),
  }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function shorten(text = ''): string {
  return text.trim().slice(0, 100)
}
