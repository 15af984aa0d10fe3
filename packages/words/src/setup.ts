import type { Language } from './language.ts'
import type { SetupWords } from './setup/english.ts'

export type { SetupWords } from './setup/english.ts'

const catalogues: Record<Language, () => Promise<SetupWords>> = {
  en: async () => (await import('./setup/english.ts')).english,
  de: async () => (await import('./setup/german.ts')).german,
  fr: async () => (await import('./setup/french.ts')).french,
  es: async () => (await import('./setup/spanish.ts')).spanish,
  ja: async () => (await import('./setup/japanese.ts')).japanese,
}

/** Load what the pages of the guide say around its steps, and in its pictures. Nothing else says it. */
export function loadSetupWords(language: Language): Promise<SetupWords> {
  return catalogues[language]()
}
