import { browserWords } from '../catalogue/fr/browser.ts'
import { commonWords } from '../catalogue/fr/common.ts'
import { problems } from '../catalogue/fr/problems.ts'
import { frame } from '../frame/fr.ts'
import type { PortalWords } from './english.ts'
import { activity } from './fr/activity.ts'
import { add } from './fr/add.ts'
import { apps } from './fr/apps.ts'
import { codes } from './fr/codes.ts'
import { devices } from './fr/devices.ts'
import { methods } from './fr/methods.ts'
import { newPhone } from './fr/new-phone.ts'
import { passkey } from './fr/passkey.ts'
import { password } from './fr/password.ts'
import { sessions } from './fr/sessions.ts'
import { shell } from './fr/shell.ts'
import { steps } from './fr/steps.ts'

/** The words of Security info in French. */
export const french: PortalWords = {
  language: 'fr',
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
