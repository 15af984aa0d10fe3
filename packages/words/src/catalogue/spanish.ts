import type { Words } from '../words.ts'
import { adminWords } from './es/admin.ts'
import { browserWords } from './es/browser.ts'
import { commonWords } from './es/common.ts'
import { mailWords } from './es/mail.ts'
import { nudgeWords } from './es/nudge.ts'
import { oidcWords } from './es/oidc.ts'
import { passRequestWords } from './es/pass-request.ts'
import { problems } from './es/problems.ts'
import { securityInfoWords } from './es/security-info.ts'
import { signInWords } from './es/sign-in.ts'
import { welcomeWords } from './es/welcome.ts'

/** Spanish, by subject. People are called «usted», where they have to be called anything. */
export const spanish: Words = {
  language: 'es',
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
