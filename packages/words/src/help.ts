import type { HelpWords } from './help/english.ts'
import type { Language } from './language.ts'

export type { HelpWords } from './help/english.ts'
export { findHelpEntry } from './help/find-help-entry.ts'
export type { HelpCatalogue } from './help/help-catalogue.ts'
export { type HelpDevice, type HelpEntry, type HelpFixer, helpDevices } from './help/help-entry.ts'
export { type HelpIndex, indexHelp } from './help/index-help.ts'
export { listHelpCodes } from './help/list-codes.ts'
export { listHelpOfDevice, oftenAskedFor } from './help/list-help.ts'
export { numbersOfCode } from './help/numbers-of-code.ts'
export { searchHelp } from './help/search-help.ts'

const catalogues: Record<Language, () => Promise<HelpWords>> = {
  en: async () => (await import('./help/english.ts')).english,
  de: async () => (await import('./help/german.ts')).german,
  fr: async () => (await import('./help/french.ts')).french,
  es: async () => (await import('./help/spanish.ts')).spanish,
  ja: async () => (await import('./help/japanese.ts')).japanese,
}

/**
 * Load what help with messages says in a language, besides the catalogue of problems. It is a door of its own because
 * nobody needs it before something went wrong.
 */
export function loadHelpWords(language: Language): Promise<HelpWords> {
  return catalogues[language]()
}
