import type { CampaignMailKind } from './mail-kind.ts'

/**
 * `waiting`: in the outbox. `sent`: a mail server took it. `failed`: none will take it, or its day passed meanwhile.
 * `notNeeded`: a reminder to somebody who had a passkey when its day came.
 */
export type CampaignMailState = 'waiting' | 'sent' | 'failed' | 'notNeeded'

/** That somebody gets a mail of a campaign, and what became of it. */
export interface CampaignMail {
  readonly tenantId: string
  /** UUIDv7. */
  readonly mailId: string
  readonly waveId: string
  readonly userId: string
  readonly kind: CampaignMailKind
  /** Which day 0 it tells of, `2026-03-02`: a wave that is put off tells its people of the new day. */
  readonly dayZero: string
  /** 0 by plan; counts up with each time an administrator sends it again. */
  readonly again: number
  /** SHA-256 of the token in its link; absent where nothing is sent. */
  readonly tokenHash?: Uint8Array
  readonly state: CampaignMailState
  readonly decidedAt: Date
  readonly sentAt?: Date
  readonly openedAt?: Date
  /** What the last attempt to send it said. */
  readonly error?: string
}
