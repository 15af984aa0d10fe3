import type { CampaignMail, CampaignMailState } from './campaign-mail.ts'
import type { CampaignMailKind } from './mail-kind.ts'

/** The people of a wave: whoever is in one of its groups, and in none of a wave before it. */
export interface WaveGroups {
  readonly groupIds: readonly string[]
  readonly earlierGroupIds: readonly string[]
}

/** For whom a mail is not decided yet. */
export interface UndecidedQuery extends WaveGroups {
  readonly kind: CampaignMailKind
  readonly dayZero: string
  readonly limit: number
  /** Only who came to the first use of a passkey at or after this. */
  readonly firstUsedSince?: Date
}

/** How many mails of a wave are in a state. */
export interface CampaignMailCount {
  readonly waveId: string
  readonly kind: CampaignMailKind
  readonly dayZero: string
  readonly state: CampaignMailState
  readonly mails: number
  /** Without those that were sent again. */
  readonly people: number
  readonly opened: number
}

/** Which mails, the newest first. */
export interface CampaignMailQuery {
  readonly limit: number
  /** Exclusive: the id that the page before ended with. */
  readonly before?: string
  readonly waveId?: string
  readonly kind?: CampaignMailKind
  readonly state?: CampaignMailState
  readonly userId?: string
}

/** Which mails may have been followed. It costs as much as was done since `actedSince`, however many were sent. */
export interface FollowedQuery {
  readonly sentSince: Date
  readonly actedSince: Date
  readonly limit: number
}

/** A mail, and when its person was first seen to act on it, of what is asked about. */
export interface FollowedMail {
  readonly mail: CampaignMail
  readonly at: Date
}

/** Who got which mail of a campaign. It goes with the person. */
export interface CampaignMailStore {
  /**
   * Decide that somebody gets a mail, or needs none. One statement: of two nodes, one decides.
   *
   * @returns false if it was decided already
   */
  insert(mail: CampaignMail): Promise<boolean>
  find(tenantId: string, mailId: string): Promise<CampaignMail | undefined>
  /** In whichever tenant: whoever has the link says nothing of it. */
  findByToken(tokenHash: Uint8Array): Promise<CampaignMail | undefined>
  /** Those for whom it is not decided yet, who are switched on and not kept for emergencies; by user id. */
  listUndecided(tenantId: string, query: UndecidedQuery): Promise<readonly string[]>
  countPeople(tenantId: string, groups: WaveGroups): Promise<number>
  count(tenantId: string): Promise<readonly CampaignMailCount[]>
  list(tenantId: string, query: CampaignMailQuery): Promise<readonly CampaignMail[]>
  /** How many were put into the outbox since then. */
  countDecidedSince(tenantId: string, since: Date): Promise<number>
  countWaiting(tenantId: string): Promise<number>
  /** It is sent. @returns false if it did not wait */
  putSent(tenantId: string, mailId: string, at: Date): Promise<boolean>
  /** It never will be. @returns false if it did not wait */
  putFailed(tenantId: string, mailId: string, error: string): Promise<boolean>
  /** It was not, and will be tried again. */
  putError(tenantId: string, mailId: string, error: string): Promise<void>
  /** It was followed. @returns false if that was known, or it was never sent */
  putOpened(tenantId: string, mailId: string, at: Date): Promise<boolean>
  /** Take back a decision that nothing came of yet. @returns false if it did not wait */
  removeWaiting(tenantId: string, mailId: string): Promise<boolean>
  /** Mails that nobody was seen to open, whose person has come to a step of the way after they were sent. */
  listFollowed(tenantId: string, query: FollowedQuery): Promise<readonly FollowedMail[]>
  removeBefore(at: Date): Promise<number>
}
