import { browserWords } from '../catalogue/de/browser.ts'
import { commonWords } from '../catalogue/de/common.ts'
import { problems } from '../catalogue/de/problems.ts'
import { frame } from '../frame/de.ts'
import { devices } from './de/devices.ts'
import { groups } from './de/groups.ts'
import { home } from './de/home.ts'
import { lockOut } from './de/lock-out.ts'
import { people } from './de/people.ts'
import { peopleImport } from './de/people-import.ts'
import { person } from './de/person.ts'
import { requests } from './de/requests.ts'
import { roles } from './de/roles.ts'
import { shell } from './de/shell.ts'
import type { FirstCentreWords } from './english.ts'

/** The words the admin centre begins with, in German. */
export const german: FirstCentreWords = {
  language: 'de',
  common: commonWords,
  browser: browserWords,
  problems,
  frame,
  devices,
  groups,
  home,
  lockOut,
  people,
  peopleImport,
  person,
  requests,
  roles,
  shell,
}
