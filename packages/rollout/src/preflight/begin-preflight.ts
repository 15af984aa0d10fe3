import { appendAudit, IdentityRefusal, type PersonTarget, requirePermission } from '@latchkey/identity'
import type { RolloutDeps } from '../rollout-deps.ts'

/**
 * Begin the preflight with a test person: what they did before counts for nothing.
 *
 * @throws IdentityRefusal `not_permitted`, `not_found`
 */
export async function beginPreflight(deps: RolloutDeps, ask: PersonTarget): Promise<void> {
  const { tenantId, userId, actor } = ask
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId, actor }, 'change the methods policy')
    const person = await tx.people.find(tenantId, userId)
    if (person === undefined) throw new IdentityRefusal('not_found', { detail: 'person' })
    await tx.preflights.put({
      tenantId,
      userId,
      beganAt: deps.now(),
      beganBy: actor.userId ?? actor.kind,
    })
    await appendAudit(tx, deps, ask, {
      activity: 'preflight_begun',
      target: { kind: 'person', id: userId, name: person.userName },
    })
  })
}
