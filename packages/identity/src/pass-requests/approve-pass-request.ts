import type { PassTerms } from '@latchkey/policy'
import type { Actor, Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { mailPassTo } from '../outbox/mail-pass.ts'
import { mailPerson } from '../outbox/mail-person.ts'
import { keepPass, type NewPass, preparePass } from '../passes/issue-pass.ts'
import type { TemporaryAccessPass } from '../passes/pass-store.ts'
import { getPerson } from '../people/get-person.ts'
import { requirePermission } from '../people/require-permission.ts'
import { readText } from '../read-text.ts'
import { findManager } from '../recovery/find-manager.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getRules } from '../rules/get-rules.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { findSafeAddress } from './find-safe-address.ts'
import { getOpenRequest, getPassRequest } from './get-pass-request.ts'
import type { PassDelivery, PassRequest, PassRequestCheck } from './pass-request-store.ts'
import { stopPath } from './stop-path.ts'

/** What whoever approves says: what they checked, and what the pass shall be. */
export interface PassRequestApprovalAsk extends Attribution {
  readonly tenantId: string
  readonly requestId: string
  /** At least one. */
  readonly checks: readonly PassRequestCheck[]
  readonly note?: string
  /** As asked for, if absent, as far as the policy of passes allows it. */
  readonly lifetimeMinutes?: number
  readonly startsAt?: Date
  readonly once?: boolean
  readonly delivery: PassDelivery
}

/** What came of an approval. */
export type PassRequestApproved =
  /** One has agreed; another has to. */
  | { readonly kind: 'waiting'; readonly request: PassRequest }
  | {
      readonly kind: 'issued'
      readonly request: PassRequest
      readonly record: TemporaryAccessPass
      /** For the only time; absent if it was mailed. */
      readonly pass?: string
    }

/**
 * Approve a request for a pass. Where two have to agree, the first approval only notes that; the second issues the pass.
 *
 * The pass is made by whoever approves last, begins to work after the organisation's delay, and its person is told at once
 * with a way to stop it. Everything is one unit: of two who approve at the same moment one issues.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`, `pass_for_oneself`, `pass_outside_policy`, `person_disabled`,
 *   `not_allowed_by_policy`; `pass_request_closed`; `another_approver_needed` or `manager_first` where two have to agree;
 *   `no_safe_address`; `invalid_input` without checks
 */
export async function approvePassRequest(
  deps: Deps,
  ask: PassRequestApprovalAsk,
): Promise<PassRequestApproved> {
  if (ask.checks.length === 0) throw new IdentityRefusal('invalid_input', { detail: 'checks' })
  const note = ask.note === undefined || ask.note === '' ? {} : { note: readText(ask.note, 'note', 500) }
  const seen = await getPassRequest(deps.stores, ask)
  const tenant = await getTenant(deps.stores, ask.tenantId)
  const newPass = await toNewPass(deps, tenant, seen, ask)
  const prepared = await preparePass(deps, newPass)
  const approval = { by: nameOf(ask.actor), at: deps.now(), checks: [...new Set(ask.checks)] }

  return deps.stores.atomically(async (tx) => {
    const request = await getOpenRequest(tx, deps, ask)
    await requirePermission(tx, { ...ask, userId: request.userId }, 'issue a pass')
    if ((await decideTurn(tx, ask, request)) === 'first') {
      await giveFirst(tx, deps, ask, request, approval)
      return { kind: 'waiting', request: { ...request, first: approval } }
    }

    const { record, pass } = prepared
    const { delivery } = ask
    const { person, times } = await keepPass(tx, deps, newPass, record)
    const approved = await tx.passRequests.takeApproval(ask.tenantId, ask.requestId, {
      ...approval,
      ...note,
      passId: record.passId,
      delivery,
      ...(request.first !== undefined && { seenFirstBy: request.first.by }),
    })
    if (!approved) throw new IdentityRefusal('pass_request_closed')
    await appendAudit(tx, deps, ask, {
      activity: 'pass_request_approved',
      target: { kind: 'person', id: person.userId, name: person.userName },
      detail: {
        requestId: ask.requestId,
        passId: record.passId,
        delivery,
        checks: approval.checks.join(' '),
        ...(request.first !== undefined && { first: request.first.by }),
        ...note,
      },
    })
    await mailPerson(tx, deps, {
      person,
      template: 'pass_request_approved',
      values: { ...times, path: stopPath(request) },
    })
    if (delivery === 'mail') {
      const to = await findSafeAddress(tx, deps, await getTenant(tx, ask.tenantId), person.userId)
      if (to === undefined) throw new IdentityRefusal('no_safe_address')
      await mailPassTo(tx, deps, { person, to, pass, values: times })
    }
    const decided: PassRequest = {
      ...request,
      state: 'approved',
      decision: { ...approval, ...note },
      passId: record.passId,
      delivery,
    }
    return { kind: 'issued', request: decided, record, ...(delivery === 'tell' && { pass }) }
  })
}

/** What was asked for, or what whoever approves says instead; never before the organisation's delay is over. */
async function toNewPass(
  deps: Deps,
  { settings }: Tenant,
  request: PassRequest,
  ask: PassRequestApprovalAsk,
): Promise<NewPass> {
  const earliest = deps.now().getTime() + settings.passRequests.delayMinutes * 60_000
  const startsAt = new Date(Math.max(earliest, (ask.startsAt ?? request.startsAt)?.getTime() ?? 0))
  const { tenantId, actor, correlationId, ipAddress, once } = ask
  const { terms } = (await getRules(deps.stores, deps, tenantId)).methods.pass
  const lifetimeMinutes = ask.lifetimeMinutes ?? within(request.lifetimeMinutes, terms)
  return {
    tenantId,
    userId: request.userId,
    actor,
    startsAt,
    ...(correlationId !== undefined && { correlationId }),
    ...(ipAddress !== undefined && { ipAddress }),
    ...(lifetimeMinutes !== undefined && { lifetimeMinutes }),
    ...(once !== undefined && { once }),
  }
}

/** What a stranger asked for is brought into what the policy allows; what an administrator says is not. */
function within(minutes: number | undefined, terms: PassTerms): number | undefined {
  if (minutes === undefined) return undefined
  return Math.min(Math.max(minutes, terms.minimumLifetimeMinutes), terms.maximumLifetimeMinutes)
}

/**
 * Decide whose turn it is. Where two have to agree, they are two people: a program that acts for itself is none, for it
 * could be run by the other one.
 */
async function decideTurn(
  tx: Shelves,
  { tenantId, actor }: PassRequestApprovalAsk,
  request: PassRequest,
): Promise<'first' | 'last'> {
  const { approval } = (await getTenant(tx, tenantId)).settings.passRequests
  if (approval === 'one') return 'last'
  if (actor.kind !== 'person') throw new IdentityRefusal('another_approver_needed', { detail: actor.kind })
  const manager =
    approval === 'manager' ? await findManager(tx, await getPerson(tx, tenantId, request.userId)) : undefined
  const { first } = request
  if (first === undefined) {
    if (manager === undefined || manager.userId === actor.userId) return 'first'
    throw new IdentityRefusal('manager_first')
  }
  if (first.by === actor.userId) throw new IdentityRefusal('another_approver_needed')
  return 'last'
}

/** Note the first of two approvals. */
export async function giveFirst(
  tx: Shelves,
  deps: Deps,
  by: Attribution & { readonly tenantId: string },
  { requestId, userId }: PassRequest,
  approval: NonNullable<PassRequest['first']>,
): Promise<void> {
  const given = await tx.passRequests.takeFirst(by.tenantId, requestId, approval)
  if (!given) throw new IdentityRefusal('pass_request_closed')
  await appendAudit(tx, deps, by, {
    activity: 'pass_request_seconded',
    target: { kind: 'person', id: userId },
    detail: { requestId, checks: approval.checks.join(' ') },
  })
}

/** Who said it, as a request keeps it. */
export function nameOf({ userId, clientId, kind }: Actor): string {
  return userId ?? clientId ?? kind
}
