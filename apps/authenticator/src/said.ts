import type { AuthenticatorWords } from '@latchkey/words/authenticator'
import { createContext, useContext } from 'react'

const Said = createContext<AuthenticatorWords | undefined>(undefined)

/** Gives the pages their words. */
export const SaidProvider = Said

/** Every word of the app, in the language of whoever holds the phone. @throws Error outside the app */
export function useSaid(): AuthenticatorWords {
  const said = useContext(Said)
  if (said === undefined) throw new Error('there are no words here')
  return said
}
