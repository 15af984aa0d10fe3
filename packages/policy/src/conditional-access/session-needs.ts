import type { Strength } from '../strengths/compile-strength.ts'
import { impliesStrength } from '../strengths/implies-strength.ts'

/** What a session still has to give. */
export interface SessionNeeds {
  /** Each must be satisfied; one that another implies is not named. In the order of their ids. */
  readonly strengths: readonly Strength[]
  /** Proofs of before are too old for what is asked. Some may still count: `counting` of the decision has them. */
  readonly provenAfter?: Date
  readonly compliantDevice: boolean
  /** The ids of terms of use to accept, in their order. */
  readonly terms: readonly string[]
}

/** Nothing is missing. */
export const noNeeds: SessionNeeds = { strengths: [], compliantDevice: false, terms: [] }

/** Everything that several policies miss, each thing once. */
export function mergeNeeds(all: readonly SessionNeeds[]): SessionNeeds {
  const strengths = new Map(all.flatMap((needs) => needs.strengths.map((each) => [each.id, each] as const)))
  const terms = new Set(all.flatMap((needs) => needs.terms))
  return {
    strengths: dropImplied([...strengths.values()].sort((a, b) => (a.id < b.id ? -1 : 1))),
    compliantDevice: all.some(({ compliantDevice }) => compliantDevice),
    terms: [...terms].sort(),
  }
}

/** Strengths without those that another implies; of two that say the same the first stays. */
function dropImplied(strengths: readonly Strength[]): readonly Strength[] {
  return strengths.filter(
    (strength, at) =>
      !strengths.some(
        (other, otherAt) =>
          at !== otherAt &&
          impliesStrength(other, strength) &&
          (otherAt < at || !impliesStrength(strength, other)),
      ),
  )
}
