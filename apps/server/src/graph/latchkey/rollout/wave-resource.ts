import type {
  Rehearsal,
  RehearsedPerson,
  Wave,
  WaveCoverage,
  WavePeopleCounts,
  WavePerson,
} from '@latchkey/rollout'
import { toGraphTime } from '../../graph-time.ts'
import type { GraphObject } from '../../resource-shape.ts'
import { type Named, toName } from './names-of.ts'

/** A wave, as the API says it. */
export function toWaveResource(wave: Wave, counts?: WavePeopleCounts): GraphObject {
  const time = (date: Date | undefined) => (date === undefined ? null : toGraphTime(date))
  return {
    id: wave.waveId,
    kind: wave.kind,
    displayName: wave.name,
    groupIds: wave.groupIds,
    startDateTime: toGraphTime(wave.startsAt),
    endDateTime: toGraphTime(wave.endsAt),
    state: wave.state,
    startedDateTime: time(wave.startedAt),
    heldBecause: wave.heldBecause ?? null,
    checkedDateTime: time(wave.checkedAt),
    policyId: wave.target?.policyId ?? null,
    targetGroupId: wave.target?.groupId ?? null,
    createdDateTime: toGraphTime(wave.createdAt),
    createdBy: wave.createdBy,
    version: wave.version,
    ...(counts !== undefined && { people: { ...counts } }),
  }
}

/** Somebody whom a wave has looked at. */
export function toWavePerson(person: WavePerson, named: Named): GraphObject {
  return {
    ...toName(person.userId, named),
    state: person.state,
    because: person.because,
    checkedDateTime: toGraphTime(person.checkedAt),
    movedDateTime: person.movedAt === undefined ? null : toGraphTime(person.movedAt),
    by: person.by ?? null,
  }
}

/** Somebody in a rehearsal. */
export function toRehearsedPerson(person: RehearsedPerson, named: Named): GraphObject {
  const { userId, outcome, because, platforms, policies, inGroup } = person
  return { ...toName(userId, named), outcome, because, platforms, policies, inGroup }
}

/** The sums of a rehearsal: of people by what becomes of them and why, and of each system people sign in from. */
export function toRehearsalSums({ at, people, passLetsBackIn, complete }: Rehearsal): GraphObject {
  const outcomes = { passes: 0, fails: 0, notSeen: 0 }
  const because: Record<string, number> = {}
  const platforms = new Map<string, { passes: number; fails: number }>()
  for (const person of people) {
    outcomes[person.outcome]++
    for (const each of person.because) because[each] = (because[each] ?? 0) + 1
    for (const { platform, outcome } of person.platforms) {
      const sums = platforms.get(platform) ?? { passes: 0, fails: 0 }
      platforms.set(platform, sums)
      sums[outcome]++
    }
  }
  return {
    rehearsedDateTime: toGraphTime(at),
    people: people.length,
    outcomes,
    inGroup: people.filter(({ inGroup }) => inGroup).length,
    because: Object.entries(because)
      .map(([name, count]) => ({ name, people: count }))
      .sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1)),
    platforms: [...platforms]
      .map(([platform, sums]) => ({ platform, ...sums }))
      .sort((a, b) => b.passes + b.fails - a.passes - a.fails),
    passLetsBackIn,
    complete,
  }
}

/** Who is in which wave: the sums, and the first who are in none or in two, by name. */
export function toCoverage(coverage: WaveCoverage, names: ReadonlyMap<string, Named>): GraphObject {
  const { people, inWave, inNone, inTwo } = coverage
  const first = (userIds: readonly string[]) =>
    userIds.slice(0, mostNamed).map((userId) => toName(userId, names.get(userId)))
  return {
    people,
    inWave: Object.entries(inWave).map(([id, count]) => ({ id, people: count })),
    inNone: { people: inNone.length, first: first(inNone) },
    inTwo: { people: inTwo.length, first: first(inTwo) },
  }
}

/** So many of those in no wave, or in two, are named. */
export const mostNamed = 50
