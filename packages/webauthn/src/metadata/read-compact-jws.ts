import { Base64urlRefusal, fromBase64url, fromUtf8, toUtf8, Utf8Refusal } from '@latchkey/encoding'
import { MetadataRefusal } from './metadata-refusal.ts'

/** A JSON Web Signature in its compact form, read and not yet believed. */
export interface CompactJws {
  readonly algorithm: string
  /** The certificates of its signer in DER, the signer's own first. */
  readonly certificates: readonly Uint8Array[]
  /** What the signature is over. */
  readonly signed: Uint8Array
  readonly signature: Uint8Array
  readonly payload: Uint8Array
}

/** More certificates than any chain has. */
const mostCertificates = 8

/**
 * Read a JSON Web Signature in its compact form whose signer is named by `x5c`. What `x5u` points to is not fetched.
 *
 * @throws MetadataRefusal `metadata_malformed`
 * @see https://www.rfc-editor.org/rfc/rfc7515#section-7.1
 */
export function readCompactJws(text: string): CompactJws {
  const parts = text.trim().split('.')
  const [header, payload, signature] = parts
  if (parts.length !== 3 || header === undefined || payload === undefined || signature === undefined) {
    throw new MetadataRefusal('metadata_malformed', { detail: 'parts' })
  }
  const { alg, x5c, crit } = readHeader(header)
  if (typeof alg !== 'string') throw new MetadataRefusal('metadata_malformed', { detail: 'alg' })
  // RFC 7515 §4.1.11: what must be understood and is not, is refused.
  if (crit !== undefined) throw new MetadataRefusal('metadata_malformed', { detail: 'crit' })
  return {
    algorithm: alg,
    certificates: readCertificates(x5c),
    signed: toUtf8(`${header}.${payload}`),
    signature: decode(signature, 'signature'),
    payload: decode(payload, 'payload'),
  }
}

function readHeader(text: string): Readonly<Record<string, unknown>> {
  const header = readJsonObject(decode(text, 'header'))
  if (header === undefined) throw new MetadataRefusal('metadata_malformed', { detail: 'header' })
  return header
}

function readCertificates(x5c: unknown): Uint8Array[] {
  if (!Array.isArray(x5c) || x5c.length === 0 || x5c.length > mostCertificates) {
    throw new MetadataRefusal('metadata_malformed', { detail: 'x5c' })
  }
  return x5c.map((certificate: unknown) => {
    const der = typeof certificate === 'string' ? fromBase64(certificate) : undefined
    if (der === undefined) throw new MetadataRefusal('metadata_malformed', { detail: 'x5c' })
    return der
  })
}

function decode(text: string, detail: string): Uint8Array {
  try {
    return fromBase64url(text)
  } catch (cause) {
    if (!(cause instanceof Base64urlRefusal)) throw cause
    throw new MetadataRefusal('metadata_malformed', { detail, cause })
  }
}

/** Read JSON that is an object. @returns `undefined` if it is anything else */
export function readJsonObject(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(fromUtf8(bytes))
    return isObject(value) ? value : undefined
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof Utf8Refusal) return undefined
    throw cause
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Read base64 with padding, as certificates are written in JSON; blanks between are allowed, for some have line breaks. */
export function fromBase64(text: string): Uint8Array | undefined {
  const dense = text.replace(/\s/g, '')
  if (dense === '' || dense.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(dense)) return undefined
  return new Uint8Array(Buffer.from(dense, 'base64'))
}
