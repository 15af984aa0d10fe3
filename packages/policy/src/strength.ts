import { allow, type Decision, deny } from './decision.ts'
import { type Factor, type ProvenMethod, type SessionOrigin, toFactors } from './proven-method.ts'

/** The strengths that are built in, weakest first. Each satisfies those before it. */
export type StrengthName = 'singleFactor' | 'multiFactor' | 'passwordless' | 'phishingResistant'

/** Factors that are enough together. */
export type Combination = readonly Factor[]

/** What a sign-in must amount to: any one of the combinations. */
export interface Strength {
  readonly name: StrengthName
  readonly displayName: string
  readonly combinations: readonly Combination[]
}

const phishingResistantCombinations: readonly Combination[] = [['verifiedPasskey']]
const passwordlessCombinations: readonly Combination[] = [
  ...phishingResistantCombinations,
  // Two factors without a password; but a person looks at a number and types it, so it is no more than that.
  ['passwordlessPush'],
]
const multiFactorCombinations: readonly Combination[] = [
  ...passwordlessCombinations,
  // Read from a screen and typed: a page that looks like ours gets it too. So it is MFA and nothing above.
  ['temporaryAccessPass'],
  ['password', 'totp'],
  ['password', 'push'],
]
const singleFactorCombinations: readonly Combination[] = [
  ...multiFactorCombinations,
  // One factor, whatever else is there: a passkey made without user verification is not MFA beside the password that
  // the same password manager typed.
  ['passkey'],
  ['password'],
]

/**
 * The built-in strengths, weakest first. A one-time code alone is in none of them, nor is an approval after nothing: they
 * are second proofs, never first ones.
 */
export const strengths: readonly Strength[] = [
  { name: 'singleFactor', displayName: 'Single factor', combinations: singleFactorCombinations },
  { name: 'multiFactor', displayName: 'Multifactor authentication', combinations: multiFactorCombinations },
  { name: 'passwordless', displayName: 'Passwordless MFA', combinations: passwordlessCombinations },
  {
    name: 'phishingResistant',
    displayName: 'Phishing-resistant MFA',
    combinations: phishingResistantCombinations,
  },
]

/** The names of the built-in strengths, weakest first. */
export const strengthNames: readonly StrengthName[] = strengths.map(({ name }) => name)

/** Get a built-in strength by its name. */
export function getStrength(name: StrengthName): Strength {
  const strength = strengths.find((each) => each.name === name)
  if (strength === undefined) throw new Error(`no strength is called ${name}`)
  return strength
}

/** Whether a strength is at least as strong as another. */
export function isAtLeast(strength: StrengthName | 'none', least: StrengthName): boolean {
  return strength !== 'none' && strengthNames.indexOf(strength) >= strengthNames.indexOf(least)
}

/** The stronger of two. */
export function strongerOf(one: StrengthName, other: StrengthName): StrengthName {
  return isAtLeast(one, other) ? one : other
}

/**
 * Decide which strength proofs amount to: the strongest that one of its combinations satisfies.
 *
 * @param origin behind a device code nothing is phishing-resistant: the code may have been sent by a stranger, and then
 *   it is the stranger's device that is signed in. For the same reason it is MFA at most.
 */
export function decideStrength(
  proofs: readonly ProvenMethod[],
  origin: SessionOrigin = 'browser',
): StrengthName | 'none' {
  const factors = toFactors(proofs)
  const reached = strengths.filter(({ combinations }) => combinations.some((each) => isMet(each, factors)))
  const strongest = reached.at(-1)?.name ?? 'none'
  return origin === 'deviceCode' && isAtLeast(strongest, 'multiFactor') ? 'multiFactor' : strongest
}

/** Whether proofs satisfy a strength; if not, why. */
export function satisfies(
  proofs: readonly ProvenMethod[],
  least: StrengthName,
  origin: SessionOrigin = 'browser',
): Decision {
  if (proofs.length === 0) return deny('nothing_proven')
  if (isAtLeast(decideStrength(proofs, origin), least)) return allow
  const inABrowser = isAtLeast(decideStrength(proofs, 'browser'), least)
  return deny(inABrowser ? 'device_code' : 'not_strong_enough')
}

/** Whether every factor of a combination is there. */
export function isMet(combination: Combination, factors: ReadonlySet<Factor>): boolean {
  return combination.every((factor) => factors.has(factor))
}
