import type { Language } from './language.ts'
import type { PortalWords } from './portal/english.ts'

export type { PortalWords } from './portal/english.ts'

const catalogues: Record<Language, () => Promise<PortalWords>> = {
  en: async () => (await import('./portal/english.ts')).english,
  de: async () => (await import('./portal/german.ts')).german,
  fr: async () => (await import('./portal/french.ts')).french,
  es: async () => (await import('./portal/spanish.ts')).spanish,
  ja: async () => (await import('./portal/japanese.ts')).japanese,
}

/** Load what Security info says in a language. It is a door of its own because the server never says it. */
export function loadPortalWords(language: Language): Promise<PortalWords> {
  return catalogues[language]()
}
