import {
  type Decision,
  mayRegisterWith,
  mayUpgrade,
  type RegistrationFacts as PolicyFacts,
} from '@latchkey/policy'
import type { Deps } from '../deps.ts'
import type { Session } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'

/** Read what the decision about registering rests on. */
export async function readRegistrationFacts(
  tx: Pick<Shelves, 'people' | 'passes' | 'tenants'>,
  deps: Pick<Deps, 'now'>,
  session: Session,
): Promise<PolicyFacts> {
  const { tenantId, userId, passId } = session
  const { settings } = await getTenant(tx, tenantId)
  const held = passId === undefined ? undefined : await tx.passes.find(tenantId, userId)
  return {
    now: deps.now(),
    proofs: session.proofs,
    origin: session.origin,
    ...(held !== undefined && held.passId === passId && { pass: { once: held.once } }),
    registered: await tx.people.findMethods(tenantId, userId),
    passwordMayAddFirstPasskey: settings.passwordMayAddFirstPasskey,
  }
}

/** Ask the policy whether a passkey may be made on these facts. */
export function decideRegistration(facts: PolicyFacts, mediation: 'conditional' | undefined): Decision {
  return mediation === 'conditional' ? mayUpgrade(facts) : mayRegisterWith(facts)
}
