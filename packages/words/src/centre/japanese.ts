import { browserWords } from '../catalogue/ja/browser.ts'
import { commonWords } from '../catalogue/ja/common.ts'
import { problems } from '../catalogue/ja/problems.ts'
import { frame } from '../frame/ja.ts'
import type { FirstCentreWords } from './english.ts'
import { devices } from './ja/devices.ts'
import { groups } from './ja/groups.ts'
import { home } from './ja/home.ts'
import { lockOut } from './ja/lock-out.ts'
import { people } from './ja/people.ts'
import { peopleImport } from './ja/people-import.ts'
import { person } from './ja/person.ts'
import { requests } from './ja/requests.ts'
import { roles } from './ja/roles.ts'
import { shell } from './ja/shell.ts'

/** The words the admin centre begins with, in Japanese. */
export const japanese: FirstCentreWords = {
  language: 'ja',
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
