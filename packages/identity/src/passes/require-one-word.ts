import { mayAct } from '@latchkey/policy'
import type { PersonTarget } from '../attribution.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'

/**
 * Where an organisation wants more than one word before a pass, nobody gives one alone: not past the queue either. Whoever
 * is trusted with every account may, so that a morning without colleagues is no morning without help.
 *
 * @throws IdentityRefusal `another_approver_needed`
 */
export async function requireOneWord(
  tx: Pick<Shelves, 'roles' | 'tenants'>,
  { tenantId, actor }: PersonTarget,
): Promise<void> {
  if (actor.kind !== 'person' || actor.userId === undefined) return
  const { settings } = await getTenant(tx, tenantId)
  if (settings.passRequests.approval === 'one') return
  const held = await tx.roles.listOfPerson(tenantId, actor.userId)
  const anAdministrator = { oneself: false, roles: ['globalAdministrator' as const] }
  if (!mayAct(held, 'issue a pass', anAdministrator)) throw new IdentityRefusal('another_approver_needed')
}
