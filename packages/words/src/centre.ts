import type { CentreWords } from './centre/english.ts'
import type { Language } from './words.ts'

export type { CentreWords } from './centre/english.ts'

const catalogues: Record<Language, () => Promise<CentreWords>> = {
  en: async () => (await import('./centre/english.ts')).english,
  de: async () => (await import('./centre/german.ts')).german,
  fr: async () => (await import('./centre/french.ts')).french,
  es: async () => (await import('./centre/spanish.ts')).spanish,
  ja: async () => (await import('./centre/japanese.ts')).japanese,
}

/** Load what the admin centre says in a language. It is a door of its own because the server never says it. */
export function loadCentreWords(language: Language): Promise<CentreWords> {
  return catalogues[language]()
}
