import type { Impact, ImpactAsk, LockOutAsk, LockOutFindings } from '@latchkey/identity'

/** What the thread is told when it begins. */
export interface ThreadStart {
  readonly database: string
  readonly countryDatabase: string | undefined
}

/** A question to the thread. */
export type ThreadAsk = ThreadQuestion & { readonly number: number; readonly now: Date }

/** What it is about: whom a change shuts out, or what a policy did to past sign-ins. */
export type ThreadQuestion =
  | { readonly about: 'lockOut'; readonly ask: LockOutAsk }
  | { readonly about: 'impact'; readonly ask: ImpactAsk }

/** Its answer: what it found, or why it could not. */
export type ThreadAnswer =
  | { readonly number: number; readonly findings: LockOutFindings }
  | { readonly number: number; readonly impact: Impact }
  | { readonly number: number; readonly failure: string }
