import type { Shelves, StepName } from '@latchkey/identity'
import { chooseDeadline, toForecastGroups } from '../forecast/forecast-groups.ts'
import { forecastRollout } from '../forecast/forecast-rollout.ts'
import { readMailCalendar } from '../mails/mail-calendar.ts'
import type { RolloutShelves } from '../stores.ts'
import { countStages, toCohorts } from './cohorts.ts'
import { countDays } from './count-days.ts'
import type { Reached } from './funnel-store.ts'
import { type RolloutAsk, readRolloutPeople } from './read-rollout-people.ts'
import type { LeftFigures, RolloutNumbers, StandingFigures } from './rollout-numbers.ts'
import type { RolloutPerson } from './rollout-person.ts'
import { leftReasons } from './why-left.ts'

/** What counting reads. */
export type NumbersShelves = Pick<
  Shelves & RolloutShelves,
  'lockOut' | 'funnel' | 'waves' | 'campaignMails' | 'campaignMailTexts'
>

/** What is asked of the figures. */
export interface NumbersAsk extends RolloutAsk {
  /** Until when to forecast; absent: what was planned. */
  readonly deadline?: Date
  /** How many of those who fail call the help desk. */
  readonly callsPerFailure: number
}

const dayMilliseconds = 86_400_000

/** Times are of the last week: people get used to it, and devices get better. */
const timedDays = 7
const failedDays = 30

/**
 * Count how far a rollout has come: who may have a passkey, how far each of them got, who is left and why, and what is to
 * be expected. Takes seconds with many people, so it is for a reader of its own.
 */
export async function countRollout(
  shelves: NumbersShelves,
  deps: { readonly now: () => Date },
  ask: NumbersAsk,
): Promise<RolloutNumbers> {
  const at = deps.now()
  const ago = (days: number) => new Date(at.getTime() - days * dayMilliseconds)
  const { tenantId } = ask
  const { funnel } = shelves
  const { people, reached, waves } = await readRolloutPeople(shelves, deps, ask)
  const troubles = await funnel.listTroubles(tenantId)
  const announcements = await funnel.listAnnouncements(tenantId)
  const calendar = await readMailCalendar({ stores: shelves, now: deps.now }, tenantId)
  const { deadline, deadlineOf } = chooseDeadline(ask, waves, at)
  return {
    at,
    people: people.length,
    stages: countStages(people),
    usedWithinWeek: people.filter(isUsedWithinWeek).length,
    steps: countSteps(reached),
    standing: countStanding(people),
    left: countLeft(people),
    cohorts: toCohorts(people),
    days: countDays({ people, troubles, announcements, at }),
    times: await funnel.timeSignIns(tenantId, ago(timedDays)),
    failures: await funnel.countFailures(tenantId, ago(failedDays)),
    announcements,
    deadlineOf,
    forecast: forecastRollout({
      now: at,
      deadline,
      watchedSince: firstOf(reached, at),
      groups: toForecastGroups({ people, troubles, announcements, calendar, waves, at }),
      callsPerFailure: ask.callsPerFailure,
    }),
  }
}

function isUsedWithinWeek({ stage, steps }: RolloutPerson): boolean {
  const created = steps.get('created')?.firstAt
  const used = steps.get('firstUsed')?.firstAt ?? steps.get('used')?.firstAt
  if (stage !== 'used' || created === undefined || used === undefined) return false
  return used.getTime() - created.getTime() <= 7 * dayMilliseconds
}

function countSteps(reached: readonly Reached[]): Partial<Record<StepName, number>> {
  const counts: Partial<Record<StepName, number>> = {}
  for (const { step } of reached) counts[step] = (counts[step] ?? 0) + 1
  return counts
}

function countStanding(people: readonly RolloutPerson[]): StandingFigures {
  const count = (has: (person: RolloutPerson) => boolean) => people.filter(has).length
  const isPhishable = ({ password, totp }: RolloutPerson) => password || totp
  return {
    withPasskey: count(({ hasPasskey }) => hasPasskey),
    onlyPhishable: count((each) => !each.hasPasskey && isPhishable(each)),
    phishableBeside: count((each) => each.hasPasskey && isPhishable(each)),
    onlyPasskeys: count((each) => each.hasPasskey && !isPhishable(each)),
    nothing: count((each) => !each.hasPasskey && !isPhishable(each)),
    password: count(({ password }) => password),
    totp: count(({ totp }) => totp),
  }
}

function countLeft(people: readonly RolloutPerson[]): readonly LeftFigures[] {
  const reasons = people.flatMap(({ left }) => left ?? [])
  return leftReasons
    .flatMap((reason): readonly LeftFigures[] => {
      const these = reasons.filter((each) => each.reason === reason)
      if (these.length === 0) return []
      if (reason !== 'failed') return [{ reason, people: these.length }]
      const codes = Map.groupBy(these, ({ failure }) => failure?.code ?? '')
      return [...codes].map(([code, some]) => ({ reason, code, people: some.length }))
    })
    .toSorted((a, b) => b.people - a.people)
}

/** What people do is watched from the first event on. */
function firstOf(reached: readonly Reached[], at: Date): Date {
  return new Date(reached.reduce((first, { firstAt }) => Math.min(first, firstAt.getTime()), at.getTime()))
}
