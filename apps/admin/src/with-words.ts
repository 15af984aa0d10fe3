import type { CentrePart } from '@latchkey/words/centre'
import type { RouteObject } from 'react-router'
import { loadSaidIn } from './said.ts'

/** Pages that say words of parts of the admin centre: these come at the same time as the page itself. */
export function withWords(parts: readonly CentrePart[], pages: readonly RouteObject[]): RouteObject {
  return {
    lazy: async () => {
      await Promise.all(parts.map(loadSaidIn))
      return {}
    },
    children: [...pages],
  }
}
