import { browserWords } from '../catalogue/ja/browser.ts'
import { commonWords } from '../catalogue/ja/common.ts'
import { problems } from '../catalogue/ja/problems.ts'
import { frame } from '../frame/ja.ts'
import type { CentreWords } from './english.ts'
import { access } from './ja/access.ts'
import { apps } from './ja/apps.ts'
import { branding } from './ja/branding.ts'
import { breakGlass } from './ja/break-glass.ts'
import { devices } from './ja/devices.ts'
import { domains } from './ja/domains.ts'
import { groups } from './ja/groups.ts'
import { history } from './ja/history.ts'
import { home } from './ja/home.ts'
import { locations } from './ja/locations.ts'
import { lockOut } from './ja/lock-out.ts'
import { logStreams } from './ja/log-streams.ts'
import { logs } from './ja/logs.ts'
import { methods } from './ja/methods.ts'
import { models } from './ja/models.ts'
import { people } from './ja/people.ts'
import { peopleImport } from './ja/people-import.ts'
import { person } from './ja/person.ts'
import { requests } from './ja/requests.ts'
import { roles } from './ja/roles.ts'
import { settings } from './ja/settings.ts'
import { shell } from './ja/shell.ts'
import { strengths } from './ja/strengths.ts'
import { terms } from './ja/terms.ts'
import { whatIf } from './ja/what-if.ts'

/** The words of the admin centre in Japanese. */
export const japanese: CentreWords = {
  language: 'ja',
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
