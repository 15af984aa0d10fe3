import type { AccountAnswer } from '@latchkey/api/authenticator'
import { getPersonFacts, type KnownDevice, type Person, rulesOf, type Tenant } from '@latchkey/identity'
import { mayRegisterPasskey, mayUseMethod } from '@latchkey/policy'
import { readPolicyFor } from '../security-info/read-open-policy.ts'
import type { ServerDeps } from '../server-deps.ts'

interface AskingDevice {
  readonly person: Person
  readonly tenant: Tenant
  readonly device: KnownDevice
}

/** Read what an organisation lets somebody set up on a device of theirs. */
export async function readOffers(
  deps: ServerDeps,
  { person, tenant, device }: AskingDevice,
): Promise<AccountAnswer['offers']> {
  const { methods } = await rulesOf(deps.stores, deps, tenant)
  const facts = await getPersonFacts(deps.stores, person, methods)
  const { aaguid, evidence, surface } = device
  const made = { aaguid, evidence, attested: true, backupEligible: false }
  const mayMake = mayRegisterPasskey(methods, facts, made).allow
  // A web app keeps no passkeys for the phone: what is made in it by the phone, the phone keeps where it keeps its own.
  const kept =
    surface === 'phoneApp' && (await readPolicyFor(deps, tenant, { methods, facts, hasPassword: false }))
  return {
    passkey: kept ? kept.synced.allowed : mayMake,
    ownKey: surface === 'phoneApp' && deps.config.tunnel !== undefined && mayMake,
    push:
      mayUseMethod(methods, facts, 'push').allow || mayUseMethod(methods, facts, 'passwordlessPush').allow,
    codes: mayUseMethod(methods, facts, 'totp').allow,
  }
}
