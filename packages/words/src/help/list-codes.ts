import type { HelpCatalogue } from './help-catalogue.ts'
import { sameAs } from './same-as.ts'

/** Every code there is an entry for, those with words of their own first. */
export function listHelpCodes({ words, help }: HelpCatalogue): readonly string[] {
  return [...Object.keys(words.problems), ...Object.keys(help.problems), ...Object.keys(sameAs)]
}
