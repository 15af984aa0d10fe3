/** The mails of a wave, in the order of their days. `T+3` and the two after it are reminders to those who are left. */
export const plannedMails = [
  'T-60',
  'T-45',
  'T-30',
  'T-15',
  'T-7',
  'T-1',
  'T+0',
  'T+3',
  'T+7',
  'T+14',
] as const

/** A mail whose day is counted from the wave's day 0. */
export type PlannedMail = (typeof plannedMails)[number]

/** Every kind of mail of a campaign: those by the calendar, and the thanks for the first use of a passkey. */
export const campaignMailKinds = [...plannedMails, 'thanks'] as const

/** One of them. */
export type CampaignMailKind = (typeof campaignMailKinds)[number]

/** Whether it goes only to those who have no passkey that they could use. */
export function isReminder(kind: CampaignMailKind): boolean {
  return kind === 'T+3' || kind === 'T+7' || kind === 'T+14'
}

/** How many days after day 0 a mail goes out; before it, if negative. */
export function offsetOf(kind: PlannedMail): number {
  return Number(kind.slice(1))
}
