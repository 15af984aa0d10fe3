import type { CampaignMailName, CampaignMailParts } from '@latchkey/words/campaign'

/** Where the mails of the rollout are. */
export const mailsPath = '/latchkey/rollout/mails'

/** What is read again when something about them changed. */
export const mailsKey = ['rollout mails'] as const

/** A mail of a wave, and how far it has come. */
export interface CalendarMail {
  readonly kind: CampaignMailName
  readonly day: string | null
  readonly lastDay: string | null
  readonly standing: 'planned' | 'due' | 'done' | 'skipped' | 'off'
  readonly undecided: number
  readonly waiting: number
  readonly sent: number
  readonly opened: number
  readonly failed: number
  readonly notNeeded: number
}

/** The mails of a wave. */
export interface WaveMails {
  readonly waveId: string
  readonly displayName: string
  readonly state: 'planned' | 'started' | 'stopped' | 'done'
  readonly dayZero: string
  readonly people: number
  readonly mails: readonly CalendarMail[]
}

/** How they are sent. */
export interface MailSettings {
  readonly isPaused: boolean
  readonly perMinute: number
  readonly sendHour: number
  readonly timeZone: string
  readonly off: readonly CampaignMailName[]
}

/** Everything about the mails at a glance. */
export interface RolloutMails {
  readonly isMailConfigured: boolean
  /** Why nothing may be announced yet; `null` if it may. */
  readonly heldBecause: string | null
  readonly settings: MailSettings
  readonly waves: readonly WaveMails[]
}

export const sentStates = ['failed', 'waiting', 'sent', 'notNeeded'] as const

/** What somebody got. */
export interface SentMail {
  readonly id: string
  readonly kind: CampaignMailName
  readonly userId: string
  readonly displayName: string | null
  readonly userPrincipalName: string | null
  readonly state: (typeof sentStates)[number]
  readonly isAgain: boolean
  readonly plannedDateTime: string
  readonly sentDateTime: string | null
  readonly openedDateTime: string | null
  readonly error: string | null
}

/** The words of a mail: ours, and what the organisation wrote instead. */
export interface MailText {
  readonly ours: Readonly<Record<MailPart, string>>
  readonly edits: Readonly<Record<MailPart, string | null>>
  readonly placeholders: readonly string[]
}

export const mailParts = ['subject', 'intro', 'closing'] as const

export type MailPart = (typeof mailParts)[number]

/** A mail as somebody would get it. */
export interface MailPreview {
  readonly to: string
  readonly isExample: boolean
  readonly parts: CampaignMailParts
}

/** A day as it is read, whatever the clock of the reader says. */
export function toDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
