import type { Words } from '../words.ts'
import type { HelpWords } from './english.ts'

/** Everything that is said about messages in one language. */
export interface HelpCatalogue {
  readonly words: Pick<Words, 'problems'>
  readonly help: HelpWords
}
