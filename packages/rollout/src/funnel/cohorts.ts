import type { RolloutPerson } from './rollout-person.ts'
import { hasReached, type Stage } from './stage.ts'

/** How many people have come how far. */
export type StageFigures = Readonly<Record<Stage, number>>

/** People who have something in common, and how far they have come. */
export interface Cohort {
  readonly by: 'wave' | 'group' | 'device' | 'model'
  /** The wave's, the group's or the model's id, or the device class. */
  readonly key: string
  readonly people: number
  readonly stages: StageFigures
  /** Who may have a passkey and has none. */
  readonly left: number
  /** Of those, who failed last. */
  readonly failed: number
}

/** Count how far people have come; whoever may not have a passkey is at none of the stages. */
export function countStages(people: readonly RolloutPerson[]): StageFigures {
  const count = (stage: Stage) =>
    people.filter((person) => person.stage !== undefined && hasReached(person.stage, stage)).length
  return {
    capable: count('capable'),
    invited: count('invited'),
    opened: count('opened'),
    started: count('started'),
    created: count('created'),
    used: count('used'),
  }
}

/** Whoever is in no wave. */
export const noWave = ''

/**
 * Part people by what they have in common, the largest cohort of each kind first. A person is in one wave and has one
 * device, may be in many groups, and is of each model that they made a passkey with.
 */
export function toCohorts(people: readonly RolloutPerson[]): readonly Cohort[] {
  return [
    ...part(people, 'wave', ({ waveId = noWave }) => [waveId]),
    ...part(people, 'group', ({ groupIds }) => groupIds),
    ...part(people, 'device', ({ device }) => [device]),
    ...part(people, 'model', ({ models }) => models),
  ]
}

function part(
  people: readonly RolloutPerson[],
  by: Cohort['by'],
  keysOf: (person: RolloutPerson) => readonly string[],
): readonly Cohort[] {
  const parts = new Map<string, RolloutPerson[]>()
  for (const person of people) {
    for (const key of keysOf(person)) {
      const known = parts.get(key)
      if (known === undefined) parts.set(key, [person])
      else known.push(person)
    }
  }
  return [...parts]
    .map(([key, some]) => ({
      by,
      key,
      people: some.length,
      stages: countStages(some),
      left: some.filter(({ left }) => left !== undefined).length,
      failed: some.filter(({ left }) => left?.reason === 'failed').length,
    }))
    .toSorted((a, b) => b.people - a.people || (a.key < b.key ? -1 : 1))
}
