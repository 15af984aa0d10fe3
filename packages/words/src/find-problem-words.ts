import type { ProblemWords } from './catalogue/problem-words.ts'
import type { Words } from './words.ts'

/**
 * Find what to tell a person about a code: of a refusal, of a failure in the browser, or of HTTP.
 *
 * @returns `undefined` for a code without an entry; callers then say what `problems.fault` says
 */
export function findProblemWords(
  { problems }: Pick<Words, 'problems'>,
  code: string,
): ProblemWords | undefined {
  const entries: Readonly<Record<string, ProblemWords>> = problems
  return Object.hasOwn(entries, code) ? entries[code] : undefined
}
