import { readCidrRange } from '../conditional-access/cidr-range.ts'
import {
  asRecord,
  boolean,
  enumeration,
  filledText,
  list,
  object,
  optional,
  type Read,
  text,
} from './document-reader.ts'
import { DocumentRefusal } from './document-refusal.ts'
import { mergeJson } from './merge-json.ts'
import type {
  CountryNamedLocationDocument,
  IpNamedLocationDocument,
  NamedLocationDocument,
} from './named-location-document.ts'
import type { DocumentStamp } from './read-conditional-access.ts'

/**
 * Read a named location: networks, or countries, as its `@odata.type` says.
 *
 * @throws DocumentRefusal
 */
export function readNamedLocation(body: unknown, stamp: DocumentStamp): NamedLocationDocument {
  const { id: _id, createdDateTime: _created, modifiedDateTime: _modified, ...given } = asRecord(body, '')
  const kind = enumeration(['#microsoft.graph.ipNamedLocation', '#microsoft.graph.countryNamedLocation'])(
    given['@odata.type'],
    '@odata.type',
  )
  const read = kind === '#microsoft.graph.ipNamedLocation' ? readNetworks : readCountries
  return { ...stamp, ...read(given, ''), id: stamp.id.toLowerCase() }
}

/**
 * Lay a change over a named location. Its kind stays.
 *
 * @throws DocumentRefusal
 */
export function changeNamedLocation(
  before: NamedLocationDocument,
  change: unknown,
  modifiedDateTime: string,
): NamedLocationDocument {
  const kind = asRecord(change, '')['@odata.type']
  if (kind !== undefined && kind !== before['@odata.type']) {
    throw new DocumentRefusal('@odata.type', 'cannot be changed')
  }
  const { id, createdDateTime } = before
  return readNamedLocation(mergeJson(before, change), { id, createdDateTime, modifiedDateTime })
}

type Unstamped<Document> = Omit<Document, keyof DocumentStamp>

const range: Read<IpNamedLocationDocument['ipRanges'][number]> = (value, path) => {
  const read = object<IpNamedLocationDocument['ipRanges'][number]>({
    '@odata.type': enumeration(['#microsoft.graph.iPv4CidrRange', '#microsoft.graph.iPv6CidrRange']),
    cidrAddress: text(64),
  })(value, path)
  const family = read['@odata.type'].includes('iPv4') ? 'IPv4' : 'IPv6'
  if (readCidrRange(read.cidrAddress, family) === undefined) {
    const detail = `must be an ${family} network whose address ends where its prefix does`
    throw new DocumentRefusal(`${path}.cidrAddress`, detail)
  }
  return read
}

const readNetworks = object<Unstamped<IpNamedLocationDocument>>({
  '@odata.type': enumeration(['#microsoft.graph.ipNamedLocation']),
  displayName: filledText(256),
  isTrusted: optional(boolean, false),
  ipRanges: filledList(list(range, 2000)),
})

const country: Read<string> = (value, path) => {
  if (typeof value === 'string' && /^[A-Z]{2}$/.test(value)) return value
  throw new DocumentRefusal(path, 'must be two capital letters (ISO 3166-1)')
}

const readCountries = object<Unstamped<CountryNamedLocationDocument>>({
  '@odata.type': enumeration(['#microsoft.graph.countryNamedLocation']),
  displayName: filledText(256),
  countriesAndRegions: filledList(list(country, 300)),
  includeUnknownCountriesAndRegions: optional(boolean, false),
  // Where a phone says it is (authenticatorAppGps) is not asked here.
  countryLookupMethod: optional(enumeration(['clientIpAddress']), 'clientIpAddress'),
})

function filledList<T>(read: Read<readonly T[]>): Read<readonly T[]> {
  return (value, path) => {
    const entries = read(value, path)
    if (entries.length === 0) throw new DocumentRefusal(path, 'must have an entry')
    return entries
  }
}
