import type { LockOutAsk, LockOutFindings } from '@latchkey/identity'

/** What the thread is told when it begins. */
export interface ThreadStart {
  readonly database: string
  readonly countryDatabase: string | undefined
}

/** A question to the thread. */
export interface ThreadAsk {
  readonly number: number
  readonly ask: LockOutAsk
  readonly now: Date
}

/** Its answer: what it found, or why it could not. */
export type ThreadAnswer =
  | { readonly number: number; readonly findings: LockOutFindings }
  | { readonly number: number; readonly failure: string }
