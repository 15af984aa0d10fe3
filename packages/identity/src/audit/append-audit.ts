import type { Attribution } from '../attribution.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import type { Shelves } from '../stores.ts'
import type { AuditRecord } from './audit-store.ts'

/** Write down a change, in the unit of work that makes it. */
export async function appendAudit(
  tx: Pick<Shelves, 'audit'>,
  deps: Pick<Deps, 'now' | 'random'>,
  by: Attribution & { readonly tenantId: string },
  change: {
    readonly activity: string
    readonly target: AuditRecord['target']
    readonly detail?: AuditRecord['detail']
  },
): Promise<void> {
  await tx.audit.append({
    tenantId: by.tenantId,
    auditId: newId(deps),
    at: deps.now(),
    correlationId: by.correlationId ?? newId(deps),
    actor: by.actor,
    activity: change.activity,
    target: change.target,
    detail: change.detail ?? {},
    ...(by.ipAddress !== undefined && { ipAddress: by.ipAddress }),
  })
}
