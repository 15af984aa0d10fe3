import { mayChangeMethods } from '@latchkey/policy'
import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { requireDecision } from '../credentials/require-decision.ts'
import type { Deps, Visitor } from '../deps.ts'
import type { KnownDevice } from '../devices/registered-device-store.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import { getPerson } from '../people/get-person.ts'
import { leavingAWayIn } from '../people/leaving-a-way-in.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'
import type { DeviceLink } from './device-link-store.ts'

/** A link, and what its devices are called. */
export type NamedLink = DeviceLink & { readonly client: string; readonly authenticator: string }

/** List the links of a person that are guarded, the newest first. */
export async function listDeviceLinks(
  { stores }: Pick<Deps, 'stores'>,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
): Promise<readonly NamedLink[]> {
  const [links, devices] = await Promise.all([
    stores.deviceLinks.listOfPerson(tenantId, userId),
    stores.registeredDevices.listOfPerson(tenantId, userId),
  ])
  const nameOf = (id: string | undefined) =>
    devices.find(({ deviceId }) => deviceId === id)?.entry.displayName ?? ''
  return links.map((link) => ({
    ...link,
    client: nameOf(link.clientDeviceId),
    authenticator: nameOf(link.authenticatorDeviceId),
  }))
}

/**
 * Have two devices forget each other. Where it takes nothing away from who signs in it needs no fresh proof. A passkey
 * that a telephone keeps goes with the last link over which it could be asked for: that needs what removing a passkey
 * needs, and leaves the person a way to sign in.
 *
 * @throws IdentityRefusal `session_ended`, `link_unknown`, `last_method`, `fresh_sign_in_needed`, `stronger_sign_in_needed`
 */
export async function removeDeviceLink(
  deps: Deps,
  ask: { readonly session: Session; readonly linkId: string; readonly visitor: Visitor },
): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    const { session } = await getLiveSession(tx, deps, ask.session)
    const link = await tx.deviceLinks.find(session.tenantId, ask.linkId)
    const lost = await remove(tx, deps, { link, userId: session.userId, ...ask })
    if (lost) requireDecision(mayChangeMethods({ ...session, now: deps.now() }))
  })
}

/**
 * Have the device that asks forget one of its links, unless this person's last way in needs it.
 *
 * @throws IdentityRefusal `link_unknown`, `last_method`
 */
export async function removeLinkOfDevice(
  deps: Deps,
  ask: { readonly device: KnownDevice; readonly linkId: string; readonly visitor: Visitor },
): Promise<void> {
  const { tenantId, userId, deviceId } = ask.device
  await deps.stores.atomically(async (tx) => {
    const found = await tx.deviceLinks.find(tenantId, ask.linkId)
    const isEnd = found?.clientDeviceId === deviceId || found?.authenticatorDeviceId === deviceId
    await remove(tx, deps, { link: isEnd ? found : undefined, userId, ...ask })
  })
}

/** @returns whether a passkey can be asked for no more */
async function remove(
  tx: Shelves,
  deps: Deps,
  ask: {
    readonly link: DeviceLink | undefined
    readonly userId: string
    readonly linkId: string
    readonly visitor: Visitor
  },
): Promise<boolean> {
  const { link, userId, linkId, visitor } = ask
  if (link?.userId !== userId) throw new IdentityRefusal('link_unknown', { detail: linkId })
  const { tenantId, authenticatorDeviceId = '' } = link
  const person = await getPerson(tx, tenantId, userId)
  const lost = await leavingAWayIn(tx, deps, person, async () => {
    if (!(await tx.deviceLinks.remove(tenantId, linkId))) {
      throw new IdentityRefusal('link_unknown', { detail: linkId })
    }
  })
  if (link.state !== 'guarded') return false
  const device = await tx.registeredDevices.find(tenantId, authenticatorDeviceId)
  const name = device?.entry.displayName ?? ''
  await appendAudit(tx, deps, byThemselves(person, visitor), {
    activity: 'device_link_removed',
    target: { kind: 'device', id: authenticatorDeviceId, name },
  })
  await mailPerson(tx, deps, {
    person,
    template: 'device_link_removed',
    values: { name, ...fromVisitor(visitor) },
  })
  return lost
}
