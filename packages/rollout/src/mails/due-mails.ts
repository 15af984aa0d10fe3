import type { Wave } from '../waves/wave.ts'
import type { CampaignMailSettings } from './campaign-mail-settings.ts'
import type { WaveGroups } from './campaign-mail-store.ts'
import type { CampaignMailKind } from './mail-kind.ts'
import { addDays, judgeMailDay, type LocalMoment, planMails, toLocalMoment } from './schedule.ts'

/** A mail of a wave that may go out now. */
export interface DueMail {
  readonly wave: Wave
  readonly kind: CampaignMailKind
  readonly dayZero: string
  readonly groups: WaveGroups
}

/** Thanks are said once, whatever day 0 was. */
export const dayZeroOfThanks = 'once'

/** The day 0 of a wave, as its people's calendar shows it. */
export function dayZeroOf({ startsAt }: Pick<Wave, 'startsAt'>, timeZone: string): string {
  return toLocalMoment(startsAt, timeZone).day
}

/**
 * The people of a registration wave: whoever is in its groups and in none of a wave before it.
 *
 * @param waves by day 0, as the store lists them
 */
export function groupsOfWave(waves: readonly Wave[], wave: Wave): WaveGroups {
  const registration = waves.filter(({ kind }) => kind === 'registration')
  const before = registration.slice(
    0,
    registration.findIndex(({ waveId }) => waveId === wave.waveId),
  )
  return { groupIds: wave.groupIds, earlierGroupIds: [...new Set(before.flatMap((each) => each.groupIds))] }
}

/**
 * List the mails that are due now, thanks last. A wave that was stopped sends nothing; one that is over only thanks.
 *
 * @param waves by day 0, as the store lists them
 */
export function listDueMails(
  waves: readonly Wave[],
  { off, sendHour, timeZone }: CampaignMailSettings,
  at: Date,
): readonly DueMail[] {
  const now = toLocalMoment(at, timeZone)
  const running = waves.filter(({ kind, state }) => kind === 'registration' && state !== 'stopped')
  const planned = running.flatMap((wave) => {
    if (wave.state === 'done') return []
    const dayZero = dayZeroOf(wave, timeZone)
    return planMails(dayZero)
      .filter((mail) => !off.includes(mail.kind) && judgeMailDay(mail, now, sendHour) === 'due')
      .map(({ kind }) => ({ wave, kind, dayZero, groups: groupsOfWave(waves, wave) }))
  })
  const thanks = off.includes('thanks') ? [] : running.filter((wave) => hasBegun(wave, now, timeZone))
  return [
    ...planned,
    ...thanks.map((wave) => ({
      wave,
      kind: 'thanks' as const,
      dayZero: dayZeroOfThanks,
      groups: groupsOfWave(waves, wave),
    })),
  ]
}

/** Whether the first of its mails was due: before that nobody knows what they are thanked for. */
function hasBegun(wave: Wave, now: LocalMoment, timeZone: string): boolean {
  return now.day >= addDays(dayZeroOf(wave, timeZone), -60)
}
