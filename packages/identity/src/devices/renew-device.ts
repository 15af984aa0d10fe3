import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { IdentityRefusal } from '../refusal.ts'
import {
  type IssuedDeviceCertificate,
  keepDeviceCertificate,
  makeDeviceCertificate,
} from '../trust/issue-device-certificate.ts'
import { verifyCertificateRequest } from '../trust/verify-certificate-request.ts'
import { renewsAt, stateOfDevice } from './device-state.ts'
import { getKnown, toNewCertificate } from './register-device.ts'
import type { KnownDevice } from './registered-device-store.ts'

/**
 * Give a device another certificate, in the last 30 days of the one it has. Whoever calls this has verified that the
 * device asks, by the key that it is known by: so the new key follows the old one. Of two at once one succeeds.
 *
 * Where its key is kept is proven for a key: with another one the device is `software` until it registers again.
 *
 * @throws IdentityRefusal `device_revoked`; `device_expired` if it is too late; `not_permitted` if it is too early;
 *   `already_exists` if another certificate came first; `invalid_input`
 */
export async function renewDevice(
  deps: Deps,
  ask: Attribution & { readonly device: KnownDevice; readonly csr: Uint8Array },
): Promise<{ readonly device: KnownDevice; readonly x5c: IssuedDeviceCertificate['x5c'] }> {
  const { tenantId, deviceId, aaguid, serialNumber } = ask.device
  requireRenewable(ask.device, deps.now())
  const publicKey = verifyCertificateRequest(ask.csr)
  const evidence = Buffer.from(publicKey).equals(ask.device.publicKey) ? ask.device.evidence : 'software'
  const by = { ...ask, tenantId }
  const issued = await makeDeviceCertificate(deps, { ...by, deviceId, aaguid, publicKey, evidence })

  return await deps.stores.atomically(async (tx) => {
    const known = await getKnown(tx, tenantId, deviceId)
    requireRenewable(known, deps.now())
    // Nobody proved anything but the device itself.
    const certificate = { ...toNewCertificate(issued, publicKey), registeredAt: known.registeredAt }
    if (!(await tx.registeredDevices.putCertificate(tenantId, deviceId, serialNumber, certificate))) {
      throw new IdentityRefusal('already_exists', { detail: 'certificate' })
    }
    await keepDeviceCertificate(tx, deps, by, issued.record)
    await appendAudit(tx, deps, by, {
      activity: 'device_renewed',
      target: { kind: 'device', id: deviceId, name: ask.device.entry.displayName },
      detail: { evidence },
    })
    return { device: await getKnown(tx, tenantId, deviceId), x5c: issued.x5c }
  })
}

function requireRenewable(device: KnownDevice, now: Date): void {
  const state = stateOfDevice(device, now)
  if (state === 'revoked') throw new IdentityRefusal('device_revoked', { detail: device.deviceId })
  if (state === 'expired') throw new IdentityRefusal('device_expired', { detail: device.deviceId })
  if (renewsAt(device) > now) throw new IdentityRefusal('not_permitted', { detail: 'too early to renew' })
}
