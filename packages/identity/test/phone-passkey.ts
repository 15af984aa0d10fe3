import { randomUUID } from 'node:crypto'
import type { CredentialRecord, DeviceSurface, Person } from '../src/index.ts'
import type { World } from './world.ts'

/** A passkey that the app of a phone keeps, and the browser that is linked to it. */
export interface PhonePasskey {
  readonly record: CredentialRecord
  readonly linkId: string
  /** The directory's id of the browser's device. */
  readonly browserId: string
}

/** Give somebody a passkey in the app of a phone, with a guarded link from a browser of theirs. */
export async function aPhonePasskey(world: World, person: Person): Promise<PhonePasskey> {
  const { stores, now, rp } = world.deps
  const { tenantId, userId } = person
  const phoneId = await aDevice(world, person, 'phoneApp')
  const serialNumber = randomUUID().replaceAll('-', '')
  const expiresAt = new Date(now().getTime() + 86_400_000)
  const issued = { tenantId, serialNumber, evidence: 'software' as const, createdAt: now(), expiresAt }
  await stores.trust.insertDeviceCertificate({ ...issued, deviceId: phoneId, aaguid })
  const browserId = await aDevice(world, person, 'extension')
  const linkId = randomUUID()
  const handshakeHash = new Uint8Array(32)
  await stores.deviceLinks.insert({
    tenantId,
    linkId,
    userId,
    clientDeviceId: browserId,
    state: 'begun',
    begunAt: now(),
    expiresAt,
  })
  const end = { deviceId: phoneId, handshakeHash, contactId: randomUUID() }
  await stores.deviceLinks.putClientHash(tenantId, linkId, handshakeHash)
  await stores.deviceLinks.putAuthenticatorEnd(tenantId, linkId, end)
  await stores.deviceLinks.guard(tenantId, linkId, now())
  const record: CredentialRecord = {
    tenantId,
    userId,
    id: new Uint8Array(Buffer.from(randomUUID())),
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
    name: 'Phone',
    createdAt: now(),
    createdBy: 'self',
  }
  await stores.credentials.insert(record)
  return { record, linkId, browserId }
}

const aaguid = '18cf9cd9-f298-437f-b66f-abd9972a7e18'

/** Of a device that is registered for somebody. */
async function aDevice(
  { deps: { stores, now } }: World,
  { tenantId, userId }: Person,
  surface: DeviceSurface,
): Promise<string> {
  const deviceId = randomUUID()
  await stores.devices.insert({
    tenantId,
    objectId: deviceId,
    deviceId,
    displayName: surface,
    enabled: true,
    operatingSystem: 'Linux',
    operatingSystemVersion: '6.1',
    createdAt: now(),
  })
  await stores.registeredDevices.insert({
    tenantId,
    deviceId,
    objectId: deviceId,
    userId,
    surface,
    aaguid: '888d21e1-4a6b-47f4-89e8-8a51368c47ab',
    appVersion: '1.0.0',
    evidence: 'software',
    publicKey: new Uint8Array(91),
    serialNumber: '2b',
    expiresAt: new Date(now().getTime() + 86_400_000),
    registeredAt: now(),
    lastSeenAt: now(),
  })
  return deviceId
}
