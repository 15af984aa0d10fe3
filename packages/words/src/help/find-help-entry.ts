import type { ProblemWords } from '../catalogue/problem-words.ts'
import { fixers } from './fixers.ts'
import type { HelpCatalogue } from './help-catalogue.ts'
import type { HelpDevice, HelpEntry, HelpFixer, SeenMessage } from './help-entry.ts'
import type { HelpProblem } from './help-problem.ts'
import { sameAs } from './same-as.ts'
import { seenWhere } from './seen-where.ts'
import { technical } from './technical.ts'
import { whereItHappens } from './where-it-happens.ts'

/**
 * Find what there is to say about a code: a refusal's of any room, a browser's failure, CTAP's, OAuth's or the API's.
 *
 * @returns `undefined` for a code without an entry; its `code` is the one that has the words
 */
export function findHelpEntry(catalogue: HelpCatalogue, code: string): HelpEntry | undefined {
  const aliases: Readonly<Record<string, string>> = sameAs
  const own = Object.hasOwn(aliases, code) ? (aliases[code] ?? code) : code
  const said = findWords(catalogue, own)
  return (
    said && {
      code: own,
      ...said,
      devices: findIn<readonly HelpDevice[]>(whereItHappens, own) ?? [],
      seen: seenOf(catalogue, own),
      technical: findIn<readonly string[]>(technical, own) ?? [],
    }
  )
}

type Said = Pick<HelpEntry, 'title' | 'reason' | 'next' | 'whoCanFix'>

function findWords({ words, help }: HelpCatalogue, code: string): Said | undefined {
  const problem = findIn<ProblemWords>(words.problems, code)
  if (problem !== undefined) return problem
  const said = findIn<HelpProblem>(help.problems, code)
  const whoCanFix = findIn<HelpFixer>(fixers, code)
  return said && whoCanFix && { ...said, whoCanFix }
}

function seenOf({ help }: HelpCatalogue, code: string): readonly SeenMessage[] {
  return Object.entries(seenWhere)
    .filter(([, { codes }]) => codes.some((one) => one === code))
    .map(([key, { devices }]) => ({ text: findIn<string>(help.seen, key) ?? '', devices }))
}

function findIn<T>(all: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(all, key) ? all[key] : undefined
}
