import { administratorRoles } from '../administrator-roles.ts'
import type { ConditionalAccessDocument } from '../documents/conditional-access-document.ts'
import { mergeJson } from '../documents/merge-json.ts'
import type { PersonFacts } from '../person-facts.ts'
import { multiFactorStrengthId, phishingResistantStrengthId } from '../strengths/built-in-strengths.ts'
import { guidOf, home, office, policy, registration } from './access.fixture.ts'

/** The policies of a large organisation: most for a group and an application, some for everybody, each in its way. */
export function manyPolicies(count: number): readonly ConditionalAccessDocument[] {
  return Array.from({ length: count }, (_, at) => {
    const kind = kinds[at % kinds.length] ?? {}
    return policy(5000 + at, typeof kind === 'function' ? kind(at) : kind)
  })
}

const kinds: readonly (object | ((at: number) => object))[] = [
  (at) => forGroup(at, { grantControls: { operator: 'OR', builtInControls: ['mfa', 'compliantDevice'] } }),
  (at) => forGroup(at, strength(phishingResistantStrengthId)),
  (at) =>
    forGroup(at, { sessionControls: { signInFrequency: { isEnabled: true, type: 'hours', value: 8 } } }),
  (at) =>
    forGroup(at, {
      state: 'enabledForReportingButNotEnforced',
      grantControls: { builtInControls: ['block'] },
      conditions: { locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted', home.id] } },
    }),
  {
    conditions: {
      users: { includeUsers: [], includeRoles: [administratorRoles.globalAdministrator] },
      applications: { includeApplications: ['MicrosoftAdminPortals'] },
    },
    ...strength(phishingResistantStrengthId),
  },
  {
    conditions: {
      users: { excludeGroups: [guidOf(99_999)] },
      clientAppTypes: ['exchangeActiveSync', 'other'],
    },
    grantControls: { builtInControls: ['block'] },
  },
  { conditions: { platforms: { includePlatforms: ['windowsPhone'] } } },
  {
    conditions: {
      locations: { includeLocations: ['All'], excludeLocations: [office.id] },
      devices: {
        deviceFilter: {
          mode: 'exclude',
          rule: 'device.isCompliant -eq True -and device.trustType -eq "AzureAD"',
        },
      },
    },
  },
  { ...registration, ...strength(multiFactorStrengthId) },
  (at) => forGroup(at, { state: 'disabled' }),
]

function strength(id: string): object {
  return { grantControls: { builtInControls: [], authenticationStrength: { id } } }
}

function forGroup(at: number, change: object): object {
  const conditions = {
    users: { includeUsers: [], includeGroups: groupsFrom(at), excludeGroups: [guidOf(99_999)] },
    applications: { includeApplications: at % 3 === 0 ? ['All'] : [guidOf(30_000 + at)] },
  }
  return Object(mergeJson({ conditions }, change))
}

function groupsFrom(at: number): readonly string[] {
  return [0, 1, 2].map((offset) => guidOf(10_000 + ((at + offset * 37) % 200)))
}

/** People of that organisation, each in a few of its groups. */
export function manyPeople(count: number): readonly PersonFacts[] {
  return Array.from({ length: count }, (_, at) => ({
    userId: guidOf(100_000 + at),
    groupIds: new Set([at % 200, (at * 7) % 200, (at * 13) % 50].map((group) => guidOf(10_000 + group))),
    roleIds: new Set(at % 100 === 0 ? [administratorRoles.globalAdministrator] : []),
    guest: false,
    breakGlass: false,
  }))
}
