import { idFloor } from '../ids/new-id.ts'
import type { Shelves } from '../stores.ts'
import { describeModel } from '../trust/describe-model.ts'
import type { DayFigures, HomeSummary } from './home-store.ts'

/** What counting reads. */
export type HomeShelves = Pick<Shelves, 'home' | 'signIns' | 'metadata'>

/** What was counted: the summary, and the days that had to be counted (again). */
export interface HomeCount {
  readonly summary: HomeSummary
  readonly days: readonly DayFigures[]
}

/** How many days the figures go back. */
export const homeDays = 30

const dayMilliseconds = 86_400_000
const watchedDays = 7

/** How many sign-ins that would have failed are looked at, the newest: enough to see which policies they are. */
const mostWatched = 5_000

/**
 * Count what the first page of the admin centre shows: everybody, and the sign-ins of the days that are not over or were
 * never counted. Takes seconds with many people, so it is for a reader of its own, and what it finds is kept.
 */
export async function countHome(
  shelves: HomeShelves,
  { now }: { readonly now: () => Date },
  tenantId: string,
): Promise<HomeCount> {
  const at = now()
  // Whoever was added this very millisecond is one of them.
  const people = await shelves.home.countPeople(tenantId, new Date(at.getTime() + 1))
  return {
    days: await countDays(shelves, tenantId, at),
    summary: {
      at,
      people,
      passes: await shelves.home.countPasses(tenantId, at),
      badModels: await listBadModels(shelves, tenantId, at),
      watched: await listWatched(shelves, tenantId, at),
    },
  }
}

/** Keep what was counted. */
export async function keepHome(
  stores: { atomically<T>(unit: (tx: Pick<Shelves, 'home'>) => Promise<T>): Promise<T> },
  tenantId: string,
  { summary, days }: HomeCount,
): Promise<void> {
  await stores.atomically(async (tx) => {
    await tx.home.putSummary(tenantId, summary)
    for (const day of days) await tx.home.putDay(tenantId, day)
  })
}

/** The first of the days that are shown. */
export function firstHomeDay(at: Date): string {
  return dayOf(new Date(at.getTime() - (homeDays - 1) * dayMilliseconds))
}

async function countDays({ home }: HomeShelves, tenantId: string, at: Date): Promise<readonly DayFigures[]> {
  const counted = new Set((await home.listDays(tenantId, firstHomeDay(at))).map(({ day }) => day))
  const figures: DayFigures[] = []
  for (let ago = homeDays - 1; ago >= 0; ago--) {
    const day = dayOf(new Date(at.getTime() - ago * dayMilliseconds))
    // Yesterday once more: its last count was before midnight.
    if (ago > 1 && counted.has(day)) continue
    const begin = new Date(`${day}T00:00:00.000Z`)
    const end = new Date(begin.getTime() + dayMilliseconds)
    const { people, withPasskey } = await home.countPeople(tenantId, end)
    const between = { since: idFloor(begin), until: idFloor(end) }
    figures.push({ day, people, withPasskey, ...(await home.countSignIns(tenantId, between)) })
  }
  return figures
}

async function listBadModels(
  shelves: HomeShelves,
  tenantId: string,
  at: Date,
): Promise<HomeSummary['badModels']> {
  const bad: HomeSummary['badModels'][number][] = []
  for (const { aaguid, people } of await shelves.home.countModels(tenantId)) {
    const { name, statuses } = await describeModel(shelves, aaguid, at)
    if (statuses.length > 0) bad.push({ aaguid, ...(name !== undefined && { name }), statuses, people })
  }
  return bad.toSorted((a, b) => b.people - a.people)
}

async function listWatched(
  { signIns }: HomeShelves,
  tenantId: string,
  at: Date,
): Promise<HomeSummary['watched']> {
  const since = idFloor(new Date(at.getTime() - watchedDays * dayMilliseconds))
  const records = await signIns.list(tenantId, { limit: mostWatched, since, reportOnly: 'wouldFail' })
  const found = new Map<string, { displayName: string; signIns: number; people: Set<string> }>()
  for (const { decision, userId = '' } of records) {
    for (const { policyId, displayName, result } of decision?.access?.policies ?? []) {
      if (result !== 'reportOnlyFailure' && result !== 'reportOnlyInterrupted') continue
      const one = found.get(policyId) ?? { displayName, signIns: 0, people: new Set() }
      one.signIns++
      one.people.add(userId)
      found.set(policyId, one)
    }
  }
  return [...found]
    .map(([policyId, { people, ...one }]) => ({ policyId, ...one, people: people.size }))
    .toSorted((a, b) => b.signIns - a.signIns)
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
