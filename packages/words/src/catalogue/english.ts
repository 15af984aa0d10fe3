import { adminWords } from './admin.ts'
import { browserWords } from './browser.ts'
import { commonWords } from './common.ts'
import { mailWords } from './mail.ts'
import { nudgeWords } from './nudge.ts'
import { oidcWords } from './oidc.ts'
import { passRequestWords } from './pass-request.ts'
import { problems } from './problems.ts'
import { securityInfoWords } from './security-info.ts'
import { signInWords } from './sign-in.ts'
import { welcomeWords } from './welcome.ts'

/** English, by subject. */
export const english = {
  /** BCP 47, for `<html lang>`. */
  language: 'en',
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
