import type { Evidence, ProvenMethod } from '@latchkey/policy'
import type { RememberedBrowser } from '../approvals/remembered-browser-store.ts'
import type { MadeOn } from '../device-links/is-reachable.ts'
import type { DeviceEntry } from '../devices/find-device-of-session.ts'
import type { AdministratorRole } from '../people/role-store.ts'
import type { RecordedVerdict } from '../rules/impact.ts'

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
    /** The device of ours it was made on, for `isReachable`. */
    readonly device?: MadeOn & {
      /** What the directory says of it, where it is registered for this very person. */
      readonly entry?: DeviceEntry
    }
  }[]
  /** How many passkeys they have whose device is switched off or gone: those let nobody in. Absent: none. */
  readonly deadPasskeys?: number
  readonly password: boolean
  readonly totp: boolean
  /** Whether a device of theirs that is switched on may approve. Absent: none may. */
  readonly approver?: boolean
  /** Where they may ask for an approval and nothing else. Absent: nowhere. */
  readonly rememberedBrowsers?: readonly Pick<RememberedBrowser, 'userAgent' | 'ipAddress' | 'lastUsedAt'>[]
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

/** What was proven in a session, as the log of sign-ins keeps it. */
export interface ProvenThen extends Pick<ProvenMethod, 'method' | 'at' | 'passkey'> {
  readonly sessionId: string
}

/** Somebody who got to what they wanted. */
export interface Arrived {
  readonly signInId: string
  readonly at: Date
  readonly userId: string
  /** Absent: to one of our own pages. */
  readonly clientId?: string
  readonly sessionId?: string
  /** The strength that what was proven amounted to. */
  readonly strength?: string
  readonly ipAddress: string
  readonly userAgent: string
}

/** A sign-in that a policy was about, and what it said. */
export interface Judged extends Omit<Arrived, 'sessionId' | 'strength'> {
  readonly verdict: RecordedVerdict
}

/** Part of the log of sign-ins, newest first. */
export interface PastQuery {
  /** The least sign-in id that counts. */
  readonly from: string
  readonly limit: number
  /** A sign-in id, exclusive. */
  readonly before?: string | undefined
}

/** What many people have, read at once: never a question per person. */
export interface LockOutStore {
  /**
   * Passkeys whose device is switched off or gone are left out; those that nobody can ask for (`isReachable`) are not.
   *
   * @param userIds whom; absent: everybody. Whoever is switched off is not listed.
   */
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
  /** What was proven in which session, newest first. */
  listProven(tenantId: string, query: PastQuery): Promise<readonly ProvenThen[]>
  /** Who got to what they wanted: to an app when it got its answer, to our own pages when they proved something. */
  listArrivals(tenantId: string, query: PastQuery): Promise<readonly Arrived[]>
  countArrivals(tenantId: string, from: string): Promise<number>
  /** The sign-ins that a policy was about. */
  listVerdicts(tenantId: string, query: PastQuery & { readonly policyId: string }): Promise<readonly Judged[]>
  /** The ids of the accounts that are kept for emergencies, in order. */
  listBreakGlass(tenantId: string): Promise<readonly string[]>
}
