import type { Boot, Client } from '@latchkey/api'
import type { Words } from '@latchkey/words'
import type { frame } from '@latchkey/words/frame'
import { createContext, useContext } from 'react'

/** The words that the parts here say themselves. Every front end's words have them. */
export interface FrameWords extends Pick<Words, 'common' | 'problems' | 'browser'> {
  readonly language: string
  readonly frame: typeof frame
}

/** What every page can reach. */
export interface Surroundings {
  readonly boot: Boot
  readonly words: FrameWords
  /** Speaks to the front end's own API. */
  readonly client: Client
  /** Speaks to any address of ours: no base stands before its paths. */
  readonly site: Client
}

const Here = createContext<Surroundings | undefined>(undefined)

/** Gives the pages their surroundings. */
export const SurroundingsProvider = Here

/** Everything around a page. @throws Error outside a front end */
export function useSurroundings(): Surroundings {
  const surroundings = useContext(Here)
  if (surroundings === undefined) throw new Error('there is nothing around this page')
  return surroundings
}

/** What the front end's own API is asked with. */
export function useClient(): Client {
  return useSurroundings().client
}

/** Who is here, and whose house it is. */
export function useBoot(): Boot {
  return useSurroundings().boot
}
