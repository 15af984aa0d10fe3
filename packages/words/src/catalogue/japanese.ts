import type { Words } from '../words.ts'
import { adminWords } from './ja/admin.ts'
import { browserWords } from './ja/browser.ts'
import { commonWords } from './ja/common.ts'
import { mailWords } from './ja/mail.ts'
import { nudgeWords } from './ja/nudge.ts'
import { oidcWords } from './ja/oidc.ts'
import { passRequestWords } from './ja/pass-request.ts'
import { problems } from './ja/problems.ts'
import { securityInfoWords } from './ja/security-info.ts'
import { signInWords } from './ja/sign-in.ts'
import { welcomeWords } from './ja/welcome.ts'

/** Japanese, by subject. Polite, and without pronouns where the sentence needs none. */
export const japanese: Words = {
  language: 'ja',
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
