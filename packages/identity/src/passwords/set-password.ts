import type { PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { newSecret } from '../ids/secret.ts'
import { mailPerson } from '../outbox/mail-person.ts'
import { getPerson } from '../people/get-person.ts'
import { requirePermission } from '../people/require-permission.ts'
import { endAllInUnit } from '../sessions/end-session.ts'
import { hashSecret } from './argon2id.ts'
import { readNewPassword } from './read-password.ts'

/**
 * Give a person a password, as an administrator. Everything that was granted to them before ends.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`, `invalid_input`
 */
export async function setPassword(
  deps: Deps,
  ask: PersonTarget & { readonly password: string },
): Promise<void> {
  const { tenantId, userId } = ask
  const { userName } = await getPerson(deps.stores, tenantId, userId)
  const hash = await hashSecret(deps, readNewPassword(ask.password, userName))
  const securityStamp = newSecret(deps)

  await deps.stores.atomically(async (tx) => {
    const person = await getPerson(tx, tenantId, userId)
    await requirePermission(tx, ask, 'set a password')
    await tx.passwords.put({ tenantId, userId, hash, changedAt: deps.now() })
    await endAllInUnit(tx, deps, { tenantId, userId, because: 'revoked_by_administrator' })
    await tx.people.putSecurityStamp(tenantId, userId, securityStamp)
    await appendAudit(tx, deps, ask, {
      activity: 'password_set',
      target: { kind: 'person', id: userId, name: person.userName },
    })
    await mailPerson(tx, deps, { person, template: 'password_changed', values: {} })
  })
}
