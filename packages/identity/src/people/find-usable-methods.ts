import { mayUseMethod, mayUsePasskey } from '@latchkey/policy'
import { toPasskeyFacts } from '../credentials/decide-passkey.ts'
import { isAtHand } from '../credentials/is-at-hand.ts'
import type { Deps } from '../deps.ts'
import { getPersonFacts } from '../rules/get-person-facts.ts'
import { getRules } from '../rules/get-rules.ts'
import type { Shelves } from '../stores.ts'
import type { Person, PersonMethods } from './person.ts'

/**
 * What a person can sign in with under the rules of this moment: passkeys that are awake and at hand, codes that are for
 * them. What is kept and cannot be used is not counted, so it never stands for a way in.
 */
export async function findUsableMethods(
  tx: Pick<Shelves, 'people' | 'credentials' | 'tenants' | 'rules' | 'groups' | 'roles'>,
  deps: Pick<Deps, 'stores'>,
  person: Pick<Person, 'tenantId' | 'userId' | 'breakGlass'>,
): Promise<PersonMethods> {
  const { tenantId, userId } = person
  const registered = await tx.people.findMethods(tenantId, userId)
  const { methods } = await getRules(tx, deps, tenantId)
  const facts = await getPersonFacts(tx, person, methods)
  const passkeys = registered.passkeys === 0 ? [] : await tx.credentials.listOfPerson(tenantId, userId)
  const { push = false, ...others } = registered
  return {
    ...others,
    ...(push && mayUseMethod(methods, facts, 'push').allow && { push: true }),
    // An account for emergencies is opened by its passkeys and nothing else.
    password: registered.password && !person.breakGlass,
    passkeys: passkeys.filter(
      (passkey) => isAtHand(passkey) && mayUsePasskey(methods, facts, toPasskeyFacts(passkey)).allow,
    ).length,
    totp: registered.totp && mayUseMethod(methods, facts, 'totp').allow,
  }
}
