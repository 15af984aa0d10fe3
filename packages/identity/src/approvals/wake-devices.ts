import type { Deps } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import type { Shelves } from '../stores.ts'
import type { ApprovalRequest } from './approval-request-store.ts'
import type { Approver } from './approver-store.ts'

/** What the outbox keeps of a push, as JSON: which device, and until when it matters. Nothing of the account. */
export interface PushPayload {
  readonly deviceId: string
  /** ISO 8601. */
  readonly until: string
}

/** Put a push to each device that can be woken into the outbox, in the unit of work that makes the request. */
export async function wakeDevices(
  tx: Pick<Shelves, 'outbox'>,
  deps: Pick<Deps, 'now' | 'random'>,
  { tenantId, expiresAt }: Pick<ApprovalRequest, 'tenantId' | 'expiresAt'>,
  devices: readonly Approver[],
): Promise<void> {
  const at = deps.now()
  for (const { deviceId, subscription } of devices) {
    if (subscription === undefined) continue
    const payload: PushPayload = { deviceId, until: expiresAt.toISOString() }
    await tx.outbox.insert({
      messageId: newId(deps),
      tenantId,
      kind: 'push',
      payload: JSON.stringify(payload),
      createdAt: at,
      notBefore: at,
      attempts: 0,
    })
  }
}
