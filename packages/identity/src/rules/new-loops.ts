import { findLoops, type Loop, type RuleDocuments } from '@latchkey/policy'

/** The combinations that lead nowhere and that a change brings; those that were there before are nothing new. */
export function newLoops(before: RuleDocuments, after: RuleDocuments): readonly Loop[] {
  // Nothing says of any device yet whether it is compliant.
  const surroundings = { complianceKnown: false }
  const keyOf = ({ code, policyId, strengthId, enforced }: Loop) =>
    `${code} ${policyId} ${strengthId ?? ''} ${enforced}`
  const known = new Set(findLoops(before, surroundings).map(keyOf))
  return findLoops(after, surroundings).filter((loop) => !known.has(keyOf(loop)))
}
