import type { Attribution } from '../attribution.ts'
import type { Deps } from '../deps.ts'
import { requirePermission } from '../people/require-permission.ts'
import { appendAudit } from './append-audit.ts'

/**
 * Write down that somebody takes a log with them, or the figures of a rollout, before they do.
 *
 * @throws IdentityRefusal `not_permitted`
 */
export async function noteLogExport(
  deps: Pick<Deps, 'stores' | 'now' | 'random'>,
  ask: Attribution & {
    readonly tenantId: string
    readonly log: 'signIns' | 'audit' | 'rollout'
    readonly format: string
    readonly filter: string
  },
): Promise<void> {
  const { tenantId, actor, log, format, filter } = ask
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId, actor }, log === 'rollout' ? 'read reports' : 'read logs')
    await appendAudit(tx, deps, ask, {
      activity: 'log_exported',
      target: { kind: 'log', id: log },
      detail: { format, ...(filter !== '' && { filter: filter.slice(0, 1000) }) },
    })
  })
}
