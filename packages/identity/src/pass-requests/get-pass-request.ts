import type { Deps } from '../deps.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import type { PassRequest } from './pass-request-store.ts'

interface Named {
  readonly tenantId: string
  readonly requestId: string
}

/** @throws IdentityRefusal `not_found` */
export async function getPassRequest(
  tx: Pick<Shelves, 'passRequests'>,
  { tenantId, requestId }: Named,
): Promise<PassRequest> {
  const request = await tx.passRequests.find(tenantId, requestId)
  if (request === undefined) throw new IdentityRefusal('not_found', { detail: 'pass request' })
  return request
}

/** One that waits. @throws IdentityRefusal `not_found`, `pass_request_closed` */
export async function getOpenRequest(
  tx: Pick<Shelves, 'passRequests'>,
  deps: Pick<Deps, 'now'>,
  named: Named,
): Promise<PassRequest> {
  const request = await getPassRequest(tx, named)
  const waits = request.state === 'open' && request.expiresAt > deps.now()
  if (!waits) throw new IdentityRefusal('pass_request_closed', { detail: request.state })
  return request
}
