import { browserWords } from '../catalogue/es/browser.ts'
import { commonWords } from '../catalogue/es/common.ts'
import { problems } from '../catalogue/es/problems.ts'
import { frame } from '../frame/es.ts'
import type { CentreWords } from './english.ts'
import { access } from './es/access.ts'
import { apps } from './es/apps.ts'
import { branding } from './es/branding.ts'
import { breakGlass } from './es/break-glass.ts'
import { devices } from './es/devices.ts'
import { domains } from './es/domains.ts'
import { groups } from './es/groups.ts'
import { history } from './es/history.ts'
import { home } from './es/home.ts'
import { locations } from './es/locations.ts'
import { lockOut } from './es/lock-out.ts'
import { logStreams } from './es/log-streams.ts'
import { logs } from './es/logs.ts'
import { methods } from './es/methods.ts'
import { models } from './es/models.ts'
import { people } from './es/people.ts'
import { peopleImport } from './es/people-import.ts'
import { person } from './es/person.ts'
import { requests } from './es/requests.ts'
import { roles } from './es/roles.ts'
import { settings } from './es/settings.ts'
import { shell } from './es/shell.ts'
import { strengths } from './es/strengths.ts'
import { terms } from './es/terms.ts'
import { whatIf } from './es/what-if.ts'

/** The words of the admin centre in Spanish. */
export const spanish: CentreWords = {
  language: 'es',
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
