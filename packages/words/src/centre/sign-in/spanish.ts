import { methods } from '../es/methods.ts'
import { models } from '../es/models.ts'
import { strengths } from '../es/strengths.ts'
import type { SignInWords } from './english.ts'

/** What the pages about ways to sign in say in Spanish. */
export const spanish: SignInWords = {
  methods,
  models,
  strengths,
}
