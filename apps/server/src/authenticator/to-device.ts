import type { AuthenticatorAccount, RegisteredDevice } from '@latchkey/api/authenticator'
import {
  isOlder,
  type KnownDevice,
  type Person,
  renewsAt,
  stateOfDevice,
  type Tenant,
} from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'

/** A registered device, as its surface is told of it. */
export function toDevice(
  { now }: Pick<ServerDeps, 'now'>,
  { settings }: Tenant,
  device: KnownDevice,
): RegisteredDevice {
  const leastAppVersion = settings.authenticator.leastVersions[device.surface]
  return {
    deviceId: device.deviceId,
    name: device.entry.displayName,
    surface: device.surface,
    aaguid: device.aaguid,
    appVersion: device.appVersion,
    evidence: device.evidence,
    state: stateOfDevice(device, now()),
    expiresAt: device.expiresAt.toISOString(),
    renewsAt: renewsAt(device).toISOString(),
    tooOld: isOlder(device.appVersion, leastAppVersion),
    ...(leastAppVersion !== undefined && { leastAppVersion }),
  }
}

/** The account an authenticator is registered for. */
export function toAccount(
  { rp, config }: Pick<ServerDeps, 'rp' | 'config'>,
  tenant: Tenant,
  person: Person,
): AuthenticatorAccount {
  return {
    tenantId: tenant.tenantId,
    organisation: tenant.displayName,
    userId: person.userId,
    userName: person.userName,
    displayName: person.displayName,
    rpId: rp.rpId,
    origins: rp.origins,
    userHandle: toBase64url(person.userHandle),
    ...(config.tunnelDomain !== undefined && { tunnelDomain: config.tunnelDomain }),
  }
}

/** Bytes as they stand in JSON. */
export function toBase64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
