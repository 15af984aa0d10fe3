import { browserWords } from '../catalogue/es/browser.ts'
import { commonWords } from '../catalogue/es/common.ts'
import { problems } from '../catalogue/es/problems.ts'
import { frame } from '../frame/es.ts'
import type { PortalWords } from './english.ts'
import { activity } from './es/activity.ts'
import { add } from './es/add.ts'
import { apps } from './es/apps.ts'
import { codes } from './es/codes.ts'
import { devices } from './es/devices.ts'
import { methods } from './es/methods.ts'
import { newPhone } from './es/new-phone.ts'
import { passkey } from './es/passkey.ts'
import { password } from './es/password.ts'
import { sessions } from './es/sessions.ts'
import { shell } from './es/shell.ts'
import { steps } from './es/steps.ts'

/** The words of Security info in Spanish. */
export const spanish: PortalWords = {
  language: 'es',
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
