/** How a device approves sign-ins: what it is asked, and what it signs. Bytes are base64url. */

/** What a device says to be asked from now on. */
export interface ApprovalSetup {
  /** SubjectPublicKeyInfo of the approval key, P-256: a key for this alone. */
  readonly approvalKey: string
  /** Absent: it asks by itself. */
  readonly subscription?: PushSubscriptionSetup
}

/** `PushSubscription.toJSON()`, as far as it matters. */
export interface PushSubscriptionSetup {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}

/** What the server says to that. */
export interface ApprovalSetupAnswer {
  /** The server's own key for Web Push: `applicationServerKey`. */
  readonly applicationServerKey: string
  readonly subscribed: boolean
}

/** A sign-in that waits to be approved. */
export interface WaitingRequest {
  readonly requestId: string
  /** JSON of `ApprovalContext`. Its SHA-256 goes into what is signed, exactly as it came. */
  readonly context: string
  /** ISO 8601. */
  readonly expiresAt: string
}

export interface WaitingRequestsAnswer {
  /** One at most. */
  readonly requests: readonly WaitingRequest[]
  /** ISO 8601: until then nothing is asked of this person. */
  readonly pausedUntil?: string
}

/** Where, with what and for what somebody signs in. What the organisation does not want shown is absent. */
export interface ApprovalContext {
  readonly method: 'push' | 'passwordlessPush'
  readonly organisation: string
  readonly userName: string
  readonly app?: string
  /** Two capital letters, ISO 3166-1. */
  readonly country?: string
  readonly ipAddress?: string
  /** What people call the browser and its system, where they are known: names, not claims to rest on. */
  readonly browser?: string
  readonly system?: string
  /** As the browser calls itself. */
  readonly userAgent: string
  /** ISO 8601. */
  readonly askedAt: string
}

export type ApprovalAnswerKind = 'approve' | 'deny' | 'report'

/** What a device signs: the payload of a JWT under its approval key, ES256. */
export interface ApprovalClaims {
  /** The tenant. */
  readonly tid: string
  /** The request. */
  readonly rid: string
  readonly ans: ApprovalAnswerKind
  /** The two digits that were typed; only with `approve`. */
  readonly num?: string
  /** SHA-256 of the context. */
  readonly ctx: string
  /** Seconds since 1970. */
  readonly iat: number
}

/** The `typ` of that JWT; its `kid` is the device id. */
export const approvalType = 'latchkey-approval+jwt'

/** What became of an answer. A wrong number is a denial: there is one try. */
export interface ApprovalOutcomeAnswer {
  readonly outcome: 'approved' | 'denied' | 'wrongNumber' | 'reported'
  /** ISO 8601: set if nothing is asked for a while because of it. */
  readonly pausedUntil?: string
}
