import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { mailAdministrators } from '../outbox/mail-administrators.ts'
import { fromVisitor } from '../outbox/mail-person.ts'
import type { Person } from '../people/person.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Proof } from '../sessions/session.ts'
import type { Trail } from '../sign-in/trail.ts'
import type { Shelves } from '../stores.ts'

/**
 * An account that is kept for emergencies is opened by a passkey that verified who used it, and by nothing else; then
 * everybody who administers hears of it. Asked in the unit that signs in, once the secret was right. Of any other account
 * this says nothing.
 *
 * @throws IdentityRefusal `not_allowed_by_policy`
 */
export async function useBreakGlass(
  tx: Pick<Shelves, 'audit' | 'roles' | 'people' | 'outbox'>,
  deps: Pick<Deps, 'now' | 'random'>,
  use: { readonly trail: Trail; readonly person: Person; readonly proof: Proof },
): Promise<void> {
  const { trail, person, proof } = use
  if (!person.breakGlass) return
  if (proof.passkey?.userVerified !== true) {
    trail.decision = { ...trail.decision, method: { allowed: false, because: 'break_glass' } }
    throw new IdentityRefusal('not_allowed_by_policy', { detail: `${proof.method} break_glass` })
  }

  const { tenantId, userId, userName } = person
  const { visitor } = trail
  const by = { tenantId, actor: { kind: 'person' as const, userId }, ...visitor }
  await appendAudit(tx, deps, by, {
    activity: 'break_glass_used',
    target: { kind: 'person', id: userId, name: userName },
    detail: { credentialId: proof.passkey.credentialId },
  })
  await mailAdministrators(tx, deps, {
    tenantId,
    roles: ['globalAdministrator'],
    template: 'break_glass_used',
    values: { name: userName, ...fromVisitor(visitor) },
  })
}
