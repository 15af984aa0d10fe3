import type { Person } from './person.ts'

/** Of whom a list of people is made. */
export type PeopleFilter =
  /** Something to sign in with, and nothing that withstands phishing. */
  | 'onlyPhishable'
  /** Nothing to sign in with. */
  | 'nothing'
  /** Switched off. */
  | 'disabled'
  /** Who holds a role. */
  | 'administrators'
  /** A pass that can still be used. */
  | 'pass'

/** What is asked of the list of people. */
export interface PeopleQuery {
  /** Beginnings of words, as `readSearchWords` reads them: all of them are to be found. */
  readonly words: readonly string[]
  readonly filter?: PeopleFilter
  /** Only who is in this group. */
  readonly groupId?: string
  /** A user name; exclusive. */
  readonly after?: string
  readonly limit: number
  /** Now: whether a pass is over. */
  readonly at: Date
}

/** A person, and what they have. */
export interface ListedPerson {
  readonly person: Person
  /** Without those whose device is switched off, or that nobody could ask for. */
  readonly passkeys: number
  /** How many of the passkeys stay on one device. */
  readonly deviceBound: number
  readonly password: boolean
  readonly totp: boolean
  /** One that is neither used up nor over. */
  readonly pass?: { readonly once: boolean; readonly startsAt: Date; readonly expiresAt: Date }
  readonly administers: boolean
  /** When they last signed in, as far back as the log goes. */
  readonly lastSignInAt?: Date
}

/** Some of the people, by user name. */
export interface PeoplePage {
  readonly people: readonly ListedPerson[]
  /**
   * Where the next page begins; absent: there is none. A page may be short, or empty, and have a next one: no more than
   * some thousands are looked at for one.
   */
  readonly after?: string
}
