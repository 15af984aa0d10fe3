import { randomUUID } from 'node:crypto'
import { browserModel as aaguid } from '@latchkey/policy'
import type { Person } from '../src/index.ts'
import type { World } from './world.ts'

/** Give somebody a passkey in a browser of theirs on Windows that is registered. @returns the ids of its device */
export async function anExtensionPasskey(
  { deps: { stores, now, rp } }: World,
  { tenantId, userId }: Person,
): Promise<{ readonly deviceId: string; readonly objectId: string; readonly id: Uint8Array }> {
  const deviceId = randomUUID()
  const objectId = randomUUID()
  const serialNumber = randomUUID().replaceAll('-', '')
  const expiresAt = new Date(now().getTime() + 86_400_000)
  await stores.devices.insert({
    tenantId,
    objectId,
    deviceId,
    displayName: 'Laptop',
    enabled: true,
    operatingSystem: 'Windows',
    operatingSystemVersion: '11',
    createdAt: now(),
  })
  await stores.registeredDevices.insert({
    tenantId,
    deviceId,
    objectId,
    userId,
    surface: 'extension',
    aaguid,
    appVersion: '1.0.0',
    evidence: 'software',
    publicKey: new Uint8Array(91),
    serialNumber,
    expiresAt,
    registeredAt: now(),
    lastSeenAt: now(),
  })
  const issued = { tenantId, serialNumber, evidence: 'software' as const, createdAt: now(), expiresAt }
  await stores.trust.insertDeviceCertificate({ ...issued, deviceId, aaguid })
  const id = new Uint8Array(Buffer.from(randomUUID()))
  await stores.credentials.insert({
    tenantId,
    userId,
    id,
    rpId: rp.rpId,
    publicKey: new Uint8Array(77),
    algorithm: -7,
    signCount: 0,
    transports: ['internal'],
    uvInitialized: true,
    backupEligible: false,
    backupState: false,
    aaguid,
    attestation: { format: 'packed', type: 'basic', trusted: true, evidence: 'software', anchor: 'deviceCa' },
    deviceSerial: serialNumber,
    name: 'Laptop',
    createdAt: now(),
    createdBy: 'self',
  })
  return { deviceId, objectId, id }
}
