import { builtInStrengthDocuments, DocumentRefusal, type RuleDocuments } from '@latchkey/policy'

/** What names a place may have without there being a document. */
const builtInPlaces = ['All', 'AllTrusted']

/**
 * Every strength, place and context that a policy names must be there: nothing that is in use can be removed.
 *
 * @throws DocumentRefusal with the place in the policy
 */
export function requireReferences(documents: RuleDocuments): void {
  const strengths = new Set([...builtInStrengthDocuments, ...documents.strengths].map(({ id }) => id))
  const places = new Set([...builtInPlaces, ...documents.namedLocations.map(({ id }) => id)])
  const contexts = new Set(documents.authenticationContexts.map(({ id }) => id))
  for (const { displayName, conditions, grantControls } of documents.conditionalAccess) {
    const need = (known: ReadonlySet<string>, path: string, id: string) => {
      if (!known.has(id)) throw new DocumentRefusal(path, `${id} is not there, and “${displayName}” names it`)
    }
    const strength = grantControls?.authenticationStrength
    if (strength) need(strengths, 'grantControls.authenticationStrength.id', strength.id)
    const { includeLocations = [], excludeLocations = [] } = conditions.locations ?? {}
    for (const id of includeLocations) need(places, 'conditions.locations.includeLocations', id)
    for (const id of excludeLocations) need(places, 'conditions.locations.excludeLocations', id)
    const asked = 'includeAuthenticationContextClassReferences'
    for (const id of conditions.applications[asked]) need(contexts, `conditions.applications.${asked}`, id)
  }
}
