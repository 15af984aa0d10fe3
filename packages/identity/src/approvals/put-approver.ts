import { decideShownContext, mayUseMethod } from '@latchkey/policy'
import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { decideRegistration, readRegistrationFacts } from '../credentials/registration-facts.ts'
import { requireDecision } from '../credentials/require-decision.ts'
import type { Deps, Visitor } from '../deps.ts'
import type { RegisteredDevice } from '../devices/registered-device-store.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import type { Person } from '../people/person.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getPersonFacts } from '../rules/get-person-facts.ts'
import { getRules } from '../rules/get-rules.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'
import type { ApprovalMethod } from './approval-request-store.ts'
import type { PushSubscription } from './approver-store.ts'
import { readP256Key } from './p256-key.ts'

/** What the audit log calls it. */
const setUp = 'approvals_set_up'

/** A device says that it approves from now on, and by which key. */
export interface NewApprover {
  readonly tenantId: string
  readonly deviceId: string
  /** SubjectPublicKeyInfo in DER. */
  readonly approvalKey: Uint8Array
  readonly subscription?: PushSubscription
  /** Who is signed in where the device asks, if anybody is. */
  readonly session?: Session | undefined
  readonly visitor: Visitor
}

/** For how long after its registration a device sets up approvals by itself, once, in milliseconds: somebody proved themselves for it. */
const justRegisteredMilliseconds = 10 * 60_000

/**
 * Keep a registered device's approval key, and how it is woken. Whoever asks has proven that they are the device; a
 * first key, or another one, also takes what it takes to add a way to sign in. The person is told of both.
 *
 * @throws IdentityRefusal `not_found` if there is no such device, `person_disabled`, `invalid_input`,
 *   `not_allowed_by_policy` if approvals are not for its owner, `fresh_sign_in_needed`, `stronger_sign_in_needed`,
 *   `session_ended`
 */
export async function putApprover(deps: Deps, ask: NewApprover): Promise<void> {
  const { tenantId, deviceId, approvalKey, subscription, visitor } = ask
  readP256Key(approvalKey, 'approvalKey')
  if (subscription !== undefined) requireSubscription(subscription)

  await deps.stores.atomically(async (tx) => {
    const device = await tx.registeredDevices.find(tenantId, deviceId)
    const person = device && (await tx.people.find(tenantId, device.userId))
    if (device === undefined || person === undefined) {
      throw new IdentityRefusal('not_found', { detail: 'device' })
    }
    if (!person.enabled) throw new IdentityRefusal('person_disabled')
    const may = await decideApprovals(tx, deps, person)
    if (!may.push && !may.passwordlessPush) {
      throw new IdentityRefusal('not_allowed_by_policy', { detail: 'push' })
    }

    const before = await tx.approvers.find(tenantId, deviceId)
    const isSame = before !== undefined && Buffer.from(before.approvalKey).equals(approvalKey)
    if (!isSame) await requireOwnersProof(tx, deps, device, ask.session)
    await tx.approvers.put({
      tenantId,
      deviceId,
      userId: person.userId,
      approvalKey,
      ...(subscription !== undefined && { subscription }),
      createdAt: deps.now(),
      ...(isSame && before.lastUsedAt !== undefined && { lastUsedAt: before.lastUsedAt }),
    })
    if (isSame) return
    const { displayName: name } = device.entry
    await appendAudit(tx, deps, byThemselves(person, visitor), {
      activity: setUp,
      target: { kind: 'device', id: deviceId, name },
    })
    await mailPerson(tx, deps, {
      person,
      template: 'approvals_set_up',
      values: { name, ...fromVisitor(visitor) },
    })
  })
}

/** A device that could do it by itself would be back as soon as its owner had said that it approves no more. */
async function requireOwnersProof(
  tx: Shelves,
  deps: Deps,
  { tenantId, deviceId, userId, registeredAt }: RegisteredDevice,
  asking: Session | undefined,
): Promise<void> {
  const age = deps.now().getTime() - registeredAt.getTime()
  const isNew = age >= 0 && age <= justRegisteredMilliseconds
  if (isNew && !(await wasSetUp(tx, { tenantId, deviceId, registeredAt }))) return
  if (asking?.tenantId !== tenantId || asking.userId !== userId) {
    throw new IdentityRefusal('fresh_sign_in_needed', { detail: 'approvals' })
  }
  const { session } = await getLiveSession(tx, deps, asking)
  requireDecision(decideRegistration(await readRegistrationFacts(tx, deps, session), undefined))
}

/** Whether approvals were set up on a device since it was registered: what was taken from it since is not in the shelves any more. */
async function wasSetUp(
  tx: Pick<Shelves, 'audit'>,
  { tenantId, deviceId, registeredAt }: Pick<RegisteredDevice, 'tenantId' | 'deviceId' | 'registeredAt'>,
): Promise<boolean> {
  const query = { limit: 1, targetId: deviceId, activity: setUp, from: registeredAt }
  return (await tx.audit.list(tenantId, query)).length > 0
}

/** Which approvals are for a person under the rules of this moment, and what they are shown. */
export async function decideApprovals(
  tx: Pick<Shelves, 'tenants' | 'rules' | 'groups' | 'roles'>,
  deps: Pick<Deps, 'stores'>,
  person: Pick<Person, 'tenantId' | 'userId' | 'breakGlass'>,
): Promise<Record<ApprovalMethod, boolean> & { readonly shown: ReturnType<typeof decideShownContext> }> {
  const { methods } = await getRules(tx, deps, person.tenantId)
  const facts = await getPersonFacts(tx, person, methods)
  return {
    push: mayUseMethod(methods, facts, 'push').allow,
    passwordlessPush: mayUseMethod(methods, facts, 'passwordlessPush').allow,
    shown: decideShownContext(methods, facts),
  }
}

function requireSubscription({ endpoint, p256dh, auth }: PushSubscription): void {
  const isPoint = p256dh.length === 65 && p256dh[0] === 4
  if (
    URL.parse(endpoint)?.protocol === 'https:' &&
    endpoint.length <= 1024 &&
    isPoint &&
    auth.length === 16
  ) {
    return
  }
  throw new IdentityRefusal('invalid_input', { detail: 'subscription' })
}
