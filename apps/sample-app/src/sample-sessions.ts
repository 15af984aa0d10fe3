import { randomBytes } from 'node:crypto'

/** What the ID token said about a sign-in. */
export interface SignedInPerson {
  readonly sub: string
  /** The identity provider's session: a logout token names it. */
  readonly sid: string | undefined
  readonly name: string
  readonly userName: string | undefined
  readonly amr: readonly string[]
  readonly acr: string | undefined
  readonly authTime: Date | undefined
  readonly groups: readonly string[]
  readonly roles: readonly string[]
  readonly idToken: string
}

/** A sign-in that is under way in one browser. */
export interface PendingSignIn {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** The app's own sessions, in memory: they go when it stops. */
export interface SampleSessions {
  find(key: string | undefined): SignedInPerson | undefined
  /** @returns the key, for the cookie */
  insert(person: SignedInPerson): string
  remove(key: string | undefined): void
  /** End every session of a person, or of one session of the identity provider. @returns how many */
  removeAll(ended: { readonly sid: string | undefined; readonly sub: string | undefined }): number
  insertPending(pending: PendingSignIn): string
  takePending(key: string | undefined): PendingSignIn | undefined
}

/** How many unfinished sign-ins are remembered; older ones are forgotten. */
const mostPending = 1000

export function sampleSessions(): SampleSessions {
  const people = new Map<string, SignedInPerson>()
  const pending = new Map<string, PendingSignIn>()
  return {
    find: (key) => (key === undefined ? undefined : people.get(key)),
    insert: (person) => insertInto(people, person),
    remove: (key) => void (key !== undefined && people.delete(key)),
    removeAll({ sid, sub }) {
      const ended = [...people].filter(([, person]) =>
        sid === undefined ? person.sub === sub : person.sid === sid,
      )
      for (const [key] of ended) people.delete(key)
      return ended.length
    },
    insertPending(one) {
      const [oldest] = pending.keys()
      if (pending.size >= mostPending && oldest !== undefined) pending.delete(oldest)
      return insertInto(pending, one)
    },
    takePending(key) {
      const found = key === undefined ? undefined : pending.get(key)
      if (key !== undefined) pending.delete(key)
      return found
    },
  }
}

function insertInto<T>(map: Map<string, T>, value: T): string {
  const key = randomBytes(32).toString('base64url')
  map.set(key, value)
  return key
}
