import { compileRules, type RuleDocuments } from '@latchkey/policy'
import { noWave } from '../funnel/cohorts.ts'
import type { Announcement } from '../funnel/funnel-store.ts'
import type { RolloutNumbers } from '../funnel/rollout-numbers.ts'
import type { RolloutPerson } from '../funnel/rollout-person.ts'
import type { WaveCalendar } from '../mails/mail-calendar.ts'
import type { Wave } from '../waves/wave.ts'
import type { ForecastGroup } from './estimate-rates.ts'

/** How far to look where nobody named a day. */
const assumedDays = 60

/**
 * Choose until when to forecast: what was asked; the campaign's deadline; the day from which a wave asks for a passkey,
 * the last of them; else sixty days.
 */
export function chooseDeadline(
  { deadline: asked, documents }: { readonly deadline?: Date; readonly documents: RuleDocuments },
  waves: readonly Wave[],
  now: Date,
): Pick<RolloutNumbers, 'deadlineOf'> & { readonly deadline: Date } {
  if (asked !== undefined) return { deadline: asked, deadlineOf: 'asked' }
  const { deadline } = compileRules(documents).methods.campaign
  if (deadline !== undefined && deadline > now) return { deadline, deadlineOf: 'campaign' }
  const enforced = waves.findLast(({ kind, startsAt }) => kind === 'enforcement' && startsAt > now)
  if (enforced !== undefined) return { deadline: enforced.startsAt, deadlineOf: 'wave' }
  return { deadline: new Date(now.getTime() + assumedDays * 86_400_000), deadlineOf: 'assumed' }
}

/** What a forecast knows of people beside themselves. */
interface GroupFacts {
  readonly people: readonly RolloutPerson[]
  readonly troubles: readonly { readonly userId: string; readonly at: Date }[]
  readonly announcements: readonly Announcement[]
  readonly calendar: readonly WaveCalendar[]
  readonly waves: readonly Wave[]
  readonly at: Date
}

/**
 * Part people by who is told of it at the same moments: by wave. Whoever has a passkey that counts, made when nobody
 * wrote it down, is no part of it, nor is who may have none.
 */
export function toForecastGroups(facts: GroupFacts): readonly ForecastGroup[] {
  const troubles = Map.groupBy(facts.troubles, ({ userId }) => userId)
  const capable = facts.people.filter(
    ({ stage, hasPasskey, steps }) => stage !== undefined && (!hasPasskey || steps.has('created')),
  )
  return [...Map.groupBy(capable, ({ waveId = noWave }) => waveId)].map(([waveId, people]) => ({
    people: people.length,
    registeredAt: people.flatMap(({ hasPasskey, steps }) => {
      const created = steps.get('created')?.firstAt.getTime()
      // Who lost it is left again.
      return created === undefined || !hasPasskey ? [] : created
    }),
    troubledAt: people.flatMap(({ userId }) => (troubles.get(userId) ?? []).map(({ at }) => at.getTime())),
    announcedAt: announcedTo(waveId, facts),
  }))
}

/** When the people of a wave were told, and when they will be. Thanks tell nobody anything new. */
function announcedTo(waveId: string, { announcements, calendar, waves, at }: GroupFacts): readonly number[] {
  const sent = announcements.filter(
    (each) => (each.waveId ?? noWave) === waveId && each.mailKind !== 'thanks',
  )
  const wave = waves.find((each) => each.waveId === waveId)
  const mails = calendar.find((each) => each.wave.waveId === waveId)?.mails ?? []
  const planned = mails.flatMap(({ kind, day, standing }) =>
    standing === 'planned' && kind !== 'thanks' && day !== undefined ? Date.parse(`${day}T09:00:00Z`) : [],
  )
  const dayZero = wave && wave.state !== 'stopped' ? [(wave.startedAt ?? wave.startsAt).getTime()] : []
  return [
    ...sent.map((each) => each.at.getTime()),
    ...planned.filter((each) => each > at.getTime()),
    ...dayZero,
  ].toSorted((a, b) => a - b)
}
