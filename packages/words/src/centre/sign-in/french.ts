import { methods } from '../fr/methods.ts'
import { models } from '../fr/models.ts'
import { strengths } from '../fr/strengths.ts'
import type { SignInWords } from './english.ts'

/** What the pages about ways to sign in say in French. */
export const french: SignInWords = {
  methods,
  models,
  strengths,
}
