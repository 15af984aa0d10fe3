import type { FirstCentreWords } from './centre/english.ts'
import type { OrganisationWords } from './centre/organisation/english.ts'
import type { RecordsWords } from './centre/records/english.ts'
import type { RolloutWords } from './centre/rollout/english.ts'
import type { RulesWords } from './centre/rules/english.ts'
import type { SignInWords } from './centre/sign-in/english.ts'
import type { Language } from './language.ts'

export type { CentreWords, FirstCentreWords } from './centre/english.ts'

/** What the pages of each part of the admin centre say, and no other. */
export interface CentrePartWords {
  readonly rollout: RolloutWords
  readonly signIn: SignInWords
  readonly rules: RulesWords
  readonly organisation: OrganisationWords
  readonly records: RecordsWords
}

/** A part of the admin centre that has words of its own. */
export type CentrePart = keyof CentrePartWords

const catalogues: Record<Language, () => Promise<FirstCentreWords>> = {
  en: async () => (await import('./centre/english.ts')).english,
  de: async () => (await import('./centre/german.ts')).german,
  fr: async () => (await import('./centre/french.ts')).french,
  es: async () => (await import('./centre/spanish.ts')).spanish,
  ja: async () => (await import('./centre/japanese.ts')).japanese,
}

const parts: { readonly [Part in CentrePart]: Record<Language, () => Promise<CentrePartWords[Part]>> } = {
  rollout: {
    en: async () => (await import('./centre/rollout/english.ts')).english,
    de: async () => (await import('./centre/rollout/german.ts')).german,
    fr: async () => (await import('./centre/rollout/french.ts')).french,
    es: async () => (await import('./centre/rollout/spanish.ts')).spanish,
    ja: async () => (await import('./centre/rollout/japanese.ts')).japanese,
  },
  signIn: {
    en: async () => (await import('./centre/sign-in/english.ts')).english,
    de: async () => (await import('./centre/sign-in/german.ts')).german,
    fr: async () => (await import('./centre/sign-in/french.ts')).french,
    es: async () => (await import('./centre/sign-in/spanish.ts')).spanish,
    ja: async () => (await import('./centre/sign-in/japanese.ts')).japanese,
  },
  rules: {
    en: async () => (await import('./centre/rules/english.ts')).english,
    de: async () => (await import('./centre/rules/german.ts')).german,
    fr: async () => (await import('./centre/rules/french.ts')).french,
    es: async () => (await import('./centre/rules/spanish.ts')).spanish,
    ja: async () => (await import('./centre/rules/japanese.ts')).japanese,
  },
  organisation: {
    en: async () => (await import('./centre/organisation/english.ts')).english,
    de: async () => (await import('./centre/organisation/german.ts')).german,
    fr: async () => (await import('./centre/organisation/french.ts')).french,
    es: async () => (await import('./centre/organisation/spanish.ts')).spanish,
    ja: async () => (await import('./centre/organisation/japanese.ts')).japanese,
  },
  records: {
    en: async () => (await import('./centre/records/english.ts')).english,
    de: async () => (await import('./centre/records/german.ts')).german,
    fr: async () => (await import('./centre/records/french.ts')).french,
    es: async () => (await import('./centre/records/spanish.ts')).spanish,
    ja: async () => (await import('./centre/records/japanese.ts')).japanese,
  },
}

/** Load what the admin centre begins with in a language. It is a door of its own because the server never says it. */
export function loadCentreWords(language: Language): Promise<FirstCentreWords> {
  return catalogues[language]()
}

/** Load what the pages of a part of the admin centre say besides. */
export function loadCentrePart<Part extends CentrePart>(
  part: Part,
  language: Language,
): Promise<CentrePartWords[Part]> {
  return parts[part][language]()
}
