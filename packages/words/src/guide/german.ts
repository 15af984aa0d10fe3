import { newPhone } from '../portal/de/new-phone.ts'
import { apps } from './de/apps.ts'
import { begin } from './de/begin.ts'
import { builtIn } from './de/built-in.ts'
import { keys } from './de/keys.ts'
import { plan } from './de/plan.ts'
import { questions } from './de/questions.ts'
import { twoDevices } from './de/two-devices.ts'
import type { GuideWords } from './english.ts'

/** The words of the guide in German. */
export const german: GuideWords = {
  language: 'de',
  plan,
  situations: newPhone.situations,
  steps: { ...begin, ...apps, ...builtIn, ...twoDevices, ...keys },
  questions,
}
