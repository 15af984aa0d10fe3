import { browserWords } from '../catalogue/es/browser.ts'
import { commonWords } from '../catalogue/es/common.ts'
import { problems } from '../catalogue/es/problems.ts'
import { frame } from '../frame/es.ts'
import type { AuthenticatorWords } from './english.ts'
import { accounts } from './es/accounts.ts'
import { adding } from './es/adding.ts'
import { agent } from './es/agent.ts'
import { approvals } from './es/approvals.ts'
import { codes } from './es/codes.ts'
import { consent } from './es/consent.ts'
import { extension } from './es/extension.ts'
import { linked } from './es/linked.ts'
import { links } from './es/links.ts'
import { passkeys } from './es/passkeys.ts'
import { scan } from './es/scan.ts'
import { shell } from './es/shell.ts'
import { unlock } from './es/unlock.ts'

/** The words of the Authenticator in Spanish. */
export const spanish: AuthenticatorWords = {
  language: 'es',
  common: commonWords,
  browser: browserWords,
  problems,
  frame,
  shell,
  accounts,
  adding,
  passkeys,
  unlock,
  codes,
  approvals,
  scan,
  consent,
  linked,
  links,
  extension,
  agent,
}
