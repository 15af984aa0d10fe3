import { browserWords } from '../catalogue/fr/browser.ts'
import { commonWords } from '../catalogue/fr/common.ts'
import { problems } from '../catalogue/fr/problems.ts'
import { frame } from '../frame/fr.ts'
import type { CentreWords } from './english.ts'
import { access } from './fr/access.ts'
import { apps } from './fr/apps.ts'
import { branding } from './fr/branding.ts'
import { breakGlass } from './fr/break-glass.ts'
import { devices } from './fr/devices.ts'
import { domains } from './fr/domains.ts'
import { groups } from './fr/groups.ts'
import { history } from './fr/history.ts'
import { home } from './fr/home.ts'
import { locations } from './fr/locations.ts'
import { lockOut } from './fr/lock-out.ts'
import { logStreams } from './fr/log-streams.ts'
import { logs } from './fr/logs.ts'
import { methods } from './fr/methods.ts'
import { models } from './fr/models.ts'
import { people } from './fr/people.ts'
import { peopleImport } from './fr/people-import.ts'
import { person } from './fr/person.ts'
import { requests } from './fr/requests.ts'
import { roles } from './fr/roles.ts'
import { settings } from './fr/settings.ts'
import { shell } from './fr/shell.ts'
import { strengths } from './fr/strengths.ts'
import { terms } from './fr/terms.ts'
import { whatIf } from './fr/what-if.ts'

/** The words of the admin centre in French. */
export const french: CentreWords = {
  language: 'fr',
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
