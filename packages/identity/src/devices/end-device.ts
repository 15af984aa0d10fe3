import { toBase64url } from '@latchkey/encoding'
import type { CredentialRecord } from '../credentials/credential-record.ts'
import type { Deps } from '../deps.ts'
import { endSessionsOfPasskey } from '../sessions/end-session.ts'
import type { Shelves } from '../stores.ts'
import type { KnownDevice } from './registered-device-store.ts'

/**
 * End what hangs on a registered device, in the unit that tells of it: sessions that its passkeys opened, and, if it is
 * removed, its certificates and its entry. One that is switched off keeps them: switched on again it is what it was.
 */
export async function endDevice(
  tx: Shelves,
  deps: Pick<Deps, 'now' | 'random'>,
  {
    device,
    how,
    except,
  }: {
    readonly device: KnownDevice
    readonly how: 'switched off' | 'removed'
    /** A session that goes on: the one in which it happens. */
    readonly except?: string | undefined
  },
): Promise<void> {
  const { tenantId, userId, deviceId, objectId } = device
  for (const { id } of await listMadeOn(tx, device)) {
    await endSessionsOfPasskey(tx, deps, {
      tenantId,
      userId,
      credentialId: toBase64url(id),
      ...(except !== undefined && { except }),
    })
  }
  if (how === 'switched off') return
  await tx.trust.revokeDeviceCertificates(tenantId, deviceId, deps.now())
  await tx.devices.remove(tenantId, objectId)
}

/** List the passkeys of its owner that were made on a device. */
export async function listMadeOn(
  tx: Pick<Shelves, 'credentials'>,
  { tenantId, userId, deviceId }: KnownDevice,
): Promise<readonly CredentialRecord[]> {
  const held = await tx.credentials.listOfPerson(tenantId, userId)
  return held.filter(({ device }) => device?.deviceId === deviceId)
}
