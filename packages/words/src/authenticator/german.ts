import { browserWords } from '../catalogue/de/browser.ts'
import { commonWords } from '../catalogue/de/common.ts'
import { problems } from '../catalogue/de/problems.ts'
import { frame } from '../frame/de.ts'
import { accounts } from './de/accounts.ts'
import { adding } from './de/adding.ts'
import { agent } from './de/agent.ts'
import { approvals } from './de/approvals.ts'
import { codes } from './de/codes.ts'
import { consent } from './de/consent.ts'
import { extension } from './de/extension.ts'
import { linked } from './de/linked.ts'
import { links } from './de/links.ts'
import { passkeys } from './de/passkeys.ts'
import { scan } from './de/scan.ts'
import { shell } from './de/shell.ts'
import { unlock } from './de/unlock.ts'
import type { AuthenticatorWords } from './english.ts'

/** The words of the Authenticator in German. */
export const german: AuthenticatorWords = {
  language: 'de',
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
