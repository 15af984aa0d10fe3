import { newPhone } from '../portal/fr/new-phone.ts'
import type { GuideWords } from './english.ts'
import { apps } from './fr/apps.ts'
import { begin } from './fr/begin.ts'
import { builtIn } from './fr/built-in.ts'
import { keys } from './fr/keys.ts'
import { plan } from './fr/plan.ts'
import { questions } from './fr/questions.ts'
import { twoDevices } from './fr/two-devices.ts'

/** The words of the guide in French. */
export const french: GuideWords = {
  language: 'fr',
  plan,
  situations: newPhone.situations,
  steps: { ...begin, ...apps, ...builtIn, ...twoDevices, ...keys },
  questions,
}
