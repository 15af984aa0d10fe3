import { expect, test } from 'vitest'
import { documentsOf, guidOf, office, policy, strengthInstead } from './access.fixture.ts'
import { listReferences, refuseDanglingReferences } from './list-references.ts'

const applications = { includeApplications: [], includeAuthenticationContextClassReferences: ['c7'] }

test.each<[string, object, string]>([
  ['a strength', strengthInstead(guidOf(404)), 'grantControls.authenticationStrength.id'],
  [
    'a place',
    { conditions: { locations: { includeLocations: ['All'], excludeLocations: [guidOf(404)] } } },
    'conditions.locations.excludeLocations',
  ],
  [
    'a context',
    { conditions: { applications } },
    'conditions.applications.includeAuthenticationContextClassReferences',
  ],
])('refuses a policy that refers to %s that is not there', (_, change, path) => {
  const documents = documentsOf([policy(1, change)])
  expect(() => refuseDanglingReferences(documents)).toThrow(
    expect.objectContaining({ code: 'document_invalid', path }),
  )
})

test('lets policies refer to what is there, and lists it', () => {
  const places = { conditions: { locations: { includeLocations: ['AllTrusted', office.id] } } }
  const documents = documentsOf([policy(1, places)])

  refuseDanglingReferences(documents)
  expect(listReferences(documents.conditionalAccess)).toEqual([
    {
      policyId: guidOf(1),
      displayName: 'Policy 1',
      kind: 'namedLocation',
      path: 'conditions.locations.includeLocations',
      id: office.id,
    },
  ])
})
