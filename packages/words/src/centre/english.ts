import { browserWords } from '../catalogue/browser.ts'
import { commonWords } from '../catalogue/common.ts'
import { problems } from '../catalogue/problems.ts'
import { frame } from '../frame/en.ts'
import type { Language } from '../words.ts'
import { access } from './en/access.ts'
import { apps } from './en/apps.ts'
import { branding } from './en/branding.ts'
import { breakGlass } from './en/break-glass.ts'
import { devices } from './en/devices.ts'
import { domains } from './en/domains.ts'
import { groups } from './en/groups.ts'
import { history } from './en/history.ts'
import { home } from './en/home.ts'
import { locations } from './en/locations.ts'
import { lockOut } from './en/lock-out.ts'
import { logStreams } from './en/log-streams.ts'
import { logs } from './en/logs.ts'
import { methods } from './en/methods.ts'
import { models } from './en/models.ts'
import { people } from './en/people.ts'
import { peopleImport } from './en/people-import.ts'
import { person } from './en/person.ts'
import { requests } from './en/requests.ts'
import { roles } from './en/roles.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { strengths } from './en/strengths.ts'
import { terms } from './en/terms.ts'
import { whatIf } from './en/what-if.ts'

/** English is one of them; the pattern says only that. */
const toLanguage = (language: Language) => language

/** The words of the admin centre in English: the pattern of the other languages. */
export const english = {
  language: toLanguage('en'),
  common: commonWords,
  browser: browserWords,
  problems,
  frame,
  access,
  apps,
  branding,
  breakGlass,
  devices,
  domains,
  groups,
  history,
  home,
  locations,
  lockOut,
  logStreams,
  logs,
  methods,
  models,
  people,
  peopleImport,
  person,
  requests,
  roles,
  settings,
  shell,
  strengths,
  terms,
  whatIf,
}

/** Every word of the admin centre. */
export type CentreWords = typeof english
