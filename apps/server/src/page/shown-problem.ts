import { findProblemWords, type Words } from '@latchkey/words'

/** The words of a problem as they go to a page's script: RFC 9457's `title` and `detail`, and what to do `next`. */
export interface ShownProblem {
  readonly title: string
  readonly detail: string
  readonly next: string
  readonly correlationId: string
}

/** Put a code into the words a page shows. */
export function toShownProblem(said: Words, code: string, correlationId: string): ShownProblem {
  const { title, reason, next } = findProblemWords(said, code) ?? said.problems.fault
  return { title, detail: reason, next, correlationId }
}
