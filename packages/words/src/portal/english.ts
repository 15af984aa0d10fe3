import { browserWords } from '../catalogue/browser.ts'
import { commonWords } from '../catalogue/common.ts'
import { problems } from '../catalogue/problems.ts'
import { frame } from '../frame/en.ts'
import type { Language } from '../language.ts'
import { activity } from './en/activity.ts'
import { add } from './en/add.ts'
import { apps } from './en/apps.ts'
import { codes } from './en/codes.ts'
import { devices } from './en/devices.ts'
import { methods } from './en/methods.ts'
import { newPhone } from './en/new-phone.ts'
import { passkey } from './en/passkey.ts'
import { password } from './en/password.ts'
import { sessions } from './en/sessions.ts'
import { shell } from './en/shell.ts'
import { steps } from './en/steps.ts'

/** English is one of them; the pattern says only that. */
const toLanguage = (language: Language) => language

/** The words of Security info in English: the pattern of the other languages. */
export const english = {
  language: toLanguage('en'),
  common: commonWords,
  browser: browserWords,
  problems,
  frame,
  activity,
  add,
  apps,
  codes,
  devices,
  methods,
  newPhone,
  passkey,
  password,
  sessions,
  shell,
  steps,
}

/** Every word of Security info. */
export type PortalWords = typeof english
