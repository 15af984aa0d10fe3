import { methods } from '../ja/methods.ts'
import { models } from '../ja/models.ts'
import { strengths } from '../ja/strengths.ts'
import type { SignInWords } from './english.ts'

/** What the pages about ways to sign in say in Japanese. */
export const japanese: SignInWords = {
  methods,
  models,
  strengths,
}
