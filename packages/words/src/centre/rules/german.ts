import { access } from '../de/access.ts'
import { history } from '../de/history.ts'
import { locations } from '../de/locations.ts'
import { terms } from '../de/terms.ts'
import { whatIf } from '../de/what-if.ts'
import type { RulesWords } from './english.ts'

/** What the pages about rules say in German. */
export const german: RulesWords = {
  access,
  history,
  locations,
  terms,
  whatIf,
}
