import { browserWords } from '../catalogue/browser.ts'
import { commonWords } from '../catalogue/common.ts'
import { problems } from '../catalogue/problems.ts'
import { frame } from '../frame/en.ts'
import type { Language } from '../language.ts'
import { accounts } from './en/accounts.ts'
import { adding } from './en/adding.ts'
import { agent } from './en/agent.ts'
import { approvals } from './en/approvals.ts'
import { codes } from './en/codes.ts'
import { consent } from './en/consent.ts'
import { extension } from './en/extension.ts'
import { linked } from './en/linked.ts'
import { links } from './en/links.ts'
import { passkeys } from './en/passkeys.ts'
import { scan } from './en/scan.ts'
import { shell } from './en/shell.ts'
import { unlock } from './en/unlock.ts'

/** English is one of them; the pattern says only that. */
const toLanguage = (language: Language) => language

/** The words of the Authenticator in English: the pattern of the other languages. */
export const english = {
  language: toLanguage('en'),
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

/** Every word of the Authenticator. */
export type AuthenticatorWords = typeof english
