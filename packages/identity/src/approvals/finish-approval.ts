import type { Deps, Visitor } from '../deps.ts'
import { IdentityRefusal } from '../refusal.ts'
import { requireMethod } from '../rules/require-method.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import {
  type CurrentSession,
  type OpenedSession,
  openSession,
  raiseSession,
} from '../sessions/open-session.ts'
import type { Proof } from '../sessions/session.ts'
import { concludeSignIn, type SignedIn } from '../sign-in/signed-in.ts'
import { beginTrail, followed } from '../sign-in/trail.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { ApprovalRequest } from './approval-request-store.ts'
import { approvalSeconds, isUsable, isWaiting } from './approval-times.ts'
import { isOfVisit } from './begin-approval.ts'

/** Whoever asked wants to know what became of it. */
export interface ApprovalVisit {
  readonly tenantId: string
  readonly userId: string
  readonly requestId: string
  readonly flowId: string
  readonly visitor: Visitor
  /** The session of this browser, if it has one. */
  readonly current?: CurrentSession
  /** The app on whose behalf, for the log. */
  readonly clientId?: string
}

/**
 * Look whether a request was answered, and use the approval: once, by the visit that asked, in the browser that asked. The
 * session gains the proof, or is made by it.
 *
 * @returns `waiting` as long as nobody has answered
 * @throws IdentityRefusal `approval_denied`, `approval_expired`, `approval_closed`, `session_ended`,
 *   `not_allowed_by_policy`, `person_disabled`
 */
export async function finishApproval(deps: Deps, visit: ApprovalVisit): Promise<SignedIn | 'waiting'> {
  const { tenantId, userId, visitor } = visit
  const request = await deps.stores.approvalRequests.find(tenantId, userId)
  if (request?.requestId !== visit.requestId || !isOfVisit(request, visit)) {
    throw new IdentityRefusal('approval_closed', { detail: 'not of this visit' })
  }
  if (isWaiting(request, deps.now())) return 'waiting'

  const trail = beginTrail(request.method, { visitor, tenantId, ...clientOf(visit) })
  trail.userId = userId
  return followed(deps, trail, async () => {
    const person = await deps.stores.people.find(tenantId, userId)
    if (person !== undefined) trail.userName = person.userName
    requireApproved(request, deps.now())
    const since = new Date(deps.now().getTime() - approvalSeconds * 1000)

    return deps.stores.atomically(async (tx) => {
      const taken = await tx.approvalRequests.takeApproved(request, since)
      if (taken?.deviceId === undefined) throw new IdentityRefusal('approval_closed')
      const device = await tx.approvers.find(tenantId, taken.deviceId)
      if (device?.userId !== userId) throw new IdentityRefusal('approval_closed', { detail: 'no device' })
      const now = await tx.people.find(tenantId, userId)
      if (now?.enabled !== true) throw new IdentityRefusal('person_disabled')
      const tenant = await getTenant(tx, tenantId)
      await requireMethod(tx, deps, { tenant, person: now, method: taken.method, trail })

      const proof: Proof = { method: taken.method, at: deps.now(), deviceId: device.deviceId }
      const opened = await open(tx, deps, visit, taken, proof)
      return await concludeSignIn(tx, deps, {
        trail,
        tenant,
        person: now,
        opened,
        proof,
        detail: `approved on ${device.name} (${device.deviceId})`,
      })
    })
  })
}

/** Go another way: what waits is over, so that the phone asks nothing that is in vain. */
export async function withdrawApproval(deps: Deps, visit: ApprovalVisit): Promise<void> {
  const request = await deps.stores.approvalRequests.find(visit.tenantId, visit.userId)
  if (request?.requestId !== visit.requestId || !isOfVisit(request, visit)) return
  await deps.stores.approvalRequests.withdraw(request, deps.now())
}

function requireApproved(request: ApprovalRequest, now: Date): void {
  switch (request.state) {
    case 'approved':
      if (isUsable(request, now)) return
      throw new IdentityRefusal('approval_closed', { detail: 'not in time' })
    case 'waiting':
      throw new IdentityRefusal('approval_expired')
    case 'used':
      throw new IdentityRefusal('approval_closed', { detail: 'used' })
    case 'denied':
    case 'wrongNumber':
    case 'reported':
      throw new IdentityRefusal('approval_denied', { detail: request.state })
  }
}

/** The session that asked gains the proof; a remembered browser gets one, or the proof in the one it has. */
async function open(
  tx: Shelves,
  deps: Deps,
  { current, visitor }: ApprovalVisit,
  { tenantId, userId, method, askedBy }: ApprovalRequest,
  proof: Proof,
): Promise<OpenedSession> {
  const tenant = await getTenant(tx, tenantId)
  if (method === 'push') {
    if (current?.session.sessionId !== askedBy) throw new IdentityRefusal('session_ended')
    const { session } = await getLiveSession(tx, deps, current.session)
    const raised = await raiseSession(tx, deps, { before: session, from: current.token, proof, tenant })
    if (raised === undefined) throw new IdentityRefusal('session_ended')
    return raised
  }
  const browser = await tx.rememberedBrowsers.find(tenantId, askedBy)
  const person = await tx.people.find(tenantId, userId)
  if (browser?.userId !== userId || person === undefined) throw new IdentityRefusal('browser_not_remembered')
  await tx.rememberedBrowsers.putUsed(tenantId, askedBy, deps.now())
  const own = current?.session.userId === userId ? current : undefined
  return await openSession(tx, deps, { tenant, person, proof, visitor, current: own })
}

function clientOf({ clientId }: ApprovalVisit): { clientId?: string } {
  return clientId === undefined ? {} : { clientId }
}
