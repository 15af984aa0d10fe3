import { builtInStrengthDocuments, type RuleDocuments } from '@latchkey/policy'
import type { GraphObject } from '../resource-shape.ts'

/** A Conditional Access policy as the API shows it: a strength whole, where the document has its id. */
export function toAccessPolicy(
  policy: RuleDocuments['conditionalAccess'][number],
  { strengths }: Pick<RuleDocuments, 'strengths'>,
): GraphObject {
  const { grantControls } = policy
  const strengthId = grantControls?.authenticationStrength?.id
  const strength = [...builtInStrengthDocuments, ...strengths].find(({ id }) => id === strengthId)
  return {
    ...policy,
    deletedDateTime: null,
    partialEnablementStrategy: null,
    grantControls: grantControls && { ...grantControls, authenticationStrength: strength ?? null },
  }
}
