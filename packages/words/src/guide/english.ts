import type { Language } from '../language.ts'
import { newPhone } from '../portal/en/new-phone.ts'
import { apps } from './en/apps.ts'
import { begin } from './en/begin.ts'
import { builtIn } from './en/built-in.ts'
import { keys } from './en/keys.ts'
import { plan } from './en/plan.ts'
import { questions } from './en/questions.ts'
import { twoDevices } from './en/two-devices.ts'

/** English is one of them; the pattern says only that. */
const toLanguage = (language: Language) => language

/** The words of the guide in English: the pattern of the other languages. */
export const english = {
  language: toLanguage('en'),
  plan,
  situations: newPhone.situations,
  steps: { ...begin, ...apps, ...builtIn, ...twoDevices, ...keys },
  questions,
}

/** Every word of the guide. */
export type GuideWords = typeof english
