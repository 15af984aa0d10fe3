import { toBase64url } from '@latchkey/encoding'
import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps, Visitor } from '../deps.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import { readPasskeyName } from './finish-registration.ts'
import { getOwnPasskey } from './get-own-passkey.ts'
import { decideRegistration, readRegistrationFacts } from './registration-facts.ts'
import { requireDecision } from './require-decision.ts'

/**
 * Give one's passkey another name. Whoever may add a passkey may name one.
 *
 * @throws IdentityRefusal `session_ended`, `fresh_sign_in_needed`, `stronger_sign_in_needed`, `not_allowed_by_policy`,
 *   `not_found`, `invalid_input`
 */
export async function renamePasskey(
  deps: Deps,
  ask: {
    readonly session: Session
    readonly credentialId: Uint8Array
    readonly name: string
    readonly visitor: Visitor
  },
): Promise<void> {
  const name = readPasskeyName(ask.name)
  await deps.stores.atomically(async (tx) => {
    const { session } = await getLiveSession(tx, deps, ask.session)
    const facts = await readRegistrationFacts(tx, deps, session)
    const credential = await getOwnPasskey(tx, session, ask.credentialId)
    requireDecision(decideRegistration(facts, undefined))
    await tx.credentials.putName(session.tenantId, session.userId, credential.id, name)
    await appendAudit(tx, deps, byThemselves(session, ask.visitor), {
      activity: 'passkey_renamed',
      target: { kind: 'passkey', id: toBase64url(credential.id), name },
      detail: { before: credential.name },
    })
  })
}
