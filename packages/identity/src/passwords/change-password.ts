import { mayChangeMethods } from '@latchkey/policy'
import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { requireDecision } from '../credentials/require-decision.ts'
import type { Deps, Visitor } from '../deps.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import { IdentityRefusal } from '../refusal.ts'
import { endAllInUnit } from '../sessions/end-session.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'
import { clearAttempts, countAttempt } from '../throttling/count-attempt.ts'
import { hashSecret, verifySecret } from './argon2id.ts'
import { isPasswordLength, normalisePassword, readNewPassword } from './read-password.ts'

/**
 * Change one's own password, knowing the old one, and with the proof that every change of a way to sign in takes: a
 * password and an approval of it are what a page that relays ours gets. Every other session of the person ends.
 *
 * @throws IdentityRefusal `session_ended`; `fresh_sign_in_needed`, `stronger_sign_in_needed`; `sign_in_failed` if the old password is wrong; `too_many_attempts`;
 *   `invalid_input` for the new one
 */
export async function changePassword(
  deps: Deps,
  ask: {
    readonly session: Session
    readonly current: string
    readonly next: string
    readonly visitor: Visitor
  },
): Promise<void> {
  const { person, session } = await getChanger(deps.stores, deps, ask.session)
  const { tenantId, userId } = session
  const { userName } = person
  const attempt = { tenantId, userName, method: 'password', visitor: ask.visitor } as const
  if (!isPasswordLength(ask.current)) throw new IdentityRefusal('sign_in_failed', { detail: 'length' })
  await countAttempt(deps, attempt)

  const kept = await deps.stores.passwords.find(tenantId, userId)
  const { right } = await verifySecret(deps, normalisePassword(ask.current), kept?.hash)
  if (!right) throw new IdentityRefusal('sign_in_failed')
  const hash = await hashSecret(deps, readNewPassword(ask.next, userName))

  await deps.stores.atomically(async (tx) => {
    await getChanger(tx, deps, session)
    const now = await tx.passwords.find(tenantId, userId)
    if (now?.hash !== kept?.hash) throw new IdentityRefusal('sign_in_failed')
    await tx.passwords.put({ tenantId, userId, hash, changedAt: deps.now() })
    await clearAttempts(tx, attempt)
    await endAllInUnit(tx, deps, {
      tenantId,
      userId,
      because: 'signed_out_everywhere',
      except: session.sessionId,
    })
    await appendAudit(tx, deps, byThemselves(session, ask.visitor), {
      activity: 'password_changed',
      target: { kind: 'person', id: userId, name: userName },
    })
    await mailPerson(tx, deps, {
      person,
      template: 'password_changed',
      values: fromVisitor(ask.visitor),
    })
  })
}

async function getChanger(tx: Pick<Shelves, 'sessions' | 'people'>, deps: Deps, asking: Session) {
  const { session, person } = await getLiveSession(tx, deps, asking)
  requireDecision(mayChangeMethods({ ...session, now: deps.now() }))
  return { session, person }
}
