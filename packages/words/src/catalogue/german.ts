import type { Words } from '../words.ts'
import { adminWords } from './de/admin.ts'
import { browserWords } from './de/browser.ts'
import { commonWords } from './de/common.ts'
import { mailWords } from './de/mail.ts'
import { nudgeWords } from './de/nudge.ts'
import { oidcWords } from './de/oidc.ts'
import { passRequestWords } from './de/pass-request.ts'
import { problems } from './de/problems.ts'
import { securityInfoWords } from './de/security-info.ts'
import { signInWords } from './de/sign-in.ts'
import { welcomeWords } from './de/welcome.ts'

/** German, by subject. People are called „Sie“. */
export const german: Words = {
  language: 'de',
  common: commonWords,
  browser: browserWords,
  signIn: signInWords,
  nudge: nudgeWords,
  passRequest: passRequestWords,
  securityInfo: securityInfoWords,
  welcome: welcomeWords,
  admin: adminWords,
  mail: mailWords,
  oidc: oidcWords,
  problems,
}
