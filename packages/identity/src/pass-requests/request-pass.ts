import { toBase64url } from '@latchkey/encoding'
import { longestPassLeadDays } from '@latchkey/policy'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps, Visitor } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { sha256 } from '../ids/secret.ts'
import { mailAdministrators } from '../outbox/mail-administrators.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import { normaliseUserName } from '../people/normalise-user-name.ts'
import type { Person } from '../people/person.ts'
import { rolesThatMay } from '../people/role-table.ts'
import { readText } from '../read-text.ts'
import { findManager } from '../recovery/find-manager.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { count } from '../throttling/count-attempt.ts'
import { limits } from '../throttling/limits.ts'
import { toNetworkPrefix } from '../throttling/network-prefix.ts'
import type { PassRequest } from './pass-request-store.ts'
import { stopPath } from './stop-path.ts'

/** What a stranger asks for, in the name of somebody. */
export interface PassRequestAsk {
  readonly tenantId: string
  readonly userName: string
  /** When it should begin to work. As soon as may be, if absent. */
  readonly startsAt?: Date
  readonly lifetimeMinutes?: number
  readonly reason: string
  /** How to reach them. */
  readonly contact: string
  readonly visitor: Visitor
}

const dayMilliseconds = 86_400_000

/**
 * Ask for a Temporary Access Pass, without being signed in.
 *
 * Whoever asks learns nothing: there is no answer that says whether there is such a person. A person has at most one
 * request waiting; asking again mails nobody, and adds to that one when it was and how to reach them. The help desk hears of requests at most once an hour.
 *
 * @throws IdentityRefusal `invalid_input`; `too_many_attempts`, counted for names that nobody has like for others;
 *   `not_allowed_by_policy` where the organisation takes no requests
 */
export async function requestPass(deps: Deps, ask: PassRequestAsk): Promise<void> {
  const { tenantId, visitor } = ask
  const tenant = await getTenant(deps.stores, tenantId)
  if (!tenant.settings.passRequests.open) {
    throw new IdentityRefusal('not_allowed_by_policy', { detail: 'no requests for passes' })
  }
  const said = readAsk(deps, ask)
  const userName = normaliseUserName(ask.userName)
  const { requestsOfNetwork, requestsOfName } = limits
  await count(deps, tenantId, `passRequest ${toNetworkPrefix(visitor.ipAddress)}`, requestsOfNetwork)
  await count(deps, tenantId, `passRequest ${toBase64url(sha256(userName))}`, requestsOfName)

  await deps.stores.atomically(async (tx) => {
    const person = await tx.people.findByUserName(tenantId, userName)
    // An account for emergencies is opened by its passkeys and nothing else.
    if (person?.enabled !== true || person.breakGlass) return
    await keepRequest(tx, deps, { tenant, person, said, visitor })
  })
}

type Said = Pick<PassRequest, 'reason' | 'contact' | 'startsAt' | 'lifetimeMinutes'>

function readAsk(deps: Pick<Deps, 'now'>, ask: PassRequestAsk): Said {
  const { startsAt, lifetimeMinutes } = ask
  const lead = startsAt === undefined ? 0 : startsAt.getTime() - deps.now().getTime()
  if (lead > longestPassLeadDays * dayMilliseconds) {
    throw new IdentityRefusal('invalid_input', { detail: 'startsAt' })
  }
  return {
    reason: readText(ask.reason.replace(/\s+/g, ' '), 'reason', 500),
    contact: readText(ask.contact.replace(/\s+/g, ' '), 'contact', 200),
    ...(startsAt !== undefined && lead > 0 && { startsAt }),
    ...(lifetimeMinutes !== undefined && { lifetimeMinutes }),
  }
}

async function keepRequest(
  tx: Shelves,
  deps: Deps,
  {
    tenant,
    person,
    said,
    visitor,
  }: { readonly tenant: Tenant; readonly person: Person; readonly said: Said; readonly visitor: Visitor },
): Promise<void> {
  const { tenantId, userId, userName } = person
  const at = deps.now()
  await tx.passRequests.putExpired(tenantId, userId, at)
  const { waitDays, approval } = tenant.settings.passRequests
  const request: PassRequest = {
    tenantId,
    requestId: newId(deps),
    userId,
    state: 'open',
    askedAt: at,
    // From now, whenever it is to start: a stranger must not keep somebody from asking for weeks.
    expiresAt: new Date(at.getTime() + waitDays * dayMilliseconds),
    ...said,
    ipAddress: visitor.ipAddress,
    userAgent: visitor.userAgent,
    correlationId: visitor.correlationId,
  }
  if (!(await tx.passRequests.insert(request))) {
    await tx.passRequests.putAgain(tenantId, userId, { at, contact: said.contact })
    return
  }

  await appendAudit(
    tx,
    deps,
    // Nobody is signed in: who it was is what will have to be found out.
    {
      tenantId,
      actor: { kind: 'system' },
      correlationId: visitor.correlationId,
      ipAddress: visitor.ipAddress,
    },
    {
      activity: 'pass_requested',
      target: { kind: 'person', id: userId, name: userName },
      detail: { requestId: request.requestId },
    },
  )
  const values = { ...fromVisitor(visitor), path: stopPath(request) }
  await mailPerson(tx, deps, { person, template: 'pass_requested', values })
  await tellWhoDecides(tx, deps, person, request, approval)
}

/** The manager, where they come first; and the help desk, once an hour. */
async function tellWhoDecides(
  tx: Shelves,
  deps: Deps,
  person: Person,
  { requestId, reason }: PassRequest,
  approval: Tenant['settings']['passRequests']['approval'],
): Promise<void> {
  const { tenantId, displayName: name } = person
  const manager = approval === 'manager' ? await findManager(tx, person) : undefined
  if (manager !== undefined) {
    await mailPerson(tx, deps, {
      person: manager,
      template: 'pass_request_for_manager',
      values: { name, reason, path: `/pass-request/confirm/${requestId}` },
    })
  }
  const { attempts } = await tx.throttle.take(tenantId, 'passRequest mail', deps.now(), 3600)
  if (attempts > 1) return
  await mailAdministrators(tx, deps, {
    tenantId,
    roles: rolesThatMay('issue a pass'),
    template: 'pass_request_waiting',
    values: { name, reason, path: '/admin/requests' },
  })
}
