import type { ProblemWords } from '../problem-words.ts'

/** What can be wrong with what a passkey answered. */
export const ceremonyProblems = {} satisfies Record<string, ProblemWords>
