import { mayChangeMethods, mayRemoveMethod } from '@latchkey/policy'
import { byThemselves, type PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { requireDecision } from '../credentials/require-decision.ts'
import type { Deps, Visitor } from '../deps.ts'
import type { KnownDevice } from '../devices/registered-device-store.ts'
import { byAdministrator } from '../outbox/by-administrator.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import { findUsableMethods } from '../people/find-usable-methods.ts'
import { getPerson } from '../people/get-person.ts'
import type { Person } from '../people/person.ts'
import { requirePermission } from '../people/require-permission.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'

/**
 * Have a device of one's own approve no more. The device stays registered.
 *
 * @throws IdentityRefusal `session_ended`, `fresh_sign_in_needed`, `stronger_sign_in_needed`, `not_found`, `last_method`
 */
export async function removeApprover(
  deps: Deps,
  ask: { readonly session: Session; readonly deviceId: string; readonly visitor: Visitor },
): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    const { session, person } = await getLiveSession(tx, deps, ask.session)
    requireDecision(mayChangeMethods({ ...session, now: deps.now() }))
    await removeLeavingAWayIn(tx, deps, { person, deviceId: ask.deviceId, visitor: ask.visitor })
  })
}

async function removeLeavingAWayIn(
  tx: Shelves,
  deps: Deps,
  {
    person,
    deviceId,
    visitor,
  }: { readonly person: Person; readonly deviceId: string; readonly visitor: Visitor },
): Promise<void> {
  const { tenantId, userId } = person
  const held = await tx.approvers.listOfPerson(tenantId, userId)
  const before = await findUsableMethods(tx, deps, person)
  const after = { ...before, push: before.push === true && held.length > 1 }
  const { settings } = await getTenant(tx, tenantId)
  requireDecision(mayRemoveMethod(before, after, settings.leastStrength))
  const name = await takeApprover(tx, { tenantId, userId, deviceId })
  await appendAudit(tx, deps, byThemselves(person, visitor), {
    activity: 'approvals_removed',
    target: { kind: 'device', id: deviceId, name },
  })
  await mailPerson(tx, deps, {
    person,
    template: 'approvals_removed',
    values: { name, ...fromVisitor(visitor) },
  })
}

/**
 * Have the device that asks for it approve no more.
 *
 * @throws IdentityRefusal `not_found`, `last_method`
 */
export async function removeApproverOfDevice(
  deps: Deps,
  ask: {
    readonly device: Pick<KnownDevice, 'tenantId' | 'userId' | 'deviceId'>
    readonly visitor: Visitor
  },
): Promise<void> {
  const { tenantId, userId, deviceId } = ask.device
  await deps.stores.atomically(async (tx) => {
    const person = await getPerson(tx, tenantId, userId)
    await removeLeavingAWayIn(tx, deps, { person, deviceId, visitor: ask.visitor })
  })
}

/**
 * Have somebody else's device approve no more.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`
 */
export async function removeApproverOf(
  deps: Deps,
  ask: PersonTarget & { readonly deviceId: string },
): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    const { tenantId, userId, deviceId } = ask
    const person = await getPerson(tx, tenantId, userId)
    await requirePermission(tx, ask, 'remove a method')
    if (ask.actor.userId === userId) throw new IdentityRefusal('not_permitted', { detail: 'for oneself' })
    const name = await takeApprover(tx, { tenantId, userId, deviceId })
    await appendAudit(tx, deps, ask, {
      activity: 'approvals_removed',
      target: { kind: 'person', id: userId, name: person.userName },
      detail: { method: 'push', methodId: deviceId, name },
    })
    await mailPerson(tx, deps, {
      person,
      template: 'approvals_removed',
      values: { name, ...(await byAdministrator(tx, ask)) },
    })
  })
}

/** @returns what the device was called */
async function takeApprover(
  tx: Pick<Shelves, 'approvers' | 'registeredDevices'>,
  key: { readonly tenantId: string; readonly userId: string; readonly deviceId: string },
): Promise<string> {
  const device = await tx.registeredDevices.find(key.tenantId, key.deviceId)
  if (!(await tx.approvers.remove(key.tenantId, key.userId, key.deviceId))) {
    throw new IdentityRefusal('not_found', { detail: 'device' })
  }
  return device?.entry.displayName ?? key.deviceId
}

/** Forget all that approvals of a person rest on: devices and browsers. For whoever has to register anew. */
export async function removeAllApprovals(
  tx: Pick<Shelves, 'approvers' | 'rememberedBrowsers'>,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
): Promise<{ readonly devices: number; readonly browsers: number }> {
  const held = await tx.approvers.listOfPerson(tenantId, userId)
  for (const { deviceId } of held) await tx.approvers.remove(tenantId, userId, deviceId)
  return {
    devices: held.length,
    browsers: await tx.rememberedBrowsers.removeOfPerson(tenantId, userId),
  }
}
