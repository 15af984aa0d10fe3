import type { PeopleNamed } from './people-named.ts'

/** How often somebody was asked for a passkey on the way through sign-in, and what came of it. */
export interface NudgeRecord {
  readonly snoozes: number
  readonly snoozedAt?: Date
  /** When they tried and it came to nothing. */
  readonly failedAt?: Date
  /** Asked, and not answered: whoever closes the browser has put it off. */
  readonly open?: { readonly visit: string; readonly at: Date }
}

/** How far a campaign reaches. */
export interface NudgeReach {
  /** Whom it is for, and who may sign in. */
  readonly people: number
  readonly withoutPasskey: number
  /** Of those: who has put it off at least once. */
  readonly putOff: number
  /** Of those: who has put it off as often as may be. */
  readonly usedUp: number
}

/** What becomes of the campaign with each person. A visit is one way through the sign-in pages. */
export interface NudgeStore {
  find(tenantId: string, userId: string): Promise<NudgeRecord | undefined>
  /**
   * Note that somebody is asked in a visit. If they were asked in another one and never answered, that counts as put
   * off. One statement; of the same visit it changes nothing the second time.
   */
  ask(tenantId: string, userId: string, visit: string, at: Date): Promise<void>
  /** Count that it was put off. One statement: a visit is counted once. @returns whether it was */
  snooze(tenantId: string, userId: string, visit: string, at: Date): Promise<boolean>
  /** Note that it came to nothing, which is not counted. @returns whether they were asked in this visit */
  fail(tenantId: string, userId: string, visit: string, at: Date): Promise<boolean>
  /** A passkey was made: what was put off is forgotten, and they are left in peace as after putting it off. */
  settle(tenantId: string, userId: string, at: Date): Promise<void>
  countReach(tenantId: string, people: PeopleNamed, mostSnoozes: number): Promise<NudgeReach>
}
