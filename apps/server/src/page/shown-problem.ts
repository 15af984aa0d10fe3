import { findProblemWords, type WhoCanFix, type Words } from '@latchkey/words'

/** A problem in the words a page shows: RFC 9457's `title` and `detail`, and what to do `next`. */
export interface ShownProblem {
  readonly title: string
  readonly detail: string
  readonly next: string
  readonly whoCanFix: WhoCanFix
  /** The code under which `/help` says more. */
  readonly help: string
}

/**
 * Put a code into words.
 *
 * @param code of the catalogue; one that has no entry is told as a fault
 * @param retryInSeconds for `too_many_attempts`: said in minutes
 */
export function toShownProblem(said: Words, code: string, retryInSeconds?: number): ShownProblem {
  const { title, reason, next, whoCanFix } = findProblemWords(said, code) ?? said.problems.fault
  const wait =
    retryInSeconds !== undefined && said.common.tryAgainIn({ minutes: Math.ceil(retryInSeconds / 60) })
  return { title, detail: reason, next: wait === false ? next : `${next} ${wait}`, whoCanFix, help: code }
}
