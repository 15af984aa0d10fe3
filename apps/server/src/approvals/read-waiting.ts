import type { WaitingRequestsAnswer } from '@latchkey/api/authenticator'
import { findPauseEnd, isWaiting } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'

/** Read what waits for a person's answer. The number is not in it: it is on the other screen. */
export async function readWaiting(
  { stores, now }: Pick<ServerDeps, 'stores' | 'now'>,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
): Promise<WaitingRequestsAnswer> {
  const request = await stores.approvalRequests.find(tenantId, userId)
  const pausedUntil = await findPauseEnd(stores, { tenantId, userId }, now())
  return {
    requests:
      request && isWaiting(request, now())
        ? [
            {
              requestId: request.requestId,
              context: request.context,
              expiresAt: request.expiresAt.toISOString(),
            },
          ]
        : [],
    ...(pausedUntil && { pausedUntil: pausedUntil.toISOString() }),
  }
}
