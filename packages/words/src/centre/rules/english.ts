import { access } from '../en/access.ts'
import { history } from '../en/history.ts'
import { locations } from '../en/locations.ts'
import { terms } from '../en/terms.ts'
import { whatIf } from '../en/what-if.ts'

/** What the pages about rules say in English. */
export const english = {
  access,
  history,
  locations,
  terms,
  whatIf,
}

/** Every word that only the pages about rules say. */
export type RulesWords = typeof english
