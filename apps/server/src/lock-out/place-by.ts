import { readSystem } from '@latchkey/guidance'
import type { PlaceOf } from '@latchkey/identity'
import type { CountryOf } from '../access/country-of.ts'

/** What the log of sign-ins tells of where somebody was: read exactly as when they signed in. */
export function placeBy(countryOf: CountryOf): PlaceOf {
  return ({ ipAddress, userAgent }) => {
    const platform = readSystem(userAgent)
    const country = countryOf(ipAddress)
    return { ...(platform !== undefined && { platform }), ...(country !== undefined && { country }) }
  }
}
