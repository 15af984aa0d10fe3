import { browserWords } from '../catalogue/de/browser.ts'
import { commonWords } from '../catalogue/de/common.ts'
import { problems } from '../catalogue/de/problems.ts'
import { frame } from '../frame/de.ts'
import { activity } from './de/activity.ts'
import { add } from './de/add.ts'
import { apps } from './de/apps.ts'
import { codes } from './de/codes.ts'
import { devices } from './de/devices.ts'
import { methods } from './de/methods.ts'
import { newPhone } from './de/new-phone.ts'
import { passkey } from './de/passkey.ts'
import { password } from './de/password.ts'
import { sessions } from './de/sessions.ts'
import { shell } from './de/shell.ts'
import { steps } from './de/steps.ts'
import type { PortalWords } from './english.ts'

/** The words of Security info in German. */
export const german: PortalWords = {
  language: 'de',
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
