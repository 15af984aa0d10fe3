import { toUtf8 } from '@latchkey/encoding'
import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps, Visitor } from '../deps.ts'
import { equalSecrets, sha256 } from '../ids/secret.ts'
import { mailAdministrators } from '../outbox/mail-administrators.ts'
import { mailPerson } from '../outbox/mail-person.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { takeAttempt } from '../throttling/take-attempt.ts'
import type { ApprovalOutcome, ApprovalRequest } from './approval-request-store.ts'
import { isWaiting, pauseSeconds } from './approval-times.ts'
import { type Approval, verifyApproval } from './read-approval.ts'

/** What a device sends: its answer, signed. */
export interface DeviceAnswer {
  readonly tenantId: string
  /** The device that says it is at the other end. */
  readonly deviceId: string
  readonly requestId: string
  /** JWS in compact form. */
  readonly approval: string
  readonly visitor: Visitor
}

/** What became of an answer. */
export interface Answered {
  readonly outcome: ApprovalOutcome['state']
  /** Set if the person is asked nothing for a while because of it. */
  readonly pausedUntil?: Date
}

/** How far the clocks of a device and of the server may be apart, in seconds. */
const clockSeconds = 60

/** So many denials in an hour, or one report, and nobody is asked for an hour. */
const mostDenials = 3

/**
 * Take a device's answer to a request: once, within its minute. The number is typed once; a wrong one is a denial.
 *
 * @throws IdentityRefusal `not_found` for another person's request, or a device that does not approve;
 *   `approval_invalid`, `approval_closed`, `approval_expired`
 */
export async function answerApproval(deps: Deps, ask: DeviceAnswer): Promise<Answered> {
  const { tenantId, deviceId, requestId } = ask
  const approver = await deps.stores.approvers.find(tenantId, deviceId)
  if (approver === undefined) throw new IdentityRefusal('not_found', { detail: 'device' })
  const approval = verifyApproval(ask.approval, approver)
  const request = await deps.stores.approvalRequests.find(tenantId, approver.userId)
  if (request?.requestId !== requestId) throw new IdentityRefusal('not_found', { detail: 'request' })
  requireSameThing(approval, request, deps.now())

  const { userId } = request
  const state = decideState(approval, request)
  return await deps.stores.atomically(async (tx) => {
    const at = deps.now()
    if (request.state === 'waiting' && !isWaiting(request, at)) {
      throw new IdentityRefusal('approval_expired')
    }
    if (!(await tx.approvalRequests.answer(request, { state, deviceId, at }))) {
      throw new IdentityRefusal('approval_closed')
    }
    const counter = `approval-denials ${userId}`
    if (state === 'approved') {
      await tx.approvers.putUsed(tenantId, deviceId, at)
      await tx.throttle.remove(tenantId, counter)
      return { outcome: state }
    }
    await appendAudit(tx, deps, byThemselves(request, ask.visitor), {
      activity: state === 'reported' ? 'approval_reported' : 'approval_denied',
      target: { kind: 'device', id: deviceId, name: approver.name },
      detail: { outcome: state, askedFrom: askedFrom(request) },
    })
    const { attempts } = await takeAttempt(tx, { tenantId, key: counter, at, windowSeconds: pauseSeconds })
    if (state !== 'reported' && attempts < mostDenials) return { outcome: state }
    await tx.throttle.remove(tenantId, counter)
    return { outcome: state, pausedUntil: await pause(tx, deps, ask, request, state) }
  })
}

/** What was signed must be about this very request, as it was shown, and of this minute. */
function requireSameThing(approval: Approval, request: ApprovalRequest, now: Date): void {
  const invalid = (detail: string) => new IdentityRefusal('approval_invalid', { detail })
  if (approval.tenantId !== request.tenantId) throw invalid('tid')
  if (approval.requestId !== request.requestId) throw invalid('rid')
  if (!equalSecrets(approval.contextHash, sha256(request.context))) throw invalid('ctx')
  const apart = Math.abs(approval.signedAt.getTime() - now.getTime())
  if (apart > clockSeconds * 1000) throw invalid('iat')
}

function decideState({ answer, number = '' }: Approval, request: ApprovalRequest): ApprovalOutcome['state'] {
  if (answer === 'deny') return 'denied'
  if (answer === 'report') return 'reported'
  return equalSecrets(toUtf8(number), toUtf8(request.number)) ? 'approved' : 'wrongNumber'
}

/** Nobody is asked for an hour; the person and those who watch over the organisation learn of it. Passkeys go on. */
async function pause(
  tx: Shelves,
  deps: Deps,
  { visitor }: DeviceAnswer,
  request: ApprovalRequest,
  state: ApprovalOutcome['state'],
): Promise<Date> {
  const { tenantId, userId } = request
  const until = new Date(deps.now().getTime() + pauseSeconds * 1000)
  await tx.approvalRequests.putPause(tenantId, userId, until)
  const person = await tx.people.find(tenantId, userId)
  if (person === undefined) throw new IdentityRefusal('not_found', { detail: 'person' })
  await appendAudit(tx, deps, byThemselves(request, visitor), {
    activity: 'approvals_paused',
    target: { kind: 'person', id: userId, name: person.userName },
    detail: { because: state === 'reported' ? 'reported' : 'denied', until: until.toISOString() },
  })
  const values = {
    ipAddress: askedFrom(request),
    device: said(request, 'userAgent'),
    expiresAt: until.toISOString(),
  }
  await mailPerson(tx, deps, { person, template: 'approvals_paused', values })
  await mailAdministrators(tx, deps, {
    tenantId,
    roles: ['globalAdministrator', 'authenticationAdministrator'],
    template: 'approvals_paused_of',
    values: { ...values, name: person.userName },
  })
  return until
}

/** Where it was asked, for logs and mails: in what the device was shown only where the rules show it. */
function askedFrom(request: ApprovalRequest): string {
  return said(request, 'ipAddress')
}

function said({ context }: ApprovalRequest, name: 'ipAddress' | 'userAgent'): string {
  const shown: unknown = JSON.parse(context)
  return typeof shown === 'object' && shown !== null
    ? String(new Map(Object.entries(shown)).get(name) ?? '')
    : ''
}
