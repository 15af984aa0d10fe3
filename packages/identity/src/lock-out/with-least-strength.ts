import {
  type ConditionalAccessDocument,
  knownApps,
  type RuleDocuments,
  readConditionalAccess,
} from '@latchkey/policy'
import type { App } from '../apps/app-store.ts'
import type { TenantSettings } from '../tenants/tenant.ts'

type Least = TenantSettings['leastStrength']

/** Graph's ids of the built-in strengths. A single factor asks for nothing that a sign-in is not anyway. */
const strengthIds: Readonly<Record<Exclude<Least, 'singleFactor'>, string>> = {
  multiFactor: '00000000-0000-0000-0000-000000000002',
  passwordless: '00000000-0000-0000-0000-000000000003',
  phishingResistant: '00000000-0000-0000-0000-000000000004',
}

/**
 * Add what the organisation and its apps want of everybody beside the rules, as if it were rules: a password that opens
 * nothing is no way in.
 */
export function withLeastStrength(
  documents: RuleDocuments,
  leastStrength: Least,
  apps: readonly Pick<App, 'clientId' | 'displayName' | 'leastStrength'>[],
): RuleDocuments {
  const everywhere = toPolicy('the least that the organisation wants', leastStrength, ['All'])
  const perApp = apps.flatMap(({ clientId, displayName, leastStrength: least = 'singleFactor' }) =>
    toPolicy(`the least that ${displayName} wants`, least, [clientId]),
  )
  return { ...documents, conditionalAccess: [...documents.conditionalAccess, ...everywhere, ...perApp] }
}

function toPolicy(
  displayName: string,
  least: Least,
  includeApplications: readonly string[],
): readonly ConditionalAccessDocument[] {
  if (least === 'singleFactor') return []
  return [
    readConditionalAccess(
      {
        displayName,
        state: 'enabled',
        conditions: {
          users: { includeUsers: ['All'] },
          // Who may add a method decides by what they have, not by this.
          applications: { includeApplications, excludeApplications: [knownApps.securityInfo] },
          clientAppTypes: ['all'],
        },
        grantControls: { operator: 'OR', authenticationStrength: { id: strengthIds[least] } },
      },
      { id: leastId, createdDateTime: new Date(0).toISOString(), modifiedDateTime: null },
    ),
  ]
}

/** Shared by all of them: nothing looks one of these up. */
const leastId = '6c617463-686b-4579-8000-000000000001'
