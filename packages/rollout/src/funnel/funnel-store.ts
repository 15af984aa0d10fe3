import type { StepName } from '@latchkey/identity'

/** When somebody came to a step: the first time, and the last. */
export interface Reached {
  readonly userId: string
  readonly step: StepName
  readonly firstAt: Date
  readonly lastAt: Date
}

/** The last failure of somebody. */
export interface LastFailure {
  readonly userId: string
  readonly at: Date
  readonly code: string
  readonly aaguid?: string
}

/** A browser that somebody signed in with. */
export interface SeenBrowser {
  readonly userId: string
  readonly userAgent: string
  readonly lastAt: Date
}

/** Something that was sent to many at once: a mail of a wave. */
export interface Announcement {
  readonly waveId?: string
  readonly mailKind?: string
  /** The first of it. */
  readonly at: Date
  readonly people: number
}

/** How long it took people to prove who they are, with one method. */
export interface SignInTime {
  readonly method: string
  readonly signIns: number
  /** Half were at most as long, and nine of ten: lengths that were measured, none between two. */
  readonly medianMilliseconds: number
  readonly ninetiethMilliseconds: number
}

/** Failures that are alike. */
export interface FailureCount {
  /** On the way to a passkey, or when signing in. */
  readonly when: 'registering' | 'signingIn'
  readonly code: string
  /** Absent: none was seen. */
  readonly aaguid?: string
  readonly failures: number
  /** Of those we know. */
  readonly people: number
  readonly lastAt: Date
}

/**
 * What the figures of a rollout are counted from: step events and the sign-in log, and nothing else. Grouped by the
 * database; slow with many people, so for a reader of its own.
 */
export interface FunnelStore {
  /** Each person and step, as long as events are kept. */
  listReached(tenantId: string): Promise<readonly Reached[]>
  /** The last failure of each person who had one. */
  listLastFailures(tenantId: string): Promise<readonly LastFailure[]>
  /** What each person held last when they came to a step, where that was told. */
  listDevices(tenantId: string): Promise<readonly { readonly userId: string; readonly device: string }[]>
  /** Which browsers people signed in with since an instant. */
  listSeen(tenantId: string, since: Date): Promise<readonly SeenBrowser[]>
  /** Which models people made passkeys with, each once. */
  listModels(tenantId: string): Promise<readonly { readonly userId: string; readonly aaguid: string }[]>
  /** The first failure of each person on each day, in UTC. */
  listTroubles(tenantId: string): Promise<readonly { readonly userId: string; readonly at: Date }[]>
  /** The earliest first. */
  listAnnouncements(tenantId: string): Promise<readonly Announcement[]>
  /** Of sign-ins since an instant whose length is known; the quickest first. */
  timeSignIns(tenantId: string, since: Date): Promise<readonly SignInTime[]>
  /** Since an instant, the most frequent first. */
  countFailures(tenantId: string, since: Date): Promise<readonly FailureCount[]>
}
