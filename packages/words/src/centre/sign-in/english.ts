import { methods } from '../en/methods.ts'
import { models } from '../en/models.ts'
import { strengths } from '../en/strengths.ts'

/** What the pages about ways to sign in say in English. */
export const english = {
  methods,
  models,
  strengths,
}

/** Every word that only the pages about ways to sign in say. */
export type SignInWords = typeof english
