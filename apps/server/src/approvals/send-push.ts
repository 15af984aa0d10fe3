import type { OutboxMessage } from '@latchkey/identity'
import { z } from 'zod'
import type { ServerDeps } from '../server-deps.ts'
import { pushToDevice } from './push-to-device.ts'

/** What the outbox says of a push: which device, and until when it matters. */
const Payload = z.object({ deviceId: z.string(), until: z.iso.datetime() })

/**
 * Wake a device: tell its push service that somebody waits. What nobody waits for any more is not sent.
 *
 * @throws Error when the service did not take it
 */
export async function sendPush(deps: ServerDeps, message: OutboxMessage): Promise<void> {
  const { deviceId, until } = Payload.parse(JSON.parse(message.payload))
  const seconds = Math.floor((Date.parse(until) - deps.now().getTime()) / 1000)
  const approver = await deps.stores.approvers.find(message.tenantId, deviceId)
  if (approver === undefined || seconds <= 0) return
  await pushToDevice(deps, approver, { says: { waiting: true }, topic: 'approval', seconds })
}
