import type { CentreWords } from '@latchkey/words/centre'
import { createContext, useContext } from 'react'

const Said = createContext<CentreWords | undefined>(undefined)

/** Gives the pages their words. */
export const SaidProvider = Said

/** Every word of the admin centre, in the language of whoever is here. @throws Error outside the admin centre */
export function useSaid(): CentreWords {
  const said = useContext(Said)
  if (said === undefined) throw new Error('there are no words here')
  return said
}
