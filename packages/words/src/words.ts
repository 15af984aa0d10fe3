import { english } from './catalogue/english.ts'

/** The languages there is a catalogue for, as BCP 47 tags. */
export const languages = ['en', 'de', 'fr', 'es', 'ja'] as const

export type Language = (typeof languages)[number]

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

/**
 * Choose the language to speak: what the person asked for first, then what the browser asks for, then English.
 *
 * @param acceptLanguage the header as sent; anything unreadable in it is passed over
 * @param preferred a BCP 47 tag, as kept for the person
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-accept-language
 */
export function chooseLanguage(acceptLanguage: string | undefined, preferred?: string): Language {
  const asked = (acceptLanguage ?? '')
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
      const weight = parameters.find((text) => text.startsWith('q='))?.slice(2)
      return { tag, weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
  for (const tag of [preferred?.toLowerCase() ?? '', ...asked]) {
    const primary = tag.split('-')[0]
    const found = languages.find((language) => language === tag || language === primary)
    if (found !== undefined) return found
  }
  return 'en'
}
