import type { Announcement } from './funnel-store.ts'
import type { RolloutDay } from './rollout-numbers.ts'
import type { RolloutPerson } from './rollout-person.ts'

/** How many days are shown at most. */
const mostDays = 120

const dayMilliseconds = 86_400_000

/** Count what each day brought, from the first one on that brought anything, without gaps, up to today. */
export function countDays({
  people,
  troubles,
  announcements,
  at,
}: {
  readonly people: readonly RolloutPerson[]
  readonly troubles: readonly { readonly userId: string; readonly at: Date }[]
  readonly announcements: readonly Announcement[]
  readonly at: Date
}): readonly RolloutDay[] {
  const known = new Set(people.map(({ userId }) => userId))
  const created = tally(people.flatMap(({ steps }) => steps.get('created')?.firstAt ?? []))
  const firstUsed = tally(people.flatMap(({ steps }) => steps.get('firstUsed')?.firstAt ?? []))
  const failed = tally(troubles.flatMap((each) => (known.has(each.userId) ? each.at : [])))
  const announced = new Map<number, number>()
  for (const { at: of, people: told } of announcements) {
    announced.set(dayOf(of), (announced.get(dayOf(of)) ?? 0) + told)
  }
  const today = dayOf(at)
  const first = Math.min(
    today,
    ...[created, firstUsed, failed, announced].flatMap((each) => [...each.keys()]),
  )
  const from = Math.max(first, today - mostDays + 1)
  return Array.from({ length: today - from + 1 }, (_, number): RolloutDay => {
    const day = from + number
    return {
      day: new Date(day * dayMilliseconds).toISOString().slice(0, 10),
      created: created.get(day) ?? 0,
      firstUsed: firstUsed.get(day) ?? 0,
      failed: failed.get(day) ?? 0,
      announced: announced.get(day) ?? 0,
    }
  })
}

function tally(moments: readonly Date[]): Map<number, number> {
  const days = new Map<number, number>()
  for (const at of moments) days.set(dayOf(at), (days.get(dayOf(at)) ?? 0) + 1)
  return days
}

const dayOf = (at: Date): number => Math.floor(at.getTime() / dayMilliseconds)
