import { browserWords } from '../catalogue/browser.ts'
import { commonWords } from '../catalogue/common.ts'
import { problems } from '../catalogue/problems.ts'
import { frame } from '../frame/en.ts'
import type { Language } from '../language.ts'
import { devices } from './en/devices.ts'
import { groups } from './en/groups.ts'
import { home } from './en/home.ts'
import { lockOut } from './en/lock-out.ts'
import { people } from './en/people.ts'
import { peopleImport } from './en/people-import.ts'
import { person } from './en/person.ts'
import { requests } from './en/requests.ts'
import { roles } from './en/roles.ts'
import { shell } from './en/shell.ts'
import type { OrganisationWords } from './organisation/english.ts'
import type { RecordsWords } from './records/english.ts'
import type { RolloutWords } from './rollout/english.ts'
import type { RulesWords } from './rules/english.ts'
import type { SignInWords } from './sign-in/english.ts'

/** English is one of them; the pattern says only that. */
const toLanguage = (language: Language) => language

/** The words the admin centre begins with, in English: the pattern of the other languages. */
export const english = {
  language: toLanguage('en'),
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

/** What the admin centre begins with: what stands around the pages, and the words of those that people begin at. */
export type FirstCentreWords = typeof english

/** Every word of the admin centre, whenever it is loaded. */
export type CentreWords = FirstCentreWords &
  OrganisationWords &
  RecordsWords &
  RolloutWords &
  RulesWords &
  SignInWords
