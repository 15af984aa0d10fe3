import { browserWords } from '../catalogue/ja/browser.ts'
import { commonWords } from '../catalogue/ja/common.ts'
import { problems } from '../catalogue/ja/problems.ts'
import { frame } from '../frame/ja.ts'
import type { PortalWords } from './english.ts'
import { activity } from './ja/activity.ts'
import { add } from './ja/add.ts'
import { apps } from './ja/apps.ts'
import { codes } from './ja/codes.ts'
import { devices } from './ja/devices.ts'
import { methods } from './ja/methods.ts'
import { newPhone } from './ja/new-phone.ts'
import { passkey } from './ja/passkey.ts'
import { password } from './ja/password.ts'
import { sessions } from './ja/sessions.ts'
import { shell } from './ja/shell.ts'
import { steps } from './ja/steps.ts'

/** The words of Security info in Japanese. */
export const japanese: PortalWords = {
  language: 'ja',
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
