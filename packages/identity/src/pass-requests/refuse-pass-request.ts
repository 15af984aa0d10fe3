import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { mailPerson } from '../outbox/mail-person.ts'
import { getPerson } from '../people/get-person.ts'
import { requirePermission } from '../people/require-permission.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { nameOf } from './approve-pass-request.ts'
import { getOpenRequest } from './get-pass-request.ts'
import type { PassRequest } from './pass-request-store.ts'

/**
 * Refuse a request for a pass, and say why: for the record, and in the person's mail, never to whoever asked.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`, `pass_request_closed`, `invalid_input` without a reason
 */
export async function refusePassRequest(
  deps: Deps,
  ask: Attribution & { readonly tenantId: string; readonly requestId: string; readonly reason: string },
): Promise<void> {
  const note = readText(ask.reason, 'reason', 500)
  await deps.stores.atomically(async (tx) => {
    const request = await getOpenRequest(tx, deps, ask)
    await requirePermission(tx, { ...ask, userId: request.userId }, 'issue a pass')
    await refuseInUnit(tx, deps, ask, { request, note })
  })
}

/** The refusal itself, inside a unit of work. */
export async function refuseInUnit(
  tx: Shelves,
  deps: Deps,
  by: Attribution & { readonly tenantId: string },
  { request, note }: { readonly request: PassRequest; readonly note: string },
): Promise<void> {
  const { tenantId, requestId, userId } = request
  const refusal = { by: nameOf(by.actor), at: deps.now(), note }
  if (!(await tx.passRequests.takeRefusal(tenantId, requestId, refusal))) {
    throw new IdentityRefusal('pass_request_closed')
  }
  const person = await getPerson(tx, tenantId, userId)
  await appendAudit(tx, deps, by, {
    activity: 'pass_request_refused',
    target: { kind: 'person', id: userId, name: person.userName },
    detail: { requestId, reason: note },
  })
  await mailPerson(tx, deps, { person, template: 'pass_request_refused', values: {} })
}
