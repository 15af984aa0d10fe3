import { access } from '../ja/access.ts'
import { history } from '../ja/history.ts'
import { locations } from '../ja/locations.ts'
import { terms } from '../ja/terms.ts'
import { whatIf } from '../ja/what-if.ts'
import type { RulesWords } from './english.ts'

/** What the pages about rules say in Japanese. */
export const japanese: RulesWords = {
  access,
  history,
  locations,
  terms,
  whatIf,
}
