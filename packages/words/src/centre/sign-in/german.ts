import { methods } from '../de/methods.ts'
import { models } from '../de/models.ts'
import { strengths } from '../de/strengths.ts'
import type { SignInWords } from './english.ts'

/** What the pages about ways to sign in say in German. */
export const german: SignInWords = {
  methods,
  models,
  strengths,
}
