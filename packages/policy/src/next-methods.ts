import { type Factor, isSecondOnly, type MethodName, type ProvenMethod, toFactors } from './proven-method.ts'
import { type Combination, getStrength, isMet, type StrengthName } from './strength.ts'

/**
 * The order in which the system proposes methods, best first. A pass comes first: whoever holds one was just given it,
 * and will not have it long.
 */
export const systemPreferredOrder: readonly MethodName[] = [
  'temporaryAccessPass',
  'passkey',
  'passwordlessPush',
  'push',
  'totp',
  'password',
]

/**
 * The methods that lead on from what was proven to what is required, best first; empty if it is reached already, or
 * cannot be.
 *
 * A method is proposed only if, with others that the person has, it completes a combination that satisfies the strength;
 * of a combination the part that can begin a sign-in comes before the part that cannot (a password before its code).
 *
 * @param have the methods that the person can use
 */
export function nextMethods(
  have: readonly MethodName[],
  proven: readonly ProvenMethod[],
  required: StrengthName,
): readonly MethodName[] {
  const { combinations } = getStrength(required)
  const factors = toFactors(proven)
  if (combinations.some((each) => isMet(each, factors))) return []

  const possible = new Set<Factor>([...factors, ...have.map(toBestFactor), ...have])
  const ways = new Set<MethodName>()
  for (const combination of combinations) {
    if (!isMet(combination, possible)) continue
    const next = firstMissing(combination, factors)
    if (next !== undefined) ways.add(next)
  }
  return systemPreferredOrder.filter((method) => ways.has(method))
}

/** What a method proves when everything goes well. */
function toBestFactor(method: MethodName): Factor {
  return method === 'passkey' ? 'verifiedPasskey' : method
}

function firstMissing(combination: Combination, factors: ReadonlySet<Factor>): MethodName | undefined {
  const missing = combination.filter((factor) => !factors.has(factor)).map(toMethod)
  return missing.find((method) => !isSecondOnly(method)) ?? missing[0]
}

function toMethod(factor: Factor): MethodName {
  return factor === 'verifiedPasskey' ? 'passkey' : factor
}
