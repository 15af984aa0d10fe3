import type { PortalWords } from '@latchkey/words/portal'
import { createContext, useContext } from 'react'

const Said = createContext<PortalWords | undefined>(undefined)

/** Gives the pages their words. */
export const SaidProvider = Said

/** Every word of the portal, in the language of whoever is here. @throws Error outside the portal */
export function useSaid(): PortalWords {
  const said = useContext(Said)
  if (said === undefined) throw new Error('there are no words here')
  return said
}
