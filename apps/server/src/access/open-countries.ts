import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { Reader } from 'mmdb-lib'
import { z } from 'zod'
import type { CountryOf } from './country-of.ts'

const Record = z.object({
  country: z.object({ iso_code: z.string().regex(/^[A-Z]{2}$/) }).optional(),
  registered_country: z.object({ iso_code: z.string().regex(/^[A-Z]{2}$/) }).optional(),
})

/**
 * Open a database of countries: a local file in MaxMind's format (`.mmdb`), from whichever source the operator trusts.
 * Nothing is fetched.
 *
 * @throws Error if the file cannot be read or is no such database
 */
export function openCountries(path: string): CountryOf {
  const reader = openReader(path)
  return (ipAddress) => {
    // A link-local address carries a zone (`%eth0`), which is no part of where it is.
    const [plain = ''] = ipAddress.split('%')
    if (isIP(plain) === 0) return undefined
    const found = Record.safeParse(reader.get(plain))
    return found.success ? (found.data.country ?? found.data.registered_country)?.iso_code : undefined
  }
}

function openReader(path: string) {
  try {
    return new Reader(readFileSync(path))
  } catch (cause) {
    throw new Error(`LATCHKEY_COUNTRY_DATABASE: ${path} is not a database of countries`, { cause })
  }
}
