export type { ProblemWords, WhoCanFix } from './catalogue/problem-words.ts'
export { findProblemWords } from './find-problem-words.ts'
export { chooseLanguage, type Language, languages, type Words, words } from './words.ts'
