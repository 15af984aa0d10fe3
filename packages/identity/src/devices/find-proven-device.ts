import { createPublicKey, verify } from 'node:crypto'
import type { Deps } from '../deps.ts'
import { sha256 } from '../ids/secret.ts'
import type { Person } from '../people/person.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { KnownDevice } from './registered-device-store.ts'

/** What a device signed to say that a request is its own, read and not verified yet. */
export interface DeviceProof {
  readonly tenantId: string
  readonly deviceId: string
  /** What was signed, and the signature: r and s, 64 bytes. */
  readonly signed: Uint8Array
  readonly signature: Uint8Array
  readonly madeAt: Date
  /** Chosen by the device for this very request. */
  readonly proofId: string
  /** Of its app, if it says so. */
  readonly appVersion?: string
}

/** How far a device's clock may be from ours. */
const clockSeconds = 60

/**
 * Verify that a request comes from a registered device: signed by its key, just now. A proof of a change is spent.
 *
 * That the signature is right is looked at first: whoever has no key learns nothing of clocks and states.
 *
 * @param use `change`: the proof counts once
 * @throws IdentityRefusal `device_unknown`, `device_revoked`, `device_clock_wrong`, `person_disabled`; `challenge_spent`
 *   for a proof that came before
 */
export async function findProvenDevice(
  deps: Deps,
  proof: DeviceProof,
  use: 'read' | 'change',
): Promise<{ readonly device: KnownDevice; readonly person: Person }> {
  const { tenantId, deviceId } = proof
  const device = await deps.stores.registeredDevices.find(tenantId, deviceId)
  if (device === undefined) throw new IdentityRefusal(await whyGone(deps, proof), { detail: deviceId })
  const key = createPublicKey({ key: Buffer.from(device.publicKey), format: 'der', type: 'spki' })
  if (!verify('sha256', proof.signed, { key, dsaEncoding: 'ieee-p1363' }, proof.signature)) {
    throw new IdentityRefusal('device_unknown', { detail: 'signature' })
  }
  if (!device.entry.enabled) throw new IdentityRefusal('device_revoked', { detail: deviceId })
  const distance = Math.abs(deps.now().getTime() - proof.madeAt.getTime())
  if (distance > clockSeconds * 1000) {
    throw new IdentityRefusal('device_clock_wrong', { detail: `${Math.round(distance / 1000)} seconds` })
  }
  const person = await deps.stores.people.find(tenantId, device.userId)
  if (person?.enabled !== true) throw new IdentityRefusal('person_disabled')
  if (use === 'change') await spend(deps, proof)
  return { device, person }
}

/** A device that was removed left its certificates behind: it is told so. */
async function whyGone(
  { stores }: Deps,
  { tenantId, deviceId }: DeviceProof,
): Promise<'device_revoked' | 'device_unknown'> {
  return (await stores.trust.wasDeviceRevoked(tenantId, deviceId)) ? 'device_revoked' : 'device_unknown'
}

/** Kept where answered challenges are, until its minute is over. */
function spend({ stores, now }: Deps, { tenantId, deviceId, proofId }: DeviceProof): Promise<void> {
  return stores.spentChallenges.insert({
    tenantId,
    nonce: sha256(`device proof ${deviceId} ${proofId}`),
    expiresAt: new Date(now().getTime() + 2 * clockSeconds * 1000),
  })
}
