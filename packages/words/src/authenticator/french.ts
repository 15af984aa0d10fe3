import { browserWords } from '../catalogue/fr/browser.ts'
import { commonWords } from '../catalogue/fr/common.ts'
import { problems } from '../catalogue/fr/problems.ts'
import { frame } from '../frame/fr.ts'
import type { AuthenticatorWords } from './english.ts'
import { accounts } from './fr/accounts.ts'
import { adding } from './fr/adding.ts'
import { agent } from './fr/agent.ts'
import { approvals } from './fr/approvals.ts'
import { codes } from './fr/codes.ts'
import { consent } from './fr/consent.ts'
import { extension } from './fr/extension.ts'
import { linked } from './fr/linked.ts'
import { links } from './fr/links.ts'
import { passkeys } from './fr/passkeys.ts'
import { scan } from './fr/scan.ts'
import { shell } from './fr/shell.ts'
import { unlock } from './fr/unlock.ts'

/** The words of the Authenticator in French. */
export const french: AuthenticatorWords = {
  language: 'fr',
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
