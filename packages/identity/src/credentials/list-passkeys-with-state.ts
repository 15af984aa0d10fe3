import { mayUsePasskey, type PasskeyDenial } from '@latchkey/policy'
import type { Deps } from '../deps.ts'
import { isReachable } from '../device-links/is-reachable.ts'
import type { Person } from '../people/person.ts'
import { getPersonFacts } from '../rules/get-person-facts.ts'
import { getRules } from '../rules/get-rules.ts'
import type { Shelves } from '../stores.ts'
import type { CredentialRecord } from './credential-record.ts'
import { toPasskeyFacts } from './decide-passkey.ts'

/**
 * A passkey, and why it is dormant if it is: kept, not usable under the present rules, awake again when they allow it.
 * `device_revoked`: the device it was made on is switched off, or gone; then nothing wakes it. `link_needed`: it is a phone
 * app's, and no browser is linked that could ask for it.
 */
export interface PasskeyWithState {
  readonly passkey: CredentialRecord
  readonly dormantBecause?: PasskeyDenial | 'device_revoked' | 'link_needed'
}

/** List a person's passkeys, newest first, each with what the rules of this moment say of it. */
export async function listPasskeysWithState(
  tx: Pick<Shelves, 'credentials' | 'tenants' | 'rules' | 'groups' | 'roles'>,
  deps: Pick<Deps, 'stores'>,
  person: Pick<Person, 'tenantId' | 'userId' | 'breakGlass'>,
): Promise<readonly PasskeyWithState[]> {
  const passkeys = await tx.credentials.listOfPerson(person.tenantId, person.userId)
  if (passkeys.length === 0) return []
  const { methods } = await getRules(tx, deps, person.tenantId)
  const facts = await getPersonFacts(tx, person, methods)
  return passkeys.map((passkey) => {
    if (passkey.device?.live === false) return { passkey, dormantBecause: 'device_revoked' }
    if (!isReachable(passkey)) return { passkey, dormantBecause: 'link_needed' }
    const decision = mayUsePasskey(methods, facts, toPasskeyFacts(passkey))
    return { passkey, ...(!decision.allow && { dormantBecause: decision.because }) }
  })
}
