import type { Attribution } from '@latchkey/identity'
import type { RuleChange, RuleChangeTerms } from '@latchkey/identity/administer'
import {
  applyConfigurationPatch,
  configurationTypes,
  knownApps,
  type MethodConfigurationId,
  readConditionalAccess,
} from '@latchkey/policy'
import { changeKnowingly } from './change-knowingly.ts'
import { operator, type World } from './world.ts'

/** A change of one method's configuration, as the API would send it. */
export function methodsPatch(id: MethodConfigurationId, change: object): RuleChange {
  return {
    kind: 'methodsPolicy',
    id: 'authenticationMethodsPolicy',
    change(before) {
      if (before === undefined) throw new Error('there is always a methods policy')
      const stamp = { at: '2026-03-01T09:00:00Z', newId: () => 'eeeeeeee-0000-4000-8000-000000000001' }
      return applyConfigurationPatch(before, id, { '@odata.type': configurationTypes[id], ...change }, stamp)
    },
  }
}

/** Change the configuration of a method, whoever it shuts out. */
export function patchMethods(
  { deps }: World,
  tenantId: string,
  id: MethodConfigurationId,
  change: object,
  by: Attribution & RuleChangeTerms = operator,
) {
  return changeKnowingly(deps, { ...by, tenantId }, [methodsPatch(id, change)], by)
}

/** A list of models that passkeys must be of, in the words of scripts. */
export const onlyModels = (...aaGuids: readonly string[]) => ({
  keyRestrictions: { isEnforced: true, enforcementType: 'allow', aaGuids },
})
export const anyModel = { keyRestrictions: { isEnforced: false, enforcementType: 'allow', aaGuids: [] } }

/** A policy about everybody and everything but Security info, which grants on some terms. */
export function aPolicyChange(grantControls: object): RuleChange {
  const id = '22222222-0000-4000-8000-000000000009'
  const stamp = { id, createdDateTime: '2026-03-01T09:00:00Z', modifiedDateTime: null }
  const policy = {
    displayName: 'For everybody',
    state: 'enabled',
    conditions: {
      clientAppTypes: ['all'],
      users: { includeUsers: ['All'] },
      applications: { includeApplications: ['All'], excludeApplications: [knownApps.securityInfo] },
    },
    grantControls,
  }
  return { kind: 'conditionalAccess', id, change: () => readConditionalAccess(policy, stamp) }
}
