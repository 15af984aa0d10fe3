import type { AuthenticatorWords } from './authenticator/english.ts'
import type { Language } from './language.ts'

export type { AuthenticatorWords } from './authenticator/english.ts'

const catalogues: Record<Language, () => Promise<AuthenticatorWords>> = {
  en: async () => (await import('./authenticator/english.ts')).english,
  de: async () => (await import('./authenticator/german.ts')).german,
  fr: async () => (await import('./authenticator/french.ts')).french,
  es: async () => (await import('./authenticator/spanish.ts')).spanish,
  ja: async () => (await import('./authenticator/japanese.ts')).japanese,
}

/** Load what the Authenticator says in a language, on whichever surface. */
export function loadAuthenticatorWords(language: Language): Promise<AuthenticatorWords> {
  return catalogues[language]()
}
