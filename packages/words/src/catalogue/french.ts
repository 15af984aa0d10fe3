import type { Words } from '../words.ts'
import { adminWords } from './fr/admin.ts'
import { browserWords } from './fr/browser.ts'
import { commonWords } from './fr/common.ts'
import { mailWords } from './fr/mail.ts'
import { nudgeWords } from './fr/nudge.ts'
import { oidcWords } from './fr/oidc.ts'
import { passRequestWords } from './fr/pass-request.ts'
import { problems } from './fr/problems.ts'
import { securityInfoWords } from './fr/security-info.ts'
import { signInWords } from './fr/sign-in.ts'
import { welcomeWords } from './fr/welcome.ts'

/** French, by subject. People are called « vous ». */
export const french: Words = {
  language: 'fr',
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
