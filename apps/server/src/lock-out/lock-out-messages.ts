import type { Impact, ImpactAsk, LockOutAsk, LockOutFindings } from '@latchkey/identity'
import type { PersonInGroups, Rehearsal, RehearsalAsk } from '@latchkey/rollout'

/** What the thread is told when it begins. */
export interface ThreadStart {
  readonly database: string
  readonly countryDatabase: string | undefined
}

/** A question to the thread. */
export type ThreadAsk = ThreadQuestion & { readonly number: number; readonly now: Date }

/**
 * What it is about: whom a change shuts out, what a policy did to past sign-ins, what a wave would do to its people, or
 * who can be in one.
 */
export type ThreadQuestion =
  | { readonly about: 'lockOut'; readonly ask: LockOutAsk }
  | { readonly about: 'impact'; readonly ask: ImpactAsk }
  | { readonly about: 'wave'; readonly ask: RehearsalAsk }
  | { readonly about: 'wavePeople'; readonly tenantId: string }

/** Its answer: what it found, or why it could not. */
export type ThreadAnswer =
  | { readonly number: number; readonly findings: LockOutFindings }
  | { readonly number: number; readonly impact: Impact }
  | { readonly number: number; readonly rehearsal: Rehearsal }
  | { readonly number: number; readonly people: readonly PersonInGroups[] }
  | { readonly number: number; readonly failure: string }
