import type { RolloutStores } from '../stores.ts'
import type { Wave } from '../waves/wave.ts'
import { type CampaignMailSettings, defaultCampaignMailSettings } from './campaign-mail-settings.ts'
import type { CampaignMailCount } from './campaign-mail-store.ts'
import { dayZeroOf, dayZeroOfThanks, groupsOfWave } from './due-mails.ts'
import type { CampaignMailKind } from './mail-kind.ts'
import { judgeMailDay, planMails, toLocalMoment } from './schedule.ts'

/** A mail of a wave, and how far it has come. */
export interface CalendarMail {
  readonly kind: CampaignMailKind
  /** Absent for thanks, which have no day. */
  readonly day?: string
  readonly lastDay?: string
  /** `skipped`: its days are over, and somebody did not get it. `off`: an administrator does not want it. */
  readonly standing: 'planned' | 'due' | 'done' | 'skipped' | 'off'
  /** For whom nothing is decided yet; for thanks, nobody can say. */
  readonly undecided: number
  readonly waiting: number
  readonly sent: number
  readonly opened: number
  readonly failed: number
  readonly notNeeded: number
}

/** A wave's mails, in the order of their days. */
export interface WaveCalendar {
  readonly wave: Wave
  readonly dayZero: string
  readonly people: number
  readonly mails: readonly CalendarMail[]
}

/** Show the mails of every registration wave, by day 0: what was sent, what is to come, and what was missed. */
export async function readMailCalendar(
  deps: {
    readonly stores: Pick<RolloutStores, 'campaignMails' | 'campaignMailTexts' | 'waves'>
    readonly now: () => Date
  },
  tenantId: string,
): Promise<readonly WaveCalendar[]> {
  const { campaignMails, campaignMailTexts, waves } = deps.stores
  const [settings = defaultCampaignMailSettings, all, counts] = await Promise.all([
    campaignMailTexts.findSettings(tenantId),
    waves.list(tenantId),
    campaignMails.count(tenantId),
  ])
  return await Promise.all(
    all
      .filter(({ kind }) => kind === 'registration')
      .map(async (wave) => {
        const people = await campaignMails.countPeople(tenantId, groupsOfWave(all, wave))
        const ofWave = counts.filter(({ waveId }) => waveId === wave.waveId)
        const mails = listMails(wave, { settings, people, counts: ofWave, at: deps.now() })
        return { wave, dayZero: dayZeroOf(wave, settings.timeZone), people, mails }
      }),
  )
}

interface Known {
  readonly settings: CampaignMailSettings
  readonly people: number
  readonly counts: readonly CampaignMailCount[]
  readonly at: Date
}

function listMails(wave: Wave, known: Known): readonly CalendarMail[] {
  const { settings, at } = known
  const now = toLocalMoment(at, settings.timeZone)
  const dayZero = dayZeroOf(wave, settings.timeZone)
  const planned = planMails(dayZero).map((mail): CalendarMail => {
    const tally = tallyOf(known, mail.kind, dayZero)
    const judged = judgeMailDay(mail, now, settings.sendHour)
    const over = tally.undecided > 0 ? 'skipped' : 'done'
    const standing = { early: 'planned', due: tally.undecided > 0 ? 'due' : 'done', over } as const
    return { ...mail, ...tally, standing: settings.off.includes(mail.kind) ? 'off' : standing[judged] }
  })
  const thanks: CalendarMail = {
    kind: 'thanks',
    ...tallyOf(known, 'thanks', dayZeroOfThanks),
    undecided: 0,
    standing: settings.off.includes('thanks') ? 'off' : 'planned',
  }
  return [...planned, thanks]
}

function tallyOf({ counts, people }: Known, kind: CampaignMailKind, dayZero: string) {
  const these = counts.filter((count) => count.kind === kind && count.dayZero === dayZero)
  const of = (state: CampaignMailCount['state']) =>
    these.filter((count) => count.state === state).reduce((sum, { mails }) => sum + mails, 0)
  const decided = these.reduce((sum, { people: those }) => sum + those, 0)
  return {
    undecided: Math.max(0, people - decided),
    waiting: of('waiting'),
    sent: of('sent'),
    opened: these.reduce((sum, { opened }) => sum + opened, 0),
    failed: of('failed'),
    notNeeded: of('notNeeded'),
  }
}
