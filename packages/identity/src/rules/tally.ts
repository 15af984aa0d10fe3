import type { PastOutcome } from '@latchkey/policy'
import type { Impact, PastCounts, PastExample } from './impact.ts'

/** So many examples of each outcome, and so many people by name. */
const mostExamples = 10
const mostPeople = 100

/** From what is nothing to look at to what is worst. */
const order: readonly PastOutcome[] = ['notAbout', 'passes', 'unknown', 'needsMore', 'blocked']

type Counts = Record<PastOutcome, number>

function noCounts(): Counts {
  return { notAbout: 0, passes: 0, needsMore: 0, blocked: 0, unknown: 0 }
}

/** Counts sign-ins as they are looked at, newest first. */
export interface Tally {
  add(signIn: PastExample): void
  /** Sign-ins that are known only by their number. */
  addOthers(count: number): void
  total(): Pick<Impact, 'signIns' | 'people' | 'platforms' | 'days' | 'worst' | 'examples'>
}

/** Begin to count. */
export function newTally(): Tally {
  const signIns = noCounts()
  const people = new Map<string, { worst: PastOutcome; signIns: number }>()
  const platforms = new Map<string, Counts>()
  const days = new Map<string, Counts>()
  const examples = new Map<PastOutcome, PastExample[]>()
  return {
    add(signIn) {
      const { outcome, userId, platform = 'other', at } = signIn
      signIns[outcome]++
      countIn(platforms, platform)[outcome]++
      countIn(days, at.toISOString().slice(0, 10))[outcome]++
      const person = people.get(userId) ?? { worst: 'notAbout', signIns: 0 }
      people.set(userId, person)
      const isWorse = order.indexOf(outcome) > order.indexOf(person.worst)
      if (isWorse) Object.assign(person, { worst: outcome, signIns: 0 })
      if (outcome === person.worst) person.signIns++
      if (outcome === 'notAbout' || outcome === 'passes') return
      const some = examples.get(outcome) ?? []
      examples.set(outcome, some)
      if (some.length < mostExamples) some.push(signIn)
    },
    addOthers(count) {
      signIns.notAbout += count
    },
    total: () => ({
      signIns,
      people: countPeople(people.values()),
      platforms: [...platforms]
        .map(([platform, counts]) => ({ platform, signIns: counts }))
        .sort((a, b) => sum(b.signIns) - sum(a.signIns)),
      days: [...days]
        .map(([day, counts]) => ({ day, signIns: counts }))
        .sort((a, b) => (a.day < b.day ? -1 : 1)),
      worst: [...people]
        .filter(([, { worst }]) => worst !== 'notAbout' && worst !== 'passes')
        .map(([userId, person]) => ({ userId, outcome: person.worst, signIns: person.signIns }))
        .sort((a, b) => order.indexOf(b.outcome) - order.indexOf(a.outcome) || b.signIns - a.signIns)
        .slice(0, mostPeople),
      examples: order.toReversed().flatMap((outcome) => examples.get(outcome) ?? []),
    }),
  }
}

function countIn(counts: Map<string, Counts>, key: string): Counts {
  const known = counts.get(key) ?? noCounts()
  counts.set(key, known)
  return known
}

function countPeople(people: Iterable<{ readonly worst: PastOutcome }>): PastCounts {
  const counts = noCounts()
  for (const { worst } of people) counts[worst]++
  return counts
}

function sum(counts: PastCounts): number {
  return Object.values(counts).reduce((all, each) => all + each, 0)
}
