import { readCertificate } from '@latchkey/encoding/x509'
import type { RegistrationFacts } from '@latchkey/webauthn'
import type { Deps } from '../deps.ts'
import { readLinked } from '../device-links/list-linked.ts'
import type { Person } from '../people/person.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { AttestationVerdict } from '../trust/judge-attestation.ts'
import { isOwnModel } from '../trust/own-models.ts'
import { isOlder } from './app-version.ts'
import { stateOfDevice } from './device-state.ts'
import type { RegisteredDevice } from './registered-device-store.ts'

/** Why a passkey of a device of ours is not taken. */
export type DeviceRefusalCode =
  | 'device_unknown'
  | 'device_certificate_untrusted'
  | 'device_expired'
  | 'device_revoked'
  | 'device_model_mismatch'
  | 'device_clock_wrong'
  | 'authenticator_too_old'
  | 'link_needed'

/**
 * Find what keeps somebody from having a new passkey that says it is one of ours: it has to be proven by the certificate
 * of a device that is registered for this very person, switched on, and not too old; and the app of a phone keeps none
 * before a browser is linked to it. Of other models nothing is asked.
 *
 * One that is not proven is not taken as a mere claim either: nothing would bind it to its device.
 */
export async function whyNoPasskeyOfDevice(
  tx: Pick<Shelves, 'trust' | 'registeredDevices' | 'tenants' | 'deviceLinks'>,
  deps: Pick<Deps, 'now'>,
  {
    person,
    facts,
    verdict,
  }: { readonly person: Person; readonly facts: RegistrationFacts; readonly verdict: AttestationVerdict },
): Promise<DeviceRefusalCode | undefined> {
  if (!isOwnModel(facts.aaguid)) return undefined
  if (!verdict.trusted) return toRefusal(facts, verdict, deps.now())
  const { tenantId, userId } = person
  const issued =
    verdict.deviceSerial === undefined
      ? undefined
      : await tx.trust.findDeviceCertificate(tenantId, verdict.deviceSerial)
  const device = issued && (await tx.registeredDevices.find(tenantId, issued.deviceId))
  if (device?.userId !== userId) return 'device_unknown'
  // A key that the device had before it was registered again vouches for nothing any more.
  if (!isCurrentKey(facts, device)) return 'device_unknown'
  const state = stateOfDevice(device, deps.now())
  if (state === 'revoked') return 'device_revoked'
  if (state === 'expired') return 'device_expired'
  const { settings } = await getTenant(tx, tenantId)
  const least = settings.authenticator.leastVersions[device.surface]
  if (isOlder(device.appVersion, least)) return 'authenticator_too_old'
  // Nobody could ever ask for it: see `isReachable`.
  const isAlone = device.surface === 'phoneApp' && !(await readLinked(tx, person)).has(device.deviceId)
  return isAlone ? 'link_needed' : undefined
}

function isCurrentKey({ attestation }: RegistrationFacts, { publicKey }: RegisteredDevice): boolean {
  const [leaf] = attestation.trustPath
  return leaf !== undefined && Buffer.from(readCertificate(leaf).publicKey).equals(publicKey)
}

function toRefusal(
  { attestation }: RegistrationFacts,
  { because }: AttestationVerdict,
  now: Date,
): DeviceRefusalCode {
  switch (because) {
    case 'device_revoked':
    case 'device_model_mismatch':
      return because
    case 'outside_validity': {
      const [leaf] = attestation.trustPath
      const isEarly = leaf !== undefined && readCertificate(leaf).notBefore > now
      return isEarly ? 'device_clock_wrong' : 'device_expired'
    }
    case 'device_unknown':
    case 'model_not_named':
    case 'not_attested':
    case 'aaguid_not_signed':
    case 'no_anchor_for_model':
      return 'device_unknown'
    default:
      return 'device_certificate_untrusted'
  }
}
