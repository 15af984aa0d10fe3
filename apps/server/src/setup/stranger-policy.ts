import type { OpenPolicy } from '@latchkey/guidance'
import { rulesOf, type Tenant } from '@latchkey/identity'
import { readPolicyFor } from '../security-info/read-open-policy.ts'
import type { ServerDeps } from '../server-deps.ts'

/**
 * Read what an organisation opens to somebody of whom nothing is known: to a person in no group, or, while a campaign is
 * on, to one of those it is for. Nobody is looked up, so nothing is told about anybody.
 *
 * @param groupIds of whom it is read instead, for an administrator who wants to see that
 */
export async function readStrangerPolicy(
  deps: Pick<ServerDeps, 'stores' | 'config' | 'now' | 'log'>,
  tenant: Tenant,
  groupIds?: readonly string[],
): Promise<OpenPolicy> {
  const { methods } = await rulesOf(deps.stores, deps, tenant)
  const { state, targets } = methods.campaign
  const invited = state === 'enabled' ? targets.flatMap(({ people }) => [...people.groups]) : []
  return await readPolicyFor(deps, tenant, {
    methods,
    facts: {
      userId: '',
      groupIds: new Set(groupIds ?? invited),
      roleIds: new Set(),
      guest: false,
      breakGlass: false,
    },
    hasPassword: false,
  })
}
