import { newPhone } from '../portal/ja/new-phone.ts'
import type { GuideWords } from './english.ts'
import { apps } from './ja/apps.ts'
import { begin } from './ja/begin.ts'
import { builtIn } from './ja/built-in.ts'
import { keys } from './ja/keys.ts'
import { plan } from './ja/plan.ts'
import { questions } from './ja/questions.ts'
import { twoDevices } from './ja/two-devices.ts'

/** The words of the guide in Japanese. */
export const japanese: GuideWords = {
  language: 'ja',
  plan,
  situations: newPhone.situations,
  steps: { ...begin, ...apps, ...builtIn, ...twoDevices, ...keys },
  questions,
}
