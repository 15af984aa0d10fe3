import { toBase64url } from '@latchkey/encoding'
import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps, Visitor } from '../deps.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'
import type { CredentialRecord } from './credential-record.ts'
import { readPasskeyName } from './finish-registration.ts'
import { getOwnPasskey } from './get-own-passkey.ts'
import { decideRegistration, readRegistrationFacts } from './registration-facts.ts'
import { requireDecision } from './require-decision.ts'

/** Which passkey gets which name, and who says so. */
export interface PasskeyNaming {
  readonly session: Session
  readonly credentialId: Uint8Array
  readonly name: string
  readonly visitor: Visitor
}

/** How long a visit may take in which a passkey is made and named. */
const longestVisitMilliseconds = 60 * 60_000

/**
 * Give one's passkey another name. Whoever may add a passkey may name one.
 *
 * @throws IdentityRefusal `session_ended`, `fresh_sign_in_needed`, `stronger_sign_in_needed`, `not_allowed_by_policy`,
 *   `not_found`, `invalid_input`
 */
export async function renamePasskey(deps: Deps, ask: PasskeyNaming): Promise<void> {
  await putName(deps, ask, async (tx, session) =>
    requireDecision(decideRegistration(await readRegistrationFacts(tx, deps, session), undefined)),
  )
}

/**
 * Give a passkey the name it was not made with. Whoever made it may, though what let them make the first one may let them
 * make no second: the caller vouches that it was made in this very visit.
 *
 * @throws IdentityRefusal `session_ended`, `not_found`, `invalid_input`; `not_allowed_by_policy` once the visit is over
 */
export async function nameNewPasskey(deps: Deps, ask: PasskeyNaming): Promise<void> {
  await putName(deps, ask, async (_, __, { createdAt }) => {
    const age = deps.now().getTime() - createdAt.getTime()
    if (age > longestVisitMilliseconds) throw new IdentityRefusal('not_allowed_by_policy')
  })
}

async function putName(
  deps: Deps,
  ask: PasskeyNaming,
  requireMay: (tx: Shelves, session: Session, credential: CredentialRecord) => Promise<void>,
): Promise<void> {
  const name = readPasskeyName(ask.name)
  await deps.stores.atomically(async (tx) => {
    const { session } = await getLiveSession(tx, deps, ask.session)
    const credential = await getOwnPasskey(tx, session, ask.credentialId)
    await requireMay(tx, session, credential)
    await tx.credentials.putName(session.tenantId, session.userId, credential.id, name)
    await appendAudit(tx, deps, byThemselves(session, ask.visitor), {
      activity: 'passkey_renamed',
      target: { kind: 'passkey', id: toBase64url(credential.id), name },
      detail: { before: credential.name },
    })
  })
}
