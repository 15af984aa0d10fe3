import type { CompiledAccess, Place } from '../conditional-access/access-policy.ts'
import { knownApps } from '../conditional-access/known-apps.ts'
import type { Situation } from './person-standing.ts'

const platforms = ['android', 'iOS', 'windows', 'macOS', 'linux'] as const
const clients = ['browser', 'mobileAppsAndDesktopClients'] as const

/** An address that is in no network of anybody's: it is reserved for documentation. */
const somewhere = '203.0.113.1'

/**
 * The situations people may be in tomorrow, whatever they did in the last thirty days: each platform and kind of client,
 * at a trusted network and elsewhere, in a country of each place that is made of countries and nobody knows where.
 *
 * @param sides what is known of places, before a change and after it
 * @param target an application that no policy names, or the admin centre
 */
export function everydaySituations(
  sides: readonly CompiledAccess[],
  target: 'someApp' | 'adminCentre',
): readonly Situation[] {
  const places = sides.flatMap((access) => [...access.places.values()])
  const spots = distinct([{ ipAddress: somewhere }, ...places.flatMap(toSpot)])
  const clientId = target === 'adminCentre' ? knownApps.adminCentre : someApp
  return spots.flatMap((spot) =>
    platforms.flatMap((platform) =>
      clients.map((clientAppType) => ({
        target: { kind: 'app', clientId } as const,
        authenticationContexts: [],
        platform,
        clientAppType,
        ...spot,
      })),
    ),
  )
}

const someApp = 'any-other-app'

type Spot = Pick<Situation, 'ipAddress' | 'country'>

function toSpot(place: Place): readonly Spot[] {
  if (place.kind === 'countries') {
    const [country] = place.countries
    return country === undefined ? [] : [{ ipAddress: somewhere, country }]
  }
  const [range] = place.ranges
  return place.trusted && range !== undefined ? [{ ipAddress: toText(range.bytes) }] : []
}

function distinct(spots: readonly Spot[]): readonly Spot[] {
  return [...new Map(spots.map((spot) => [`${spot.ipAddress} ${spot.country ?? ''}`, spot])).values()]
}

function toText(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join('.')
  const groups = Array.from({ length: 8 }, (_, at) => (bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0))
  return groups.map((group) => group.toString(16)).join(':')
}
