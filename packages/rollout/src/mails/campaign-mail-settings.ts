import type { CampaignMailKind } from './mail-kind.ts'

/** How an organisation sends the mails of its campaign. */
export interface CampaignMailSettings {
  /** Nothing is sent until it is taken back. */
  readonly paused: boolean
  readonly perMinute: number
  /** From which hour of the day on, 0 to 23, in its own time zone. */
  readonly sendHour: number
  /** As IANA names it: `Europe/Berlin`. */
  readonly timeZone: string
  /** Kinds that are not sent. */
  readonly off: readonly CampaignMailKind[]
}

/** What an organisation starts with. */
export const defaultCampaignMailSettings: CampaignMailSettings = {
  paused: false,
  perMinute: 60,
  sendHour: 9,
  timeZone: 'UTC',
  off: [],
}

/** The parts of a mail that an organisation may write itself. */
export const editableParts = ['subject', 'intro', 'closing'] as const

/** One of them. */
export type EditablePart = (typeof editableParts)[number]

/** What an organisation wrote itself; what is absent is as we wrote it. */
export type CampaignMailEdits = Partial<Readonly<Record<EditablePart, string>>>

/** A mail that was edited, in one language. */
export interface CampaignMailText {
  readonly tenantId: string
  readonly kind: CampaignMailKind
  readonly language: string
  readonly edits: CampaignMailEdits
  readonly changedAt: Date
}

/** What an organisation says about its mails: when and how fast they go, and in which words. */
export interface CampaignMailTextStore {
  findSettings(tenantId: string): Promise<CampaignMailSettings | undefined>
  putSettings(tenantId: string, settings: CampaignMailSettings): Promise<void>
  list(tenantId: string): Promise<readonly CampaignMailText[]>
  find(tenantId: string, kind: CampaignMailKind, language: string): Promise<CampaignMailText | undefined>
  put(text: CampaignMailText): Promise<void>
  remove(tenantId: string, kind: CampaignMailKind, language: string): Promise<void>
}
