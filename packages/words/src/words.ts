import { english } from './catalogue/english.ts'
import type { Language } from './language.ts'

/**
 * Every word people read, by subject. A word is a string, or a function of the values it names, so that each language
 * can order and inflect as it must. English is the pattern: another language that lacks a word does not compile.
 */
export type Words = typeof english

/** Catalogues are read when somebody first speaks the language; English is always there. */
const catalogues: Record<Language, () => Promise<Words>> = {
  en: async () => english,
  de: async () => (await import('./catalogue/german.ts')).german,
  fr: async () => (await import('./catalogue/french.ts')).french,
  es: async () => (await import('./catalogue/spanish.ts')).spanish,
  ja: async () => (await import('./catalogue/japanese.ts')).japanese,
}

const loaded = new Map<Language, Words>([['en', english]])

/** Get the catalogue of a language; English, until that language was loaded. */
export function words(language: Language = 'en'): Words {
  return loaded.get(language) ?? english
}

/** Load the catalogue of a language. Whoever writes something in it does so first. */
export async function loadWords(language: Language): Promise<Words> {
  const found = loaded.get(language) ?? (await catalogues[language]())
  loaded.set(language, found)
  return found
}
