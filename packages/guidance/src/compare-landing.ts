import type { DescribedProvider } from './described-provider.ts'

/** What was asked for. */
export interface AskedFor {
  readonly kind: 'this-device' | 'other-device' | 'security-key' | 'provider'
  /** For `provider`. */
  readonly provider?: DescribedProvider | undefined
  /** Where the person had to choose. */
  readonly keeping?: 'thisDeviceOnly' | 'synced' | undefined
}

/** What came of it, as far as the server established it. */
export interface Landed {
  readonly aaguid: string
  /** Whether an attestation proved the model. */
  readonly proven: boolean
  readonly backupEligible: boolean
  /** As the client said: good for words, never for a decision. */
  readonly transports: readonly string[]
  /** Where passkeys of its model are kept, as far as anybody knows. */
  readonly place: 'securityKey' | 'device' | 'unknown'
}

/** In what it differs from what was asked for. */
export type LandingDifference =
  /** Not in the app that was named. */
  | 'provider'
  /** It can be copied, and was not to; or the reverse. */
  | 'keeping'
  /** In the app that was named, and nothing proves that it is that app. */
  | 'proof'
  /** Not on a security key; or on one, and it was not to. */
  | 'place'

/** Compare a new passkey with what was asked for. Empty: it is where it was to be. */
export function compareLanding(asked: AskedFor, landed: Landed): readonly LandingDifference[] {
  const differences: LandingDifference[] = []
  if (asked.kind === 'provider') differences.push(...compareProvider(asked, landed))
  if (asked.keeping !== undefined && (asked.keeping === 'synced') !== landed.backupEligible) {
    differences.push('keeping')
  }
  if (asked.kind !== 'provider' && (asked.kind === 'security-key') !== isOnKey(asked, landed)) {
    differences.push('place')
  }
  return differences
}

/** What an authenticator of ours makes is proven by its device. The phone app leaves it to the phone where it is kept. */
function compareProvider({ provider }: AskedFor, { aaguid, proven }: Landed): readonly LandingDifference[] {
  const isThere = provider?.aaguids.includes(aaguid) === true
  if (!isThere) return provider?.own?.surface === 'phoneApp' ? [] : ['provider']
  return provider.own !== undefined && !proven ? ['proof'] : []
}

/** Nothing speaks against what was asked for where nothing is known. */
function isOnKey({ kind }: AskedFor, { place, transports, backupEligible }: Landed): boolean {
  if (place !== 'unknown') return place === 'securityKey'
  if (backupEligible || transports.includes('internal')) return false
  if (transports.some((each) => each === 'usb' || each === 'nfc' || each === 'ble')) return true
  return kind === 'security-key'
}
