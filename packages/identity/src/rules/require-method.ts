import { mayUseMethod } from '@latchkey/policy'
import type { Deps } from '../deps.ts'
import type { Person, SignInMethod } from '../people/person.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Trail } from '../sign-in/trail.ts'
import type { Shelves } from '../stores.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { getPersonFacts } from './get-person-facts.ts'
import { rulesOf } from './get-rules.ts'

/**
 * A method must be there for a person under the rules of this moment. Asked after the secret was right, so that nobody
 * else learns it.
 *
 * @throws IdentityRefusal `not_allowed_by_policy`, whose detail is the method and the policy's reason
 */
export async function requireMethod(
  tx: Pick<Shelves, 'rules' | 'groups' | 'roles'>,
  deps: Pick<Deps, 'stores'>,
  ask: {
    readonly tenant: Tenant
    readonly person: Person
    readonly method: SignInMethod
    readonly trail?: Trail
  },
): Promise<void> {
  const { tenant, person, method, trail } = ask
  const { methods } = await rulesOf(tx, deps, tenant)
  const decision = mayUseMethod(methods, await getPersonFacts(tx, person, methods), method)
  if (decision.allow) return
  const { because } = decision
  if (trail !== undefined) trail.decision = { method: { allowed: false, because } }
  throw new IdentityRefusal('not_allowed_by_policy', { detail: `${method} ${because}` })
}
