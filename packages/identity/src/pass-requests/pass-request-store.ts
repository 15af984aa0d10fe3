/** What whoever decides may have done to know the person. */
export const passRequestChecks = [
  'calledBack',
  'video',
  'inPerson',
  'photoId',
  'managerVouched',
  'knownToMe',
] as const

export type PassRequestCheck = (typeof passRequestChecks)[number]

/** How a pass gets to the person: told by whoever approved, or mailed to an address that the sign-in does not guard. */
export type PassDelivery = 'tell' | 'mail'

export type PassRequestState = 'open' | 'approved' | 'refused' | 'stopped' | 'expired'

/** Somebody who cannot sign in asked for a Temporary Access Pass. */
export interface PassRequest {
  readonly tenantId: string
  /** UUIDv7. Whoever knows it can stop the request, and nothing else. */
  readonly requestId: string
  readonly userId: string
  readonly state: PassRequestState
  readonly askedAt: Date
  /** From then on nobody can approve it. */
  readonly expiresAt: Date
  /** When the pass should begin to work. Absent: as soon as may be. */
  readonly startsAt?: Date
  readonly lifetimeMinutes?: number
  /** As typed by a stranger. */
  readonly reason: string
  /** How to reach them, as typed by a stranger: nothing says it is the person's. */
  readonly contact: string
  /** It came again while it waited: when last, and how to reach them, as typed then. */
  readonly again?: { readonly at: Date; readonly contact: string }
  readonly ipAddress: string
  readonly userAgent: string
  readonly correlationId: string
  /** Where two have to agree: who did first, when, and what they checked. */
  readonly first?: PassRequestApproval
  /** Who decided, when, and what they checked. */
  readonly decision?: PassRequestApproval & {
    /** Why it was refused, or what whoever approved wrote down. */
    readonly note?: string
  }
  readonly passId?: string
  readonly delivery?: PassDelivery
}

/** One person's word on a request. */
export interface PassRequestApproval {
  /** A user id, an app's client id, or `operator`; of a request that was stopped, `link`. */
  readonly by: string
  readonly at: Date
  readonly checks: readonly PassRequestCheck[]
}

/** Requests for passes. */
export interface PassRequestStore {
  /** Keep a request. @returns false if the person has one waiting: one statement, so of many at once one is kept */
  insert(request: PassRequest): Promise<boolean>
  /** Note that the person's request that waits came again. */
  putAgain(tenantId: string, userId: string, again: NonNullable<PassRequest['again']>): Promise<void>
  find(tenantId: string, requestId: string): Promise<PassRequest | undefined>
  /** Newest first; `before` is a `requestId`, exclusive. Every state, unless one is named. */
  list(
    tenantId: string,
    query: { readonly limit: number; readonly before?: string; readonly state?: PassRequestState },
  ): Promise<readonly PassRequest[]>
  /** Newest first. */
  listOfPerson(tenantId: string, userId: string, limit: number): Promise<readonly PassRequest[]>
  /** Mark the person's request that waited too long. */
  putExpired(tenantId: string, userId: string, at: Date): Promise<void>
  /** Give the first of two approvals. @returns false to all but one, or if it waits no more */
  takeFirst(tenantId: string, requestId: string, approval: PassRequestApproval): Promise<boolean>
  /**
   * Approve for good. One statement: it succeeds once, and only while the first approval is the one that was read.
   *
   * @param seenFirstBy who gave the first approval when it was decided, if somebody did
   */
  takeApproval(
    tenantId: string,
    requestId: string,
    approval: NonNullable<PassRequest['decision']> & {
      readonly passId: string
      readonly delivery: PassDelivery
      readonly seenFirstBy?: string
    },
  ): Promise<boolean>
  /** Refuse it. @returns false if it waits no more */
  takeRefusal(
    tenantId: string,
    requestId: string,
    refusal: { readonly by: string; readonly at: Date; readonly note: string },
  ): Promise<boolean>
  /** Stop it, waiting or approved. @returns it as it was, to one caller */
  takeStop(tenantId: string, requestId: string, by: string, at: Date): Promise<PassRequest | undefined>
  /** Forget those asked for before. @returns how many */
  removeBefore(at: Date): Promise<number>
}
