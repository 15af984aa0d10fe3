import { systemPreferredOrder } from '../next-methods.ts'
import { isSecondOnly, type MethodName, type ProvenMethod } from '../proven-method.ts'
import type { Strength, StrengthCombination } from './compile-strength.ts'
import { isPlatformModel } from './platform-models.ts'
import { findMethodOfMode } from './provable-modes.ts'
import { satisfiesStrength } from './satisfies-strength.ts'

/** What a person can use. */
export interface HeldMethods {
  readonly methods: readonly MethodName[]
  /** The passkeys among them: models count only where the attestation proved them. */
  readonly passkeys: readonly { readonly aaguid: string; readonly attested: boolean }[]
}

/**
 * The methods that lead on from what was proven to what is required, best first; empty if it is reached already, or
 * cannot be.
 *
 * A method is proposed only if, with others the person has, it completes a combination of the first strength that is not
 * satisfied yet, and if the person has not just used it in vain.
 *
 * @param strengths all of them must be satisfied
 * @param order best first; default: a pass, a passkey, an approval, a code, a password
 */
export function nextMethodsFor(
  have: HeldMethods,
  proven: readonly ProvenMethod[],
  strengths: readonly Strength[],
  order: readonly MethodName[] = systemPreferredOrder,
): readonly MethodName[] {
  const open = strengths.find((strength) => !satisfiesStrength(proven, strength).allow)
  if (open === undefined) return []
  const ways = new Set<MethodName>()
  for (const combination of open.combinations) {
    const missing = missingMethods(combination, have, proven)
    // The part that can begin a sign-in comes before the part that cannot: a password before its code.
    const next = missing?.find((method) => !isSecondOnly(method)) ?? missing?.[0]
    if (next !== undefined) ways.add(next)
  }
  return order.filter((method) => ways.has(method))
}

/** The methods that a combination still needs, if the person has them all. */
function missingMethods(
  { modes, passkeyModels }: StrengthCombination,
  { methods, passkeys }: HeldMethods,
  proven: readonly ProvenMethod[],
): readonly MethodName[] | undefined {
  const missing: MethodName[] = []
  for (const mode of modes) {
    const method = findMethodOfMode(mode)
    if (method === undefined || !methods.includes(method)) return undefined
    // It was just used, and will not count for more the next time.
    if (method === 'passkey' && proven.some(({ passkey }) => passkey?.distrusted)) return undefined
    const isNarrowed = mode === 'windowsHelloForBusiness' || passkeyModels !== undefined
    if (method !== 'passkey') {
      if (!proven.some((proof) => proof.method === method)) missing.push(method)
      continue
    }
    const fits =
      mode === 'windowsHelloForBusiness' ? isPlatformModel : (aaguid: string) => passkeyModels?.has(aaguid)
    if (isNarrowed && !passkeys.some(({ aaguid, attested }) => attested && fits(aaguid))) return undefined
    missing.push(method)
  }
  return missing
}
