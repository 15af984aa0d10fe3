import { newPhone } from '../portal/es/new-phone.ts'
import type { GuideWords } from './english.ts'
import { apps } from './es/apps.ts'
import { begin } from './es/begin.ts'
import { builtIn } from './es/built-in.ts'
import { keys } from './es/keys.ts'
import { plan } from './es/plan.ts'
import { questions } from './es/questions.ts'
import { twoDevices } from './es/two-devices.ts'

/** The words of the guide in Spanish. */
export const spanish: GuideWords = {
  language: 'es',
  plan,
  situations: newPhone.situations,
  steps: { ...begin, ...apps, ...builtIn, ...twoDevices, ...keys },
  questions,
}
