import { browserWords } from '../catalogue/de/browser.ts'
import { commonWords } from '../catalogue/de/common.ts'
import { problems } from '../catalogue/de/problems.ts'
import { frame } from '../frame/de.ts'
import { access } from './de/access.ts'
import { apps } from './de/apps.ts'
import { branding } from './de/branding.ts'
import { breakGlass } from './de/break-glass.ts'
import { devices } from './de/devices.ts'
import { domains } from './de/domains.ts'
import { groups } from './de/groups.ts'
import { history } from './de/history.ts'
import { home } from './de/home.ts'
import { locations } from './de/locations.ts'
import { lockOut } from './de/lock-out.ts'
import { logStreams } from './de/log-streams.ts'
import { logs } from './de/logs.ts'
import { methods } from './de/methods.ts'
import { models } from './de/models.ts'
import { people } from './de/people.ts'
import { peopleImport } from './de/people-import.ts'
import { person } from './de/person.ts'
import { requests } from './de/requests.ts'
import { roles } from './de/roles.ts'
import { settings } from './de/settings.ts'
import { shell } from './de/shell.ts'
import { strengths } from './de/strengths.ts'
import { terms } from './de/terms.ts'
import { whatIf } from './de/what-if.ts'
import type { CentreWords } from './english.ts'

/** The words of the admin centre in German. */
export const german: CentreWords = {
  language: 'de',
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
