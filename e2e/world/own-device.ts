import { toSigningKey } from '@latchkey/ctap'
import { honestAuthenticator } from '@latchkey/ctap/fixture'
import {
  type Deps,
  type DeviceSurface,
  issueDeviceCertificate,
  newId,
  ownModels,
  type Person,
} from '@latchkey/identity'

/** An authenticator of ours on a device that is registered for somebody, as it is after *Add account*. */
export type OwnDevice = ReturnType<typeof honestAuthenticator>

/**
 * Register a device for a person, and give back the authenticator on it: its passkeys are attested by the certificate of
 * the organisation's device CA.
 */
export async function registerOwnDevice(
  deps: Deps,
  { tenantId, userId }: Person,
  surface: DeviceSurface,
): Promise<OwnDevice> {
  const model = ownModels.find((each) => each.surface === surface)
  if (model === undefined) throw new Error(`no model for ${surface}`)
  const { aaguid } = model
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey))
  const deviceId = newId(deps)
  const actor = { kind: 'operator' } as const
  const { x5c, record } = await issueDeviceCertificate(deps, { tenantId, deviceId, aaguid, publicKey, actor })
  const objectId = newId(deps)
  const now = deps.now()
  await deps.stores.devices.insert({
    tenantId,
    objectId,
    deviceId,
    displayName: 'Work laptop',
    enabled: true,
    operatingSystem: 'Linux',
    operatingSystemVersion: '6.1',
    createdAt: now,
  })
  await deps.stores.registeredDevices.insert({
    tenantId,
    deviceId,
    objectId,
    userId,
    surface,
    aaguid,
    appVersion: '1.0.0',
    evidence: 'software',
    publicKey,
    serialNumber: record.serialNumber,
    expiresAt: record.expiresAt,
    registeredAt: now,
    lastSeenAt: now,
  })
  return honestAuthenticator({
    aaguid: new Uint8Array(Buffer.from(aaguid.replaceAll('-', ''), 'hex')),
    attestation: { key: toSigningKey(-7, keys.privateKey), certificates: x5c },
  })
}
