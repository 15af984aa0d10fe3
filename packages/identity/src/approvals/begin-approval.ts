import { toBase64url } from '@latchkey/encoding'
import type { Deps, Visitor } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { equalSecrets, sha256 } from '../ids/secret.ts'
import type { Person } from '../people/person.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import { count } from '../throttling/count-attempt.ts'
import { limits } from '../throttling/limits.ts'
import { toNetworkPrefix } from '../throttling/network-prefix.ts'
import type { ApprovalRequest } from './approval-request-store.ts'
import { approvalSeconds, findPauseEnd, isWaiting } from './approval-times.ts'
import type { NamedApprover } from './approver-store.ts'
import { decideApprovals } from './put-approver.ts'
import type { ProvenBrowser } from './remember-browser.ts'
import { wakeDevices } from './wake-devices.ts'

/** Somebody who signs in asks to be approved on a device. */
export interface ApprovalAsk {
  /** What was proven already: a session with a password in it, or a browser that is remembered. */
  readonly by: { readonly session: Session } | { readonly browser: ProvenBrowser }
  /** The visit to the sign-in pages: only it can use the approval. */
  readonly flowId: string
  readonly visitor: Visitor
  readonly appName?: string
  /** What people call the browser and its system, where they are known. */
  readonly browser?: string
  readonly system?: string
  /** Two capital letters, where it is known. */
  readonly country?: string
}

/** What the page shows. */
export interface BegunApproval {
  readonly requestId: string
  /** Two digits. */
  readonly number: string
  readonly expiresAt: Date
  /** What the devices that were asked are called. */
  readonly devices: readonly string[]
}

/**
 * Ask a person's devices to approve a sign-in. One request waits at a time: asked again by the same visit it is the same
 * one, and whoever asks beside it is refused.
 *
 * @throws IdentityRefusal `session_ended`; `approval_unavailable` without a device or a password; `approval_paused`,
 *   `approval_waiting`, `too_many_attempts` with `retryAt`; `not_allowed_by_policy`
 */
export async function beginApproval(deps: Deps, ask: ApprovalAsk): Promise<BegunApproval> {
  const { tenantId, userId, method, askedBy } = readAsker(ask)
  const same = await findSame(deps, ask)
  if (same !== undefined) return { ...same.request, devices: same.devices.map(({ name }) => name) }

  await countAsk(deps, { tenantId, userId, visitor: ask.visitor })
  const [draw = 0] = new Uint16Array(deps.random(2).slice().buffer)
  const requestId = newId(deps)
  return await deps.stores.atomically(async (tx) => {
    const person = await getAsker(tx, deps, ask)
    const { shown, ...may } = await decideApprovals(tx, deps, person)
    if (!may[method]) throw new IdentityRefusal('not_allowed_by_policy', { detail: method })
    const devices = await tx.approvers.listOfPerson(tenantId, userId)
    if (devices.length === 0) throw new IdentityRefusal('approval_unavailable', { detail: 'no device' })
    await requireNoPause(tx, deps, person)

    const createdAt = deps.now()
    const request: ApprovalRequest = {
      tenantId,
      userId,
      requestId,
      method,
      flowId: ask.flowId,
      visitHash: ask.visitor.visitHash,
      askedBy,
      // 65536 is no multiple of 90: the first numbers are likelier by a thousandth.
      number: String(10 + (draw % 90)),
      context: JSON.stringify({
        method,
        organisation: (await getTenant(tx, tenantId)).displayName,
        userName: person.userName,
        ...(shown.app && ask.appName !== undefined && { app: ask.appName }),
        ...(shown.place && { ipAddress: ask.visitor.ipAddress }),
        ...(shown.place && ask.country !== undefined && { country: ask.country }),
        ...(ask.browser !== undefined && { browser: ask.browser }),
        ...(ask.system !== undefined && { system: ask.system }),
        userAgent: ask.visitor.userAgent,
        askedAt: createdAt.toISOString(),
      }),
      state: 'waiting',
      createdAt,
      expiresAt: new Date(createdAt.getTime() + approvalSeconds * 1000),
    }
    if (!(await tx.approvalRequests.insertUnlessOneWaits(request))) {
      const waiting = await tx.approvalRequests.find(tenantId, userId)
      throw new IdentityRefusal('approval_waiting', waiting ? { retryAt: waiting.expiresAt } : {})
    }
    await wakeDevices(tx, deps, request, devices)
    return { ...request, devices: devices.map(({ name }) => name) }
  })
}

/** Refuse while a person is asked nothing. @throws IdentityRefusal `approval_paused` */
async function requireNoPause(
  tx: Pick<Shelves, 'approvalRequests'>,
  deps: Pick<Deps, 'now'>,
  person: Pick<Person, 'tenantId' | 'userId'>,
): Promise<void> {
  const until = await findPauseEnd(tx, person, deps.now())
  if (until !== undefined) throw new IdentityRefusal('approval_paused', { retryAt: until })
}

function readAsker({ by }: ApprovalAsk): Pick<ApprovalRequest, 'tenantId' | 'userId' | 'askedBy' | 'method'> {
  if ('browser' in by) {
    const { tenantId, userId, browserId } = by.browser
    return { tenantId, userId, askedBy: browserId, method: 'passwordlessPush' }
  }
  const { tenantId, userId, sessionId } = by.session
  return { tenantId, userId, askedBy: sessionId, method: 'push' }
}

/** Whoever asks, as they are now. What a phone rings for is a password that was right. */
async function getAsker(tx: Shelves, deps: Deps, { by }: ApprovalAsk): Promise<Person> {
  if ('session' in by) {
    const { session, person } = await getLiveSession(tx, deps, by.session)
    if (!session.proofs.some(({ method }) => method === 'password')) {
      throw new IdentityRefusal('approval_unavailable', { detail: 'no password' })
    }
    return person
  }
  const { tenantId, userId, browserId } = by.browser
  const browser = await tx.rememberedBrowsers.find(tenantId, browserId)
  const person = browser?.userId === userId ? await tx.people.find(tenantId, userId) : undefined
  if (person?.enabled !== true) throw new IdentityRefusal('browser_not_remembered')
  return person
}

/** The request that this very visit made and that still waits: the page was loaded again. */
async function findSame(
  deps: Deps,
  ask: ApprovalAsk,
): Promise<{ readonly request: ApprovalRequest; readonly devices: readonly NamedApprover[] } | undefined> {
  const { tenantId, userId, method } = readAsker(ask)
  const request = await deps.stores.approvalRequests.find(tenantId, userId)
  if (request?.method !== method || !isWaiting(request, deps.now())) return undefined
  if (!isOfVisit(request, ask)) return undefined
  return { request, devices: await deps.stores.approvers.listOfPerson(tenantId, userId) }
}

/** Whether a request was made by this visit to the sign-in pages, in this browser. */
export function isOfVisit(
  { flowId, visitHash }: Pick<ApprovalRequest, 'flowId' | 'visitHash'>,
  visit: { readonly flowId: string; readonly visitor: Visitor },
): boolean {
  return flowId === visit.flowId && equalSecrets(visitHash, visit.visitor.visitHash)
}

/** Ringing somebody's phone is limited by whose it is and by where it is asked from, whatever was proven. */
async function countAsk(
  deps: Deps,
  ask: { readonly tenantId: string; readonly userId: string; readonly visitor: Visitor },
): Promise<void> {
  const network = `approvals-network ${toNetworkPrefix(ask.visitor.ipAddress)}`
  await count(deps, ask.tenantId, network, limits.approvalsOfNetwork)
  const account = `approvals-account ${toBase64url(sha256(ask.userId))}`
  await count(deps, ask.tenantId, account, limits.approvalsOfPerson)
}
