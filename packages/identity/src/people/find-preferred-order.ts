import { type MethodName, preferredOrder } from '@latchkey/policy'
import type { Deps } from '../deps.ts'
import { getPersonFacts } from '../rules/get-person-facts.ts'
import { rulesOf } from '../rules/get-rules.ts'
import type { Shelves } from '../stores.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { Person } from './person.ts'

/**
 * Find the order in which methods are proposed to a person whatever they chose themselves.
 *
 * @returns `undefined` if the organisation leaves the choice to them
 */
export async function findPreferredOrder(
  tx: Pick<Shelves, 'rules' | 'groups' | 'roles'>,
  deps: Pick<Deps, 'stores'>,
  {
    tenant,
    person,
  }: { readonly tenant: Tenant; readonly person: Pick<Person, 'tenantId' | 'userId' | 'breakGlass'> },
): Promise<readonly MethodName[] | undefined> {
  const { methods } = await rulesOf(tx, deps, tenant)
  return preferredOrder(methods, await getPersonFacts(tx, person, methods))
}
