import { equalBytes } from '@latchkey/encoding'
import { decideStrength, freshProofs } from '@latchkey/policy'
import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps, Visitor } from '../deps.ts'
import type { KnownDevice } from '../devices/registered-device-store.ts'
import { newId } from '../ids/new-id.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import type { Person } from '../people/person.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'
import type { DeviceLink } from './device-link-store.ts'

/** How long linking may take, and how fresh the sign-in must be in which it begins. */
const linkingSeconds = 5 * 60

/** Who may ask is nearly everybody who is signed in; a person has a desk or two. */
const mostLinks = 20

/**
 * Begin to link two devices of one person. Only a browser that just signed in so that nobody can have relayed it may: the
 * one that asks is a device of ours in that browser.
 *
 * @throws IdentityRefusal `session_ended`, `stronger_sign_in_needed`, `device_unknown`, `device_revoked`,
 *   `invalid_input` if there are too many
 */
export async function beginDeviceLink(
  deps: Deps,
  ask: { readonly session: Session; readonly clientDeviceId: string },
): Promise<DeviceLink> {
  return await deps.stores.atomically(async (tx) => {
    const { session } = await getLiveSession(tx, deps, ask.session)
    const { tenantId, userId } = session
    const now = deps.now()
    const fresh = freshProofs(session.proofs, now, linkingSeconds)
    if (decideStrength(fresh, session.origin) !== 'phishingResistant') {
      throw new IdentityRefusal('stronger_sign_in_needed', { detail: 'phishingResistant' })
    }
    const client = await tx.registeredDevices.find(tenantId, ask.clientDeviceId)
    if (client?.userId !== userId || client.surface !== 'extension') {
      throw new IdentityRefusal('device_unknown', { detail: ask.clientDeviceId })
    }
    if (!client.entry.enabled) throw new IdentityRefusal('device_revoked', { detail: client.deviceId })
    await tx.deviceLinks.removeBegunOf(tenantId, userId)
    if ((await tx.deviceLinks.listOfPerson(tenantId, userId)).length >= mostLinks) {
      throw new IdentityRefusal('invalid_input', { detail: 'too many links' })
    }
    const link: DeviceLink = {
      tenantId,
      linkId: newId(deps),
      userId,
      clientDeviceId: client.deviceId,
      state: 'begun',
      begunAt: now,
      expiresAt: new Date(now.getTime() + linkingSeconds * 1000),
    }
    await tx.deviceLinks.insert(link)
    return link
  })
}

/** What one end says, in a request that its device signed. */
export interface LinkConfirmation {
  readonly device: KnownDevice
  readonly person: Person
  readonly linkId: string
  /** SHA-256 of the whole handshake it saw: 32 bytes. */
  readonly handshakeHash: Uint8Array
  /** Of the authenticator alone: what the tunnel service knows it by. */
  readonly contactId?: string
  readonly visitor: Visitor
}

/**
 * Take what one end of a link saw. The client says it when it shows the digits; the authenticator when they were typed
 * there. When both have, and it is the same handshake, the link is guarded and its owner is told by mail; if it is
 * another, somebody stood between, and there is no link.
 *
 * @returns the link, guarded or still waiting for the other end
 * @throws IdentityRefusal `link_unknown`: there is none, it took too long, or it is somebody else's; `link_mismatch`
 */
export async function confirmDeviceLink(deps: Deps, said: LinkConfirmation): Promise<DeviceLink> {
  const outcome = await deps.stores.atomically((tx) => confirm(tx, deps, said))
  // The record of it is kept: a unit that refuses keeps nothing.
  if (outcome === 'mismatch') throw new IdentityRefusal('link_mismatch')
  return outcome
}

async function confirm(tx: Shelves, deps: Deps, said: LinkConfirmation): Promise<DeviceLink | 'mismatch'> {
  const { device, linkId, handshakeHash, person, visitor } = said
  const { tenantId } = device
  const link = await findBegun(tx, deps, said)
  const isClient = device.deviceId === link.clientDeviceId
  const first = isClient
    ? await tx.deviceLinks.putClientHash(tenantId, linkId, handshakeHash)
    : await tx.deviceLinks.putAuthenticatorEnd(tenantId, linkId, {
        deviceId: device.deviceId,
        handshakeHash,
        contactId: getContact(said),
      })
  const other = isClient ? link.authenticatorHash : link.clientHash
  if (!first || (other !== undefined && !equalBytes(other, handshakeHash))) {
    await tx.deviceLinks.remove(tenantId, linkId)
    await appendAudit(tx, deps, byThemselves(person, visitor), {
      activity: 'device_link_refused',
      target: { kind: 'device', id: device.deviceId, name: device.entry.displayName },
    })
    return 'mismatch'
  }
  if (await tx.deviceLinks.guard(tenantId, linkId, deps.now())) {
    const name = await nameOfAuthenticator(tx, tenantId, linkId)
    await appendAudit(tx, deps, byThemselves(person, visitor), {
      activity: 'device_linked',
      target: { kind: 'device', id: link.authenticatorDeviceId ?? device.deviceId, name },
      detail: { client: link.clientDeviceId },
    })
    await mailPerson(tx, deps, {
      person,
      template: 'device_linked',
      values: { name, ...fromVisitor(visitor) },
    })
  }
  return (await tx.deviceLinks.find(tenantId, linkId)) ?? link
}

/** The link must be begun still, by this very person, and whoever is not its client must be a device that signs. */
async function findBegun(
  tx: Pick<Shelves, 'deviceLinks'>,
  { now }: Pick<Deps, 'now'>,
  { device, linkId }: LinkConfirmation,
): Promise<DeviceLink> {
  const link = await tx.deviceLinks.find(device.tenantId, linkId)
  const mayBeEnd = device.deviceId === link?.clientDeviceId || device.surface !== 'extension'
  if (link?.userId !== device.userId || link.state !== 'begun' || link.expiresAt <= now() || !mayBeEnd) {
    throw new IdentityRefusal('link_unknown', { detail: linkId })
  }
  return link
}

function getContact({ contactId }: LinkConfirmation): string {
  if (contactId === undefined) throw new IdentityRefusal('invalid_input', { detail: 'contactId' })
  return contactId
}

async function nameOfAuthenticator(tx: Shelves, tenantId: string, linkId: string): Promise<string> {
  const { authenticatorDeviceId = '' } = (await tx.deviceLinks.find(tenantId, linkId)) ?? {}
  return (await tx.registeredDevices.find(tenantId, authenticatorDeviceId))?.entry.displayName ?? ''
}
