import { access } from '../fr/access.ts'
import { history } from '../fr/history.ts'
import { locations } from '../fr/locations.ts'
import { terms } from '../fr/terms.ts'
import { whatIf } from '../fr/what-if.ts'
import type { RulesWords } from './english.ts'

/** What the pages about rules say in French. */
export const french: RulesWords = {
  access,
  history,
  locations,
  terms,
  whatIf,
}
