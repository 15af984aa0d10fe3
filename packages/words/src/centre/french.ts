import { browserWords } from '../catalogue/fr/browser.ts'
import { commonWords } from '../catalogue/fr/common.ts'
import { problems } from '../catalogue/fr/problems.ts'
import { frame } from '../frame/fr.ts'
import type { FirstCentreWords } from './english.ts'
import { devices } from './fr/devices.ts'
import { groups } from './fr/groups.ts'
import { home } from './fr/home.ts'
import { lockOut } from './fr/lock-out.ts'
import { people } from './fr/people.ts'
import { peopleImport } from './fr/people-import.ts'
import { person } from './fr/person.ts'
import { requests } from './fr/requests.ts'
import { roles } from './fr/roles.ts'
import { shell } from './fr/shell.ts'

/** The words the admin centre begins with, in French. */
export const french: FirstCentreWords = {
  language: 'fr',
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
