/** A place by its networks. */
export interface IpNamedLocationDocument {
  readonly '@odata.type': '#microsoft.graph.ipNamedLocation'
  readonly id: string
  readonly displayName: string
  readonly isTrusted: boolean
  readonly ipRanges: readonly {
    readonly '@odata.type': '#microsoft.graph.iPv4CidrRange' | '#microsoft.graph.iPv6CidrRange'
    readonly cidrAddress: string
  }[]
  readonly createdDateTime: string
  readonly modifiedDateTime: string | null
}

/** A place by its countries: two capital letters each (ISO 3166-1). */
export interface CountryNamedLocationDocument {
  readonly '@odata.type': '#microsoft.graph.countryNamedLocation'
  readonly id: string
  readonly displayName: string
  readonly countriesAndRegions: readonly string[]
  readonly includeUnknownCountriesAndRegions: boolean
  readonly countryLookupMethod: 'clientIpAddress'
  readonly createdDateTime: string
  readonly modifiedDateTime: string | null
}

/**
 * A place that policies can name.
 *
 * @see https://learn.microsoft.com/graph/api/resources/namedlocation
 */
export type NamedLocationDocument = IpNamedLocationDocument | CountryNamedLocationDocument
