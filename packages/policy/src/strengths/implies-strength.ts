import type { AuthenticationMode } from './authentication-modes.ts'
import type { Strength, StrengthCombination } from './compile-strength.ts'
import { isProvable } from './provable-modes.ts'

/** Whether whoever satisfies one strength satisfies the other as well, whatever they did. */
export function impliesStrength(one: Strength, other: Strength): boolean {
  return one.combinations
    .filter(({ modes }) => modes.every(isProvable))
    .every((combination) => other.combinations.some((wider) => impliesCombination(combination, wider)))
}

function impliesCombination(one: StrengthCombination, other: StrengthCombination): boolean {
  if (!other.modes.every((mode) => one.modes.some((each) => impliesMode(each, mode)))) return false
  const wanted = other.passkeyModels
  if (wanted === undefined) return true
  return one.passkeyModels !== undefined && [...one.passkeyModels].every((model) => wanted.has(model))
}

function impliesMode(one: AuthenticationMode, other: AuthenticationMode): boolean {
  // What is part of a computer is a passkey among others.
  return one === other || (one === 'windowsHelloForBusiness' && other === 'fido2')
}
