import type { ConditionalAccessDocument } from '../documents/conditional-access-document.ts'
import { DocumentRefusal } from '../documents/document-refusal.ts'
import type { RuleDocuments } from '../rules.ts'
import { builtInStrengthDocuments } from '../strengths/built-in-strengths.ts'

/** Something a policy refers to. */
export interface Reference {
  readonly policyId: string
  readonly displayName: string
  readonly path: string
  readonly kind: 'strength' | 'namedLocation' | 'authenticationContext' | 'terms'
  readonly id: string
}

/** List what policies refer to: what may not be removed while they do. Groups, roles and applications are not here. */
export function listReferences(policies: readonly ConditionalAccessDocument[]): readonly Reference[] {
  return policies.flatMap(({ id: policyId, displayName, conditions, grantControls }) => {
    const { applications, locations } = conditions
    const contexts = applications.includeAuthenticationContextClassReferences
    const strength = grantControls?.authenticationStrength
    const refer = (kind: Reference['kind'], path: string, ids: readonly string[]) =>
      ids.map((id) => ({ policyId, displayName, kind, path, id }))
    const isPlace = (id: string) => id !== 'All' && id !== 'AllTrusted'
    return [
      ...refer('strength', 'grantControls.authenticationStrength.id', strength ? [strength.id] : []),
      ...refer(
        'namedLocation',
        'conditions.locations.includeLocations',
        locations?.includeLocations.filter(isPlace) ?? [],
      ),
      ...refer(
        'namedLocation',
        'conditions.locations.excludeLocations',
        locations?.excludeLocations.filter(isPlace) ?? [],
      ),
      ...refer(
        'authenticationContext',
        'conditions.applications.includeAuthenticationContextClassReferences',
        contexts,
      ),
      ...refer('terms', 'grantControls.termsOfUse', grantControls?.termsOfUse ?? []),
    ]
  })
}

/**
 * Refuse documents of which one refers to another that is not among them: a policy would mean something else than it
 * says. To be asked before policies are saved, and before a strength, a place or a context is removed.
 *
 * @throws DocumentRefusal with the path in the policy
 */
export function refuseDanglingReferences(documents: RuleDocuments): void {
  const ids = {
    strength: new Set([...builtInStrengthDocuments, ...documents.strengths].map(({ id }) => id)),
    namedLocation: new Set(documents.namedLocations.map(({ id }) => id)),
    authenticationContext: new Set(documents.authenticationContexts.map(({ id }) => id)),
    terms: new Set(documents.terms.map(({ id }) => id)),
  }
  for (const { kind, id, path, displayName } of listReferences(documents.conditionalAccess)) {
    if (!ids[kind].has(id))
      throw new DocumentRefusal(path, `“${displayName}” refers to ${id}, which is not there`)
  }
}
