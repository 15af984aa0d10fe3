import {
  type CentrePart,
  type CentrePartWords,
  type FirstCentreWords,
  loadCentrePart,
  loadCentreWords,
} from '@latchkey/words/centre'
import { createContext, use, useContext } from 'react'
import { readLanguage } from './read-language.ts'

const Said = createContext<FirstCentreWords | undefined>(undefined)

/** Gives the pages the words that the admin centre begins with. */
export const SaidProvider = Said

/** What every page may say, in the language of whoever is here. @throws Error outside the admin centre */
export function useSaid(): FirstCentreWords {
  const said = useContext(Said)
  if (said === undefined) throw new Error('there are no words here')
  return said
}

type PartWords<Part extends CentrePart> = FirstCentreWords & CentrePartWords[Part]

const parts: { readonly [Part in CentrePart]: () => Promise<PartWords<Part>> } = {
  rollout: loadOnce('rollout'),
  signIn: loadOnce('signIn'),
  rules: loadOnce('rules'),
  organisation: loadOnce('organisation'),
  records: loadOnce('records'),
}

function loadOnce<Part extends CentrePart>(part: Part): () => Promise<PartWords<Part>> {
  let loaded: Promise<PartWords<Part>> | undefined
  return () => {
    loaded ??= load(part).catch((cause) => {
      // The next page asks anew.
      loaded = undefined
      throw cause
    })
    return loaded
  }
}

async function load<Part extends CentrePart>(part: Part): Promise<PartWords<Part>> {
  const language = readLanguage()
  const [first, more] = await Promise.all([loadCentreWords(language), loadCentrePart(part, language)])
  return { ...first, ...more }
}

/** Load the words of a part of the admin centre. Its routes do, so that its pages never wait for them. */
export async function loadSaidIn(part: CentrePart): Promise<void> {
  await parts[part]()
}

/** What every page may say, and the pages of a part of the admin centre besides. */
export function useSaidIn<Part extends CentrePart>(part: Part): PartWords<Part> {
  return use(parts[part]())
}
