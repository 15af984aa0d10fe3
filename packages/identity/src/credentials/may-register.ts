import { type Decision, deny, type PasskeyDenial } from '@latchkey/policy'
import type { Deps } from '../deps.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getPersonFacts } from '../rules/get-person-facts.ts'
import { getRules } from '../rules/get-rules.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import { whyNoPasskey } from './may-add-passkey.ts'
import { decideRegistration, readRegistrationFacts } from './registration-facts.ts'

/**
 * Decide whether a session may add a passkey now, of whichever kind; `finishRegistration` asks the same again, in its own
 * unit, and what the passkey is.
 *
 * @param mediation `conditional`: whether a passkey may be made in passing
 */
export async function mayRegister(
  deps: Pick<Deps, 'stores' | 'now'>,
  session: Session,
  mediation?: 'conditional',
): Promise<Decision | { readonly allow: false; readonly because: PasskeyDenial }> {
  try {
    const live = await getLiveSession(deps.stores, deps, session)
    const decision = decideRegistration(
      await readRegistrationFacts(deps.stores, deps, live.session),
      mediation,
    )
    if (!decision.allow) return decision
    const { methods } = await getRules(deps.stores, deps, session.tenantId)
    const facts = await getPersonFacts(deps.stores, live.person, methods)
    const because = whyNoPasskey(methods, facts, mediation)
    return because === undefined ? decision : { allow: false, because }
  } catch (refusal) {
    if (refusal instanceof IdentityRefusal && refusal.code === 'session_ended') return deny('nothing_proven')
    throw refusal
  }
}
