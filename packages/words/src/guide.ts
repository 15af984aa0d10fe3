import type { GuideWords } from './guide/english.ts'
import type { Language } from './language.ts'

export type { GuideWords } from './guide/english.ts'
export {
  type GuideStepWords,
  type GuideValues,
  type SaidGuideStep,
  sayGuideStep,
} from './guide/guide-step-words.ts'

/** The steps there are words for. */
export type GuideStepId = keyof GuideWords['steps']

/** The questions there are answers for. */
export type GuideQuestionId = Exclude<keyof GuideWords['questions'], 'asked'>

const catalogues: Record<Language, () => Promise<GuideWords>> = {
  en: async () => (await import('./guide/english.ts')).english,
  de: async () => (await import('./guide/german.ts')).german,
  fr: async () => (await import('./guide/french.ts')).french,
  es: async () => (await import('./guide/spanish.ts')).spanish,
  ja: async () => (await import('./guide/japanese.ts')).japanese,
}

/** Load what the guide says in a language. It is a door of its own because nothing else says it. */
export function loadGuideWords(language: Language): Promise<GuideWords> {
  return catalogues[language]()
}
