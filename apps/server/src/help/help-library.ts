import { type Language, languages, loadWords, type Words } from '@latchkey/words'
import {
  type HelpCatalogue,
  type HelpIndex,
  type HelpWords,
  indexHelp,
  loadHelpWords,
} from '@latchkey/words/help'

/** What is said about messages, loaded when somebody asks. */
export interface HelpLibrary {
  /** @param said the words of the page: they say which language */
  catalogueFor(said: Words): Promise<ReaderCatalogue>
  /** Every language ready to be searched, the reader's first: people paste messages of any. */
  indexesFor(said: Words): Promise<readonly HelpIndex[]>
}

/** What a page of help is written with. */
export interface ReaderCatalogue extends HelpCatalogue {
  readonly words: Words
  readonly help: HelpWords
}

/** Open the library. An index takes a while to make, so each is kept. */
export function openHelpLibrary(): HelpLibrary {
  const indexes = new Map<Language, Promise<HelpIndex>>()
  const indexOf = (language: Language): Promise<HelpIndex> => {
    const known = indexes.get(language) ?? load(language).then(indexHelp)
    indexes.set(language, known)
    return known
  }
  return {
    catalogueFor: (said) => load(languageOf(said)),
    indexesFor: (said) => {
      const reader = languageOf(said)
      return Promise.all([reader, ...languages.filter((language) => language !== reader)].map(indexOf))
    },
  }
}

async function load(language: Language): Promise<ReaderCatalogue> {
  const [words, help] = await Promise.all([loadWords(language), loadHelpWords(language)])
  return { words, help }
}

function languageOf(said: Words): Language {
  return languages.find((language) => language === said.language) ?? 'en'
}
