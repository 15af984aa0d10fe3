import { browserWords } from '../catalogue/es/browser.ts'
import { commonWords } from '../catalogue/es/common.ts'
import { problems } from '../catalogue/es/problems.ts'
import { frame } from '../frame/es.ts'
import type { FirstCentreWords } from './english.ts'
import { devices } from './es/devices.ts'
import { groups } from './es/groups.ts'
import { home } from './es/home.ts'
import { lockOut } from './es/lock-out.ts'
import { people } from './es/people.ts'
import { peopleImport } from './es/people-import.ts'
import { person } from './es/person.ts'
import { requests } from './es/requests.ts'
import { roles } from './es/roles.ts'
import { shell } from './es/shell.ts'

/** The words the admin centre begins with, in Spanish. */
export const spanish: FirstCentreWords = {
  language: 'es',
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
