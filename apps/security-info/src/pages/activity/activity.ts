/** A page of what happened to an account, newest first. */
export interface ActivityPage<Item> {
  readonly value: readonly Item[]
  /** The id to go on before; absent on the last page. */
  readonly next?: string
}

/** What every record says. */
interface Record {
  readonly id: string
  readonly at: string
  /** They said that it was not them. */
  readonly disowned: boolean
  /** ISO 3166. */
  readonly country?: string
}

/** A sign-in, or a try. */
export interface SignIn extends Record {
  readonly outcome: 'success' | 'failure' | 'interrupted'
  /** A code of the catalogue of problems. */
  readonly code?: string
  readonly method?: string
  readonly model?: string
  readonly app?: string
  readonly device: string
  readonly ipAddress: string
  readonly thisSession: boolean
}

/** A change of the account. */
export interface Change extends Record {
  readonly what: string
  readonly name?: string
  readonly by: 'you' | 'administrator' | 'system' | 'app' | 'operator'
  readonly ipAddress?: string
  readonly mayBeDisowned: boolean
}

/** What was done after somebody said that it was not them. */
export interface Disowned {
  readonly sessionsEnded: number
  readonly signedOut: boolean
  readonly passRemoved: boolean
  readonly method: 'removed' | 'needsProof' | 'signedInWithIt' | 'lastMethod' | 'gone' | 'none'
  readonly passwordKnown: boolean
}

/** Something that somebody may say was not them. */
export interface Suspect {
  readonly kind: 'signIn' | 'change'
  readonly id: string
  /** What it was, in words. */
  readonly what: string
}

/** Where something came from: the address, and the country as far as it is known. */
export function describePlace(
  { ipAddress, country }: { readonly ipAddress?: string; readonly country?: string },
  language: string,
): string | undefined {
  if (ipAddress === undefined) return undefined
  if (country === undefined) return ipAddress
  const name = new Intl.DisplayNames([language], { type: 'region' }).of(country)
  return `${name ?? country} (${ipAddress})`
}
