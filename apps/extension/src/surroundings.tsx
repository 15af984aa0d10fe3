import { chooseLanguage } from '@latchkey/words'
import { type AuthenticatorWords, loadAuthenticatorWords } from '@latchkey/words/authenticator'
import { createContext, type ReactNode, StrictMode, useContext } from 'react'
import { createRoot } from 'react-dom/client'
import { type Keeper, openKeeper } from './keeper.ts'

/** What every page of the extension has. */
interface Surroundings {
  readonly keeper: Keeper
  readonly said: AuthenticatorWords
}

const Context = createContext<Surroundings | undefined>(undefined)

export function useSurroundings(): Surroundings {
  const surroundings = useContext(Context)
  if (surroundings === undefined) throw new Error('a page outside of its surroundings')
  return surroundings
}

/** Show a page of the extension, in the browser’s language. */
export async function showPage(page: ReactNode): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('the document has no place for a page')
  const said = await loadAuthenticatorWords(chooseLanguage(navigator.languages.join(',')))
  document.documentElement.lang = said.language
  createRoot(root).render(
    <StrictMode>
      <Context value={{ keeper: openKeeper(), said }}>{page}</Context>
    </StrictMode>,
  )
}

/** Say when something was or will be, in the language of the words. */
export function useDay(): (iso: string) => string {
  const { said } = useSurroundings()
  const format = new Intl.DateTimeFormat(said.language, { dateStyle: 'medium' })
  return (iso) => format.format(new Date(iso))
}
