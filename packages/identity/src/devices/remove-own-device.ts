import { toBase64url } from '@latchkey/encoding'
import { mayChangeMethods } from '@latchkey/policy'
import { byThemselves, type PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { CredentialRecord } from '../credentials/credential-record.ts'
import { requireDecision } from '../credentials/require-decision.ts'
import type { Deps, Visitor } from '../deps.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import { leavingAWayIn } from '../people/leaving-a-way-in.ts'
import type { Person } from '../people/person.ts'
import { IdentityRefusal } from '../refusal.ts'
import { endSessionsOfPasskey } from '../sessions/end-session.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'
import { endDevice, listMadeOn } from './end-device.ts'
import { getKnown } from './register-device.ts'
import type { KnownDevice } from './registered-device-store.ts'

/**
 * Remove a device of one's own: it is registered no more, and the passkeys made on it let nobody in, nor do those of a
 * telephone that it alone could ask for. Needs what removing a passkey needs, and leaves the person a way to sign in.
 *
 * @throws IdentityRefusal `session_ended`, `fresh_sign_in_needed`, `stronger_sign_in_needed`, `not_found`, `last_method`
 */
export async function removeOwnDevice(
  deps: Deps,
  ask: { readonly session: Session; readonly deviceId: string; readonly visitor: Visitor },
): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    const { session, person } = await getLiveSession(tx, deps, ask.session)
    requireDecision(mayChangeMethods({ ...session, now: deps.now() }))
    const device = await tx.registeredDevices.find(session.tenantId, ask.deviceId)
    if (device?.userId !== session.userId) throw new IdentityRefusal('not_found', { detail: 'device' })
    await removeAndTell(tx, deps, {
      device,
      person,
      visitor: ask.visitor,
      by: byThemselves(session, ask.visitor),
      except: session.sessionId,
    })
  })
}

/**
 * Remove the device that asks for it, and the passkeys that were made on it with it. If they are this person's last way
 * in nothing is removed.
 *
 * @throws IdentityRefusal `device_unknown`, `last_method`
 */
export async function removeThisDevice(
  deps: Deps,
  { device: { tenantId, deviceId }, visitor }: { readonly device: KnownDevice; readonly visitor: Visitor },
): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    const { device, person } = await getWithOwner(tx, tenantId, deviceId)
    const by = byThemselves(device, visitor)
    const passkeys = await listMadeOn(tx, device)
    await removeAndTell(tx, deps, { device, person, visitor, by })
    for (const passkey of passkeys) {
      await tx.credentials.remove(tenantId, person.userId, passkey.id)
      await appendRemoved(tx, deps, { by, passkey, deviceId })
    }
  })
}

/**
 * Remove a passkey that the asking device made, unless it is this person's last way in.
 *
 * @throws IdentityRefusal `not_found` for one that another device made; `device_unknown`, `last_method`
 */
export async function removePasskeyOfDevice(
  deps: Deps,
  ask: { readonly device: KnownDevice; readonly credentialId: Uint8Array; readonly visitor: Visitor },
): Promise<void> {
  const { tenantId, deviceId } = ask.device
  await deps.stores.atomically(async (tx) => {
    const { device, person } = await getWithOwner(tx, tenantId, deviceId)
    const id = toBase64url(ask.credentialId)
    const credential = (await listMadeOn(tx, device)).find((each) => toBase64url(each.id) === id)
    if (credential === undefined) throw new IdentityRefusal('not_found', { detail: 'passkey' })
    await leavingAWayIn(tx, deps, person, async () => {
      await tx.credentials.remove(tenantId, person.userId, credential.id)
    })
    await endSessionsOfPasskey(tx, deps, { tenantId, userId: person.userId, credentialId: id })
    await appendRemoved(tx, deps, { by: byThemselves(device, ask.visitor), passkey: credential, deviceId })
    await mailPerson(tx, deps, {
      person,
      template: 'passkey_removed',
      values: { name: credential.name, ...fromVisitor(ask.visitor) },
    })
  })
}

async function appendRemoved(
  tx: Pick<Shelves, 'audit'>,
  deps: Pick<Deps, 'now' | 'random'>,
  {
    by,
    passkey,
    deviceId,
  }: { readonly by: PersonTarget; readonly passkey: CredentialRecord; readonly deviceId: string },
): Promise<void> {
  await appendAudit(tx, deps, by, {
    activity: 'passkey_removed',
    target: { kind: 'passkey', id: toBase64url(passkey.id), name: passkey.name },
    detail: { aaguid: passkey.aaguid, deviceId },
  })
}

interface Removal {
  readonly device: KnownDevice
  readonly person: Person
  readonly visitor: Visitor
  readonly by: PersonTarget
  /** The session in which it happens. */
  readonly except?: string
}

async function removeAndTell(tx: Shelves, deps: Deps, removal: Removal): Promise<void> {
  const { device, person, visitor, by, except } = removal
  await leavingAWayIn(tx, deps, person, async () => {
    await endDevice(tx, deps, { device, except, how: 'removed' })
  })
  await appendAudit(tx, deps, by, {
    activity: 'device_removed',
    target: { kind: 'device', id: device.objectId, name: device.entry.displayName },
  })
  await mailPerson(tx, deps, {
    person,
    template: 'device_revoked',
    values: { name: device.entry.displayName, ...fromVisitor(visitor) },
  })
}

async function getWithOwner(tx: Shelves, tenantId: string, deviceId: string) {
  const device = await getKnown(tx, tenantId, deviceId)
  const person = await tx.people.find(tenantId, device.userId)
  if (person === undefined) throw new IdentityRefusal('device_unknown')
  return { device, person }
}
