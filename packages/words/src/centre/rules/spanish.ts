import { access } from '../es/access.ts'
import { history } from '../es/history.ts'
import { locations } from '../es/locations.ts'
import { terms } from '../es/terms.ts'
import { whatIf } from '../es/what-if.ts'
import type { RulesWords } from './english.ts'

/** What the pages about rules say in Spanish. */
export const spanish: RulesWords = {
  access,
  history,
  locations,
  terms,
  whatIf,
}
