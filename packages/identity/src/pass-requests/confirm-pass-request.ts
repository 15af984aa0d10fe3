import { mayChangeMethods } from '@latchkey/policy'
import { byThemselves } from '../attribution.ts'
import { requireDecision } from '../credentials/require-decision.ts'
import type { Deps, Visitor } from '../deps.ts'
import { getPerson } from '../people/get-person.ts'
import type { Person } from '../people/person.ts'
import { findManager } from '../recovery/find-manager.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import { giveFirst } from './approve-pass-request.ts'
import { getOpenRequest } from './get-pass-request.ts'
import type { PassRequest } from './pass-request-store.ts'
import { refuseInUnit } from './refuse-pass-request.ts'

/** A request that waits for its person's manager. */
export interface RequestForManager {
  readonly request: PassRequest
  /** Whom it is about. */
  readonly person: Person
}

/**
 * Find a request that waits for somebody as the manager of whom it is about.
 *
 * @returns `undefined` if there is none that is theirs, or it does not wait for them
 */
export async function findRequestForManager(
  { stores, now }: Pick<Deps, 'stores' | 'now'>,
  manager: Pick<Person, 'tenantId' | 'userId'>,
  requestId: string,
): Promise<RequestForManager | undefined> {
  const { tenantId, userId } = manager
  const request = await stores.passRequests.find(tenantId, requestId)
  if (request?.state !== 'open' || request.first !== undefined || request.expiresAt <= now()) return undefined
  const person = await stores.people.find(tenantId, request.userId)
  if (person === undefined || (await findManager(stores, person))?.userId !== userId) return undefined
  const tenant = await getTenant(stores, tenantId)
  return tenant.settings.passRequests.approval === 'manager' ? { request, person } : undefined
}

/**
 * Say as the manager that it is really them, or that it is not. A yes opens nothing by itself: whoever may issue passes
 * comes after it. Needs multi-factor authentication in the last five minutes.
 *
 * @throws IdentityRefusal `session_ended`, `fresh_sign_in_needed`, `stronger_sign_in_needed`, `pass_request_closed`;
 *   `not_found` if they are not the manager
 */
export async function confirmPassRequest(
  deps: Deps,
  ask: {
    readonly session: Session
    readonly requestId: string
    readonly answer: 'yes' | 'no'
    readonly visitor: Visitor
  },
): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    const { session } = await getLiveSession(tx, deps, ask.session)
    requireDecision(mayChangeMethods({ ...session, now: deps.now() }))
    const { tenantId, userId } = session
    const request = await getOpenRequest(tx, deps, { tenantId, requestId: ask.requestId })
    const person = await getPerson(tx, tenantId, request.userId)
    if ((await findManager(tx, person))?.userId !== userId) {
      throw new IdentityRefusal('not_found', { detail: 'pass request' })
    }
    const { settings } = await getTenant(tx, tenantId)
    if (settings.passRequests.approval !== 'manager' || request.first !== undefined) {
      throw new IdentityRefusal('not_found', { detail: 'pass request' })
    }
    const by = byThemselves(session, ask.visitor)
    if (ask.answer === 'no') return await refuseInUnit(tx, deps, by, { request, note: 'manager' })
    await giveFirst(tx, deps, by, request, { by: userId, at: deps.now(), checks: ['managerVouched'] })
  })
}
