import type { PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { newSecret } from '../ids/secret.ts'
import { mailPerson } from '../outbox/mail-person.ts'
import { getPerson } from '../people/get-person.ts'
import { requirePermission } from '../people/require-permission.ts'
import { endAllInUnit } from './end-session.ts'
import type { SessionEnd } from './session.ts'

/**
 * End a person's sessions, all of them or all but one, with everything that hangs on them.
 *
 * When all of them end, the security stamp changes too, so that nothing made before is good for anything. The one that
 * is spared (`except`, a session id) keeps the stamp it has.
 *
 * @returns the person's security stamp from now on
 * @throws IdentityRefusal `not_found`, `not_permitted`
 */
export async function endSessionsOfPerson(
  deps: Deps,
  ask: PersonTarget & { readonly because: SessionEnd; readonly except?: string },
): Promise<string> {
  const newStamp = newSecret(deps)
  return deps.stores.atomically(async (tx) => {
    const person = await getPerson(tx, ask.tenantId, ask.userId)
    await requirePermission(tx, ask, 'end sessions')
    const ended = await endAllInUnit(tx, deps, ask)
    if (ask.except === undefined) await tx.people.putSecurityStamp(ask.tenantId, ask.userId, newStamp)
    await appendAudit(tx, deps, ask, {
      activity: 'sessions_revoked',
      target: { kind: 'person', id: person.userId, name: person.userName },
      detail: { because: ask.because, sessions: ended, all: ask.except === undefined },
    })
    await mailPerson(tx, deps, {
      person,
      template: 'sessions_revoked',
      values: ask.ipAddress === undefined ? {} : { ipAddress: ask.ipAddress },
    })
    return ask.except === undefined ? newStamp : person.securityStamp
  })
}
