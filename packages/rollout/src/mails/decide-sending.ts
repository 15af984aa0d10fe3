import { type Deps, findUsableMethods, noteStep, type Person } from '@latchkey/identity'
import type { RolloutStores } from '../stores.ts'
import type { Wave } from '../waves/wave.ts'
import type { CampaignMail } from './campaign-mail.ts'
import { type CampaignMailSettings, defaultCampaignMailSettings } from './campaign-mail-settings.ts'
import { dayZeroOf, dayZeroOfThanks } from './due-mails.ts'
import type { CampaignMailDeps } from './fill-outbox.ts'
import { type CampaignMailKind, isReminder } from './mail-kind.ts'
import { judgeMailDay, planMails, toLocalMoment } from './schedule.ts'

/** What is to be done with a mail whose turn it is in the outbox. */
export type SendingDecision =
  | { readonly send: true; readonly mail: CampaignMail; readonly person: Person; readonly wave: Wave }
  /** It is not sent; that is kept where it matters, and the outbox may forget it. */
  | { readonly send: false; readonly because: NotSentReason }

/** Why a mail that was put into the outbox is not sent. */
export type NotSentReason = 'decided' | 'gone' | 'paused' | 'notNeeded' | 'late'

/** What a mail that was given up says: its day is over. */
const lateError = 'late'

/**
 * Decide, just before it is sent, whether a mail is still to go out: between the outbox and the mail server may lie days.
 * What was taken back is planned again when its time comes.
 */
export async function decideSending(
  deps: CampaignMailDeps,
  { tenantId, mailId }: { readonly tenantId: string; readonly mailId: string },
): Promise<SendingDecision> {
  const { campaignMails, campaignMailTexts, people, waves } = deps.stores
  const mail = await campaignMails.find(tenantId, mailId)
  if (mail?.state !== 'waiting') return { send: false, because: 'decided' }
  const [settings = defaultCampaignMailSettings, person, wave] = await Promise.all([
    campaignMailTexts.findSettings(tenantId),
    people.find(tenantId, mail.userId),
    waves.find(tenantId, mail.waveId),
  ])
  const takeBack = async (because: NotSentReason): Promise<SendingDecision> => {
    await campaignMails.removeWaiting(tenantId, mailId)
    return { send: false, because }
  }
  if (wave === undefined || wave.state === 'stopped' || person?.enabled !== true)
    return await takeBack('gone')
  if (settings.paused) return await takeBack('paused')
  if (mail.again === 0) {
    if (hasMoved(mail, wave, settings)) return await takeBack('gone')
    if (isLate(mail, settings, deps.now())) {
      await campaignMails.putFailed(tenantId, mailId, lateError)
      return { send: false, because: 'late' }
    }
    if (isReminder(mail.kind) && (await findUsableMethods(deps.stores, deps, person)).passkeys > 0) {
      return await takeBack('notNeeded')
    }
  }
  return { send: true, mail, person, wave }
}

/** Keep that a mail server took a mail: state and step are one. @returns false if that was known */
export async function keepSent(
  deps: { readonly stores: RolloutStores } & Pick<Deps, 'now' | 'random'>,
  { tenantId, mailId, userId, waveId, kind }: CampaignMail,
): Promise<boolean> {
  return await deps.stores.atomically(async (tx) => {
    if (!(await tx.campaignMails.putSent(tenantId, mailId, deps.now()))) return false
    await noteStep(tx, deps, { tenantId, step: 'mailSent', userId, waveId, mailKind: kind })
    return true
  })
}

/** Whether the wave tells of another day by now. */
function hasMoved({ dayZero }: CampaignMail, wave: Wave, { timeZone }: CampaignMailSettings): boolean {
  return dayZero !== dayZeroOfThanks && dayZero !== dayZeroOf(wave, timeZone)
}

function isLate({ kind, dayZero }: CampaignMail, settings: CampaignMailSettings, at: Date): boolean {
  const days = findDays(kind, dayZero)
  return days !== undefined && judgeMailDay(days, toLocalMoment(at, settings.timeZone), 0) === 'over'
}

function findDays(kind: CampaignMailKind, dayZero: string) {
  return dayZero === dayZeroOfThanks ? undefined : planMails(dayZero).find((mail) => mail.kind === kind)
}
