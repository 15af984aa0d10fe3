import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { requirePermission } from '../people/require-permission.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import type { Device } from './device-store.ts'

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

/** Say something of a device. @throws IdentityRefusal `not_found`, `not_permitted`, `invalid_input` */
export async function changeDevice(deps: Deps, ask: DeviceTarget & DeviceFacts): Promise<Device> {
  return await deps.stores.atomically(async (tx) => {
    const device = withFacts(await getDevice(tx, ask), ask)
    await requirePermission(tx, by(ask), 'change devices')
    await tx.devices.put(device)
    await appendAudit(tx, deps, ask, {
      activity: 'device_changed',
      target: targetOf(device),
      detail: said(ask),
    })
    return device
  })
}

/** Remove a device from the directory. @throws IdentityRefusal `not_found`, `not_permitted` */
export async function removeDevice(deps: Deps, ask: DeviceTarget): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    const device = await getDevice(tx, ask)
    await requirePermission(tx, by(ask), 'change devices')
    await tx.devices.remove(device.tenantId, device.objectId)
    await appendAudit(tx, deps, ask, { activity: 'device_removed', target: targetOf(device) })
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
