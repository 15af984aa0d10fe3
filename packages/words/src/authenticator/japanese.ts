import { browserWords } from '../catalogue/ja/browser.ts'
import { commonWords } from '../catalogue/ja/common.ts'
import { problems } from '../catalogue/ja/problems.ts'
import { frame } from '../frame/ja.ts'
import type { AuthenticatorWords } from './english.ts'
import { accounts } from './ja/accounts.ts'
import { adding } from './ja/adding.ts'
import { agent } from './ja/agent.ts'
import { approvals } from './ja/approvals.ts'
import { codes } from './ja/codes.ts'
import { consent } from './ja/consent.ts'
import { extension } from './ja/extension.ts'
import { linked } from './ja/linked.ts'
import { links } from './ja/links.ts'
import { passkeys } from './ja/passkeys.ts'
import { scan } from './ja/scan.ts'
import { shell } from './ja/shell.ts'
import { unlock } from './ja/unlock.ts'

/** The words of the Authenticator in Japanese. */
export const japanese: AuthenticatorWords = {
  language: 'ja',
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
