import {
  IdentityRefusal,
  mailPerson,
  newId,
  type Person,
  type PersonTarget,
  type Shelves,
} from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'

/**
 * Remove a passkey of somebody else. It may be their last: the help desk lets people in by a pass.
 *
 * @throws IdentityRefusal `not_found`
 */
export async function removePasskeyOfPerson(
  deps: ServerDeps,
  target: PersonTarget & { readonly credentialId: Uint8Array },
): Promise<void> {
  const { tenantId, userId, credentialId } = target
  await deps.stores.atomically(async (tx) => {
    const person = await tx.people.find(tenantId, userId)
    const passkey = await tx.credentials.find(tenantId, credentialId)
    const removed = await tx.credentials.remove(tenantId, userId, credentialId)
    if (person === undefined || passkey === undefined || !removed) throw new IdentityRefusal('not_found')
    const method = {
      kind: 'passkey',
      id: Buffer.from(credentialId).toString('base64url'),
      name: passkey.name,
    }
    await tell(tx, deps, target, { activity: 'passkey_removed', person, method })
  })
}

/**
 * Remove somebody else's generator of one-time codes.
 *
 * @throws IdentityRefusal `not_found`
 */
export async function removeCodesOfPerson(
  deps: ServerDeps,
  target: PersonTarget & { readonly totpId: string },
): Promise<void> {
  const { tenantId, userId, totpId } = target
  await deps.stores.atomically(async (tx) => {
    const person = await tx.people.find(tenantId, userId)
    const totp = (await tx.totps.listOfPerson(tenantId, userId)).find((each) => each.totpId === totpId)
    const removed = await tx.totps.remove(tenantId, userId, totpId)
    if (person === undefined || totp === undefined || !removed) throw new IdentityRefusal('not_found')
    const method = { kind: 'totp', id: totpId, name: totp.name }
    await tell(tx, deps, target, { activity: 'totp_removed', person, method })
  })
}

interface Removal {
  readonly activity: 'passkey_removed' | 'totp_removed'
  readonly person: Person
  readonly method: { readonly kind: string; readonly id: string; readonly name: string }
}

/** The audit log and the person learn of it, in the same unit of work. */
async function tell(
  tx: Shelves,
  deps: ServerDeps,
  by: PersonTarget,
  { activity, person, method }: Removal,
): Promise<void> {
  await tx.audit.append({
    tenantId: by.tenantId,
    auditId: newId(deps),
    at: deps.now(),
    correlationId: by.correlationId ?? newId(deps),
    actor: by.actor,
    activity,
    target: { kind: 'person', id: person.userId, name: person.userName },
    detail: { method: method.kind, methodId: method.id, name: method.name },
    ...(by.ipAddress !== undefined && { ipAddress: by.ipAddress }),
  })
  const actor = by.actor.userId === undefined ? undefined : await tx.people.find(by.tenantId, by.actor.userId)
  await mailPerson(tx, deps, {
    person,
    template: activity,
    values: { name: method.name, ...(actor !== undefined && { by: actor.displayName }) },
  })
}
