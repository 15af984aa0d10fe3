import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { isAtHand } from '../credentials/is-at-hand.ts'
import type { Deps } from '../deps.ts'
import { keepReachable, readLinked } from '../device-links/list-linked.ts'
import { newId } from '../ids/new-id.ts'
import { byAdministrator } from '../outbox/by-administrator.ts'
import { mailPerson } from '../outbox/mail-person.ts'
import { requireAbleAdministrator, toLeftPasskey } from '../people/require-able-administrator.ts'
import { requirePermission } from '../people/require-permission.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import type { Device } from './device-store.ts'
import { endDevice } from './end-device.ts'

/** What is said of a device. */
export interface DeviceFacts {
  readonly displayName?: string
  readonly enabled?: boolean
  readonly operatingSystem?: string
  readonly operatingSystemVersion?: string
  /** `null` takes it back. */
  readonly isManaged?: boolean | null
  readonly isCompliant?: boolean | null
}

type InTenant = Attribution & { readonly tenantId: string }

/** One device. */
export type DeviceTarget = InTenant & { readonly objectId: string }

/**
 * Add a device to the directory. That proves nothing of any sign-in: which device somebody sits at is for the device to
 * prove.
 *
 * @throws IdentityRefusal `not_permitted`, `invalid_input`, `already_exists`
 */
export async function addDevice(
  deps: Deps,
  ask: InTenant & DeviceFacts & { readonly deviceId: string; readonly displayName: string },
): Promise<Device> {
  return await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, by(ask), 'change devices')
    const { tenantId, deviceId } = ask
    const device = withFacts(
      {
        tenantId,
        objectId: newId(deps),
        deviceId: readText(deviceId, 'deviceId', 100),
        displayName: '',
        enabled: true,
        operatingSystem: '',
        operatingSystemVersion: '',
        createdAt: deps.now(),
      },
      ask,
    )
    await tx.devices.insert(device)
    await appendAudit(tx, deps, ask, {
      activity: 'device_added',
      target: targetOf(device),
      detail: said(ask),
    })
    return device
  })
}

/**
 * Say something of a device. One that is registered for somebody and is switched off lets nobody in by the passkeys made
 * on it, and its owner is told; switched on again it is what it was.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`, `invalid_input`; `last_administrator` if no administrator could
 *   sign in any more
 */
export async function changeDevice(deps: Deps, ask: DeviceTarget & DeviceFacts): Promise<Device> {
  return await deps.stores.atomically(async (tx) => {
    const before = await getDevice(tx, ask)
    const device = withFacts(before, ask)
    await requirePermission(tx, by(ask), 'change devices')
    if (before.enabled && !device.enabled) await endRegistered(tx, deps, ask, before, 'switched off')
    await tx.devices.put(device)
    await appendAudit(tx, deps, ask, {
      activity: 'device_changed',
      target: targetOf(device),
      detail: said(ask),
    })
    return device
  })
}

/**
 * Remove a device from the directory. One that is registered for somebody is registered no more: the passkeys made on it
 * are kept, let nobody in, and its owner is told.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`; `last_administrator` if no administrator could sign in any more
 */
export async function removeDevice(deps: Deps, ask: DeviceTarget): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    const device = await getDevice(tx, ask)
    await requirePermission(tx, by(ask), 'change devices')
    await endRegistered(tx, deps, ask, device, 'removed')
    await tx.devices.remove(device.tenantId, device.objectId)
    await appendAudit(tx, deps, ask, { activity: 'device_removed', target: targetOf(device) })
  })
}

/** End what hangs on a device if it is registered for somebody, and tell them. */
async function endRegistered(
  tx: Shelves,
  deps: Deps,
  ask: DeviceTarget,
  { tenantId, deviceId, displayName, enabled }: Device,
  how: 'switched off' | 'removed',
): Promise<void> {
  const device = await tx.registeredDevices.find(tenantId, deviceId)
  const person = device && (await tx.people.find(tenantId, device.userId))
  if (device === undefined || person === undefined) return
  const held = (await tx.credentials.listOfPerson(tenantId, person.userId)).filter(isAtHand)
  const others = held.filter((each) => each.device?.deviceId !== deviceId)
  // What a telephone keeps goes with the last browser that could ask for it.
  const passkeys = keepReachable(others, await readLinked(tx, person, { deviceId }))
  await requireAbleAdministrator(tx, deps, person, { passkeys: passkeys.map(toLeftPasskey) })
  await endDevice(tx, deps, { device, how })
  // Whoever was told that it was switched off knows that it is of no use.
  if (!enabled) return
  await mailPerson(tx, deps, {
    person,
    template: 'device_revoked',
    values: { name: displayName, ...(await byAdministrator(tx, ask)) },
  })
}

async function getDevice(
  tx: Pick<Shelves, 'devices'>,
  { tenantId, objectId }: DeviceTarget,
): Promise<Device> {
  const device = await tx.devices.find(tenantId, objectId)
  if (device === undefined) throw new IdentityRefusal('not_found', { detail: 'device' })
  return device
}

function withFacts(device: Device, facts: DeviceFacts): Device {
  const { isManaged, isCompliant, ...rest } = device
  const { displayName = rest.displayName, enabled = rest.enabled } = facts
  const managed = facts.isManaged === undefined ? isManaged : (facts.isManaged ?? undefined)
  const compliant = facts.isCompliant === undefined ? isCompliant : (facts.isCompliant ?? undefined)
  return {
    ...rest,
    displayName: readText(displayName, 'displayName', 256),
    enabled,
    operatingSystem: (facts.operatingSystem ?? rest.operatingSystem).trim().slice(0, 100),
    operatingSystemVersion: (facts.operatingSystemVersion ?? rest.operatingSystemVersion)
      .trim()
      .slice(0, 100),
    ...(managed !== undefined && { isManaged: managed }),
    ...(compliant !== undefined && { isCompliant: compliant }),
  }
}

/** Devices are nobody's: a role that reaches them reaches all. */
function by({ tenantId, actor }: InTenant): InTenant {
  return { tenantId, actor }
}

function targetOf({ objectId, displayName }: Device) {
  return { kind: 'device', id: objectId, name: displayName }
}

/** What was said that rules look at. */
function said({ enabled, isManaged, isCompliant }: DeviceFacts) {
  return {
    ...(enabled !== undefined && { enabled }),
    ...(isManaged !== undefined && { isManaged: isManaged ?? '' }),
    ...(isCompliant !== undefined && { isCompliant: isCompliant ?? '' }),
  }
}
