import { openLogs } from '@latchkey/store'
import { noCountries } from '../access/country-of.ts'
import type { ThreadStart } from './log-ask.ts'

/** Open what a thread reads the logs with. */
export async function openLogTools({ database, countryDatabase }: ThreadStart) {
  const shelves = await openLogs({ database })
  if (countryDatabase === undefined) return { shelves, countryOf: noCountries }
  // The reader of the database is loaded only where there is one.
  const { openCountries } = await import('../access/open-countries.ts')
  return { shelves, countryOf: await openCountries(countryDatabase) }
}
