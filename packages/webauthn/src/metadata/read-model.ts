import { fromHex, HexRefusal } from '@latchkey/encoding'
import { CertificateRefusal, readCertificate } from '@latchkey/encoding/x509'
import type { MetadataModel, StatusReport } from './metadata-model.ts'
import { fromBase64, isObject } from './read-compact-jws.ts'

/** What an entry of a BLOB turned out to be. */
export type ReadEntry =
  | { readonly kind: 'model'; readonly model: MetadataModel }
  /** Of another protocol, without an AAGUID: no passkey can be of it. */
  | { readonly kind: 'other' }
  /** An entry that is not as the specification says; `because` names the member. */
  | { readonly kind: 'unreadable'; readonly aaguid?: string; readonly because: string }

/**
 * Read one entry. One vendor's mistake must not cost all the others their trust: an entry that is wrong in what decides
 * (AAGUID, name, roots, reports) is given back as unreadable and vouches for nothing; what merely describes is left out.
 *
 * @see https://fidoalliance.org/specs/mds/fido-metadata-service-v3.0-ps-20210518.html
 */
export function readModel(entry: unknown): ReadEntry {
  if (!isObject(entry)) return { kind: 'unreadable', because: 'entry' }
  if (entry['aaguid'] === undefined) return { kind: 'other' }
  const aaguid = readAaguid(entry['aaguid'])
  if (aaguid === undefined) return { kind: 'unreadable', because: 'aaguid' }
  const unreadable = (because: string): ReadEntry => ({ kind: 'unreadable', aaguid, because })

  const statement = entry['metadataStatement']
  if (!isObject(statement)) return unreadable('metadataStatement')
  // The statement may repeat the AAGUID; it may not name another.
  const stated = statement['aaguid']
  if (stated !== undefined && readAaguid(stated) !== aaguid) return unreadable('metadataStatement.aaguid')
  const description = readDescription(statement['description'])
  if (description === undefined) return unreadable('description')
  const roots = readRoots(statement['attestationRootCertificates'])
  if (roots === undefined) return unreadable('attestationRootCertificates')
  const statusReports = readStatusReports(entry['statusReports'])
  if (statusReports === undefined) return unreadable('statusReports')

  const icon = readIcon(statement['icon'])
  const info = isObject(statement['authenticatorGetInfo']) ? statement['authenticatorGetInfo'] : {}
  return {
    kind: 'model',
    model: {
      aaguid,
      description,
      roots,
      ...(icon !== undefined && { icon }),
      keyProtection: readNames(statement['keyProtection']),
      attachmentHint: readNames(statement['attachmentHint']),
      userVerificationMethods: readUserVerification(statement['userVerificationDetails']),
      versions: readNames(info['versions']),
      extensions: readNames(info['extensions']),
      options: readOptions(info['options']),
      statusReports,
    },
  }
}

/** A UUID, or the same without hyphens as `authenticatorGetInfo` writes it. All zero names nothing. */
function readAaguid(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const hex = value.replaceAll('-', '').toLowerCase()
  try {
    const bytes = fromHex(hex)
    if (bytes.length !== 16 || bytes.every((byte) => byte === 0)) return undefined
  } catch (cause) {
    if (cause instanceof HexRefusal) return undefined
    throw cause
  }
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const longestDescription = 200

function readDescription(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
  return text === '' ? undefined : text.slice(0, longestDescription)
}

/** More than any vendor has. */
const mostRoots = 64

/** A root that does not parse is one we do not have; the others count. */
function readRoots(value: unknown): Uint8Array[] | undefined {
  if (value === undefined) return []
  if (!Array.isArray(value) || value.length > mostRoots) return undefined
  return value.flatMap((text: unknown) => {
    const der = typeof text === 'string' ? fromBase64(text) : undefined
    return der !== undefined && isCertificate(der) ? [der] : []
  })
}

function isCertificate(der: Uint8Array): boolean {
  try {
    readCertificate(der)
    return true
  } catch (cause) {
    if (cause instanceof CertificateRefusal) return false
    throw cause
  }
}

const mostReports = 256

/** All of them or none: a report that cannot be read may be the one that matters. */
function readStatusReports(value: unknown): StatusReport[] | undefined {
  if (!Array.isArray(value) || value.length > mostReports) return undefined
  const reports: StatusReport[] = []
  for (const report of value) {
    if (!isObject(report)) return undefined
    const { status, effectiveDate } = report
    if (typeof status !== 'string' || !/^[A-Za-z0-9_]{1,64}$/.test(status)) return undefined
    if (effectiveDate === undefined) reports.push({ status })
    else if (isDate(effectiveDate)) reports.push({ status, effectiveDate })
    else return undefined
  }
  return reports
}

/** `2026-03-01`. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const instant = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value)
}

const longestIcon = 64 * 1024
const pngPrefix = 'data:image/png;base64,'
const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Only a small PNG that begins like one: it is shown to administrators, and an SVG may hold a program. */
function readIcon(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > longestIcon || !value.startsWith(pngPrefix))
    return undefined
  const bytes = fromBase64(value.slice(pngPrefix.length))
  if (bytes === undefined || !pngSignature.every((byte, at) => bytes[at] === byte)) return undefined
  return `${pngPrefix}${Buffer.from(bytes).toString('base64')}`
}

const mostNames = 64

/** Names as the registries write them; anything else among them is dropped. */
function readNames(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  const names = value
    .filter((name) => typeof name === 'string')
    .filter((name) => /^[\w.:-]{1,64}$/.test(name))
  return [...new Set(names)].slice(0, mostNames)
}

/** Alternatives of combinations: which methods occur at all. */
function readUserVerification(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  const methods = value
    .flatMap((combination: unknown) => (Array.isArray(combination) ? combination : []))
    .map((method: unknown) => (isObject(method) ? method['userVerificationMethod'] : undefined))
  return readNames(methods)
}

function readOptions(value: unknown): string[] {
  if (!isObject(value)) return []
  return readNames(Object.keys(value).filter((name) => value[name] === true))
}
