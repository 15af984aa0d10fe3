import type { Deps } from '../deps.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import { decideRegistration, readRegistrationFacts } from './registration-facts.ts'
import { requireDecision } from './require-decision.ts'

/**
 * Refuse a session that proved too little, or too long ago, to add a way to sign in. Asked before a wizard begins, so
 * that nobody goes through it in vain; what is kept at the end is decided again there.
 *
 * @throws IdentityRefusal `session_ended`, `fresh_sign_in_needed`, `stronger_sign_in_needed`, `not_allowed_by_policy`
 */
export async function requireMayRegister(deps: Pick<Deps, 'stores' | 'now'>, asking: Session): Promise<void> {
  const { session } = await getLiveSession(deps.stores, deps, asking)
  requireDecision(decideRegistration(await readRegistrationFacts(deps.stores, deps, session), undefined))
}
