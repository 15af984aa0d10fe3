import type { Evidence } from '@latchkey/policy'
import type { AdministratorRole } from '../people/role-store.ts'

/** Somebody who is switched on, and all that decides whether rules let them in. */
export interface HeldByPerson {
  readonly userId: string
  readonly breakGlass: boolean
  readonly groupIds: readonly string[]
  readonly roles: readonly AdministratorRole[]
  readonly passkeys: readonly {
    readonly aaguid: string
    readonly attested: boolean
    readonly evidence: Evidence
    readonly backupEligible: boolean
  }[]
  readonly password: boolean
  readonly totp: boolean
  /** One that is not used up; whether it is over is for the reader to say. */
  readonly pass?: { readonly once: boolean; readonly startsAt: Date; readonly expiresAt: Date }
}

/** Where somebody signed in from, and to what. */
export interface Visited {
  readonly userId: string
  /** Absent: to one of our own pages. */
  readonly clientId?: string
  readonly ipAddress: string
  readonly userAgent: string
}

/** What many people have, read at once: never a question per person. */
export interface LockOutStore {
  /** @param userIds whom; absent: everybody. Whoever is switched off is not listed. */
  listHeld(tenantId: string, userIds?: readonly string[]): Promise<readonly HeldByPerson[]>
  /**
   * Each place and app that somebody signed in at, once.
   *
   * @param from the least sign-in id that counts
   */
  listVisited(tenantId: string, from: string, userIds?: readonly string[]): Promise<readonly Visited[]>
  /**
   * Something that differs whenever it may matter to `listHeld`: how much the audit has grown from an audit id on, what
   * is known to move nobody left out, and how many passes were used.
   */
  readStamp(tenantId: string, fromAuditId: string): Promise<string>
  /** The ids of the accounts that are kept for emergencies, in order. */
  listBreakGlass(tenantId: string): Promise<readonly string[]>
}
