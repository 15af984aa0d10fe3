import { randomBytes, randomUUID } from 'node:crypto'
import { surfaceAaguids } from '@latchkey/api/authenticator'
import type { DeviceSurface, Person } from '@latchkey/identity'
import type { StoryDeps } from './directory.ts'

/** What the two devices of somebody are called. */
export const phoneName = 'Pixel'
export const browserName = 'Firefox'

const soon = () => new Date(Date.now() + 30 * 86_400_000)

/** Give somebody a passkey that the app of their phone keeps, and a browser that is linked and can ask for it. */
export async function insertPhonePasskey(deps: StoryDeps, person: Person): Promise<void> {
  const { stores, rp, now } = deps
  const { tenantId, userId } = person
  const phone = await insertDevice(deps, person, { surface: 'phoneApp', name: phoneName })
  const clientDeviceId = await insertDevice(deps, person, { surface: 'extension', name: browserName })
  const serialNumber = randomBytes(16).toString('hex')
  const issued = { tenantId, serialNumber, createdAt: now(), expiresAt: soon() }
  const aaguid = surfaceAaguids.phoneApp
  await stores.trust.insertDeviceCertificate({ ...issued, deviceId: phone, aaguid, evidence: 'software' })
  await stores.credentials.insert({
    tenantId,
    userId,
    id: new Uint8Array(randomBytes(32)),
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
    name: `Authenticator on ${phoneName}`,
    createdAt: now(),
    createdBy: 'self',
  })
  const linkId = randomUUID()
  const handshakeHash = new Uint8Array(32)
  const contactId = randomBytes(16).toString('base64url')
  const [begunAt, expiresAt] = [now(), soon()]
  await stores.deviceLinks.insert({
    tenantId,
    linkId,
    userId,
    clientDeviceId,
    state: 'begun',
    begunAt,
    expiresAt,
  })
  await stores.deviceLinks.putClientHash(tenantId, linkId, handshakeHash)
  await stores.deviceLinks.putAuthenticatorEnd(tenantId, linkId, {
    deviceId: phone,
    handshakeHash,
    contactId,
  })
  await stores.deviceLinks.guard(tenantId, linkId, now())
}

async function insertDevice(
  { stores, now }: StoryDeps,
  { tenantId, userId }: Person,
  { surface, name }: { readonly surface: DeviceSurface; readonly name: string },
): Promise<string> {
  const deviceId = randomUUID()
  const ids = { tenantId, deviceId, objectId: deviceId }
  await stores.devices.insert({
    ...ids,
    displayName: name,
    enabled: true,
    operatingSystem: surface === 'phoneApp' ? 'Android' : 'Linux',
    operatingSystemVersion: '16',
    createdAt: now(),
  })
  await stores.registeredDevices.insert({
    ...ids,
    userId,
    surface,
    aaguid: surfaceAaguids[surface],
    appVersion: '1.0.0',
    evidence: 'software',
    publicKey: new Uint8Array(91),
    serialNumber: randomBytes(16).toString('hex'),
    expiresAt: soon(),
    registeredAt: now(),
    lastSeenAt: now(),
  })
  return deviceId
}
