import type { Strength, StrengthCombination } from '../strengths/compile-strength.ts'

/** Whether whatever satisfies one strength satisfies the other: each of its combinations is enough there too. */
export function impliesStrength(one: Strength, other: Strength): boolean {
  return one.combinations.every((stronger) =>
    other.combinations.some((weaker) => impliesCombination(stronger, weaker)),
  )
}

function impliesCombination(one: StrengthCombination, other: StrengthCombination): boolean {
  if (!other.modes.every((mode) => one.modes.includes(mode))) return false
  const { passkeyModels } = other
  if (passkeyModels === undefined) return true
  return one.passkeyModels !== undefined && [...one.passkeyModels].every((model) => passkeyModels.has(model))
}
