import { type Decision, deny } from '@latchkey/policy'
import type { Deps } from '../deps.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import { decideRegistration, readRegistrationFacts } from './registration-facts.ts'

/**
 * Decide whether a session may add a passkey now; `finishRegistration` asks the same again, in its own unit.
 *
 * @param mediation `conditional`: whether a passkey may be made in passing
 */
export async function mayRegister(
  deps: Pick<Deps, 'stores' | 'now'>,
  session: Session,
  mediation?: 'conditional',
): Promise<Decision> {
  try {
    const live = await getLiveSession(deps.stores, deps, session)
    return decideRegistration(await readRegistrationFacts(deps.stores, deps, live.session), mediation)
  } catch (refusal) {
    if (refusal instanceof IdentityRefusal && refusal.code === 'session_ended') return deny('nothing_proven')
    throw refusal
  }
}
