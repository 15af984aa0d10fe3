import { CeremonyRefusal, type TpmEvidence, verifyTpmEvidence } from '@latchkey/webauthn'
import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { decideRegistration, readRegistrationFacts } from '../credentials/registration-facts.ts'
import { requireDecision } from '../credentials/require-decision.ts'
import type { Deps, Visitor } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import type { Person } from '../people/person.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import {
  type IssuedDeviceCertificate,
  keepDeviceCertificate,
  makeDeviceCertificate,
} from '../trust/issue-device-certificate.ts'
import { ownModelOf } from '../trust/own-models.ts'
import { verifyCertificateRequest } from '../trust/verify-certificate-request.ts'
import { isOlder, readAppVersion } from './app-version.ts'
import type { Device } from './device-store.ts'
import type { DeviceSurface, KnownDevice, RegisteredDevice } from './registered-device-store.ts'

/** What a device says of itself. None of it is proven. */
export interface DeviceDescription {
  readonly surface: DeviceSurface
  readonly name: string
  readonly operatingSystem: string
  readonly operatingSystemVersion: string
  readonly appVersion: string
}

/** Somebody registers a device of theirs. */
export interface DeviceRegistrationAsk {
  readonly session: Session
  readonly visitor: Visitor
  readonly description: DeviceDescription
  /** PKCS #10 in DER, signed by the device's own key. */
  readonly csr: Uint8Array
  /** What its TPM says of the key. */
  readonly tpm?: TpmEvidence
  /** What the device was before, if it was registered: if it is this person's still, it stays the same device. */
  readonly formerDeviceId?: string
}

/** A device that was registered, and its certificate with that of the device CA, in DER. */
export interface DeviceRegistered {
  readonly device: KnownDevice
  readonly x5c: IssuedDeviceCertificate['x5c']
  readonly person: Person
}

/** More than a person carries; a script that registers without end is stopped. */
export const mostDevices = 20

/**
 * Register a device: keep what it says of itself, give it an entry in the directory and a certificate for its key, write
 * the audit and mail its owner. What a session needs to add a way to sign in, it needs for this.
 *
 * A device that is registered again stays one device: it gets another certificate, and its passkeys stay bound to it.
 *
 * @throws IdentityRefusal `session_ended`, `fresh_sign_in_needed`, `stronger_sign_in_needed`, `not_allowed_by_policy`,
 *   `authenticator_too_old`, `device_evidence_unproven`, `device_revoked` if it was registered before and is switched off, `invalid_input`
 */
export async function registerDevice(deps: Deps, ask: DeviceRegistrationAsk): Promise<DeviceRegistered> {
  const { tenantId } = ask.session
  await requireMayRegisterDevice(deps.stores, deps, ask.session)
  const description = readDescription(ask.description)
  await requireVersion(deps.stores, tenantId, description)
  const publicKey = verifyCertificateRequest(ask.csr)
  const former = await findFormer(deps.stores, ask)
  const deviceId = former?.deviceId ?? newId(deps)
  const by = byThemselves(ask.session, ask.visitor)
  const { aaguid } = ownModelOf(description.surface)
  const evidence = readEvidence(ask, publicKey)
  const issued = await makeDeviceCertificate(deps, { ...by, deviceId, aaguid, publicKey, evidence })

  return await deps.stores.atomically(async (tx) => {
    const person = await requireMayRegisterDevice(tx, deps, ask.session)
    const certificate = toNewCertificate(issued, publicKey)
    if (former === undefined) await insertDevice(tx, deps, { person, deviceId, description, certificate })
    else await registerAgain(tx, deps, { former, description, certificate })
    await keepDeviceCertificate(tx, deps, by, issued.record)
    await appendAudit(tx, deps, by, {
      activity: 'device_registered',
      target: { kind: 'device', id: deviceId, name: description.name },
      detail: {
        surface: description.surface,
        appVersion: description.appVersion,
        evidence: certificate.evidence,
        again: former !== undefined,
      },
    })
    await mailPerson(tx, deps, {
      person,
      template: 'device_registered',
      values: { name: description.name, ...fromVisitor(ask.visitor) },
    })
    return { device: await getKnown(tx, tenantId, deviceId), x5c: issued.x5c, person }
  })
}

/** The device as it is kept, in the unit that keeps it. */
export async function getKnown(
  tx: Pick<Shelves, 'registeredDevices'>,
  tenantId: string,
  deviceId: string,
): Promise<KnownDevice> {
  const device = await tx.registeredDevices.find(tenantId, deviceId)
  if (device === undefined) throw new IdentityRefusal('device_unknown')
  return device
}

/** What of a new certificate is kept with its device. */
export function toNewCertificate({ record }: IssuedDeviceCertificate, publicKey: Uint8Array) {
  return {
    publicKey,
    serialNumber: record.serialNumber,
    expiresAt: record.expiresAt,
    evidence: record.evidence === 'tpm' ? ('tpm' as const) : ('software' as const),
  }
}

type Certificate = ReturnType<typeof toNewCertificate>

async function requireMayRegisterDevice(tx: Shelves, deps: Deps, asking: Session): Promise<Person> {
  const { session, person } = await getLiveSession(tx, deps, asking)
  requireDecision(decideRegistration(await readRegistrationFacts(tx, deps, session), undefined))
  return person
}

async function requireVersion(
  tx: Pick<Shelves, 'tenants'>,
  tenantId: string,
  { surface, appVersion }: DeviceDescription,
): Promise<void> {
  const { settings } = await getTenant(tx, tenantId)
  const least = settings.authenticator.leastVersions[surface]
  if (isOlder(appVersion, least)) {
    throw new IdentityRefusal('authenticator_too_old', { detail: `${appVersion} before ${least}` })
  }
}

/** Without a word of a TPM a key is in software. A word that does not hold is not passed over: something is wrong there. */
function readEvidence({ tpm, csr }: DeviceRegistrationAsk, publicKey: Uint8Array): 'software' | 'tpm' {
  if (tpm === undefined) return 'software'
  try {
    verifyTpmEvidence(tpm, { publicKey, request: csr })
    return 'tpm'
  } catch (cause) {
    if (!(cause instanceof CeremonyRefusal)) throw cause
    throw new IdentityRefusal('device_evidence_unproven', { detail: cause.message, cause })
  }
}

/** What is somebody else's, or another surface's, or gone, is no former registration of this device. */
async function findFormer(
  tx: Pick<Shelves, 'registeredDevices'>,
  { session, formerDeviceId, description }: DeviceRegistrationAsk,
): Promise<KnownDevice | undefined> {
  if (formerDeviceId === undefined) return undefined
  const former = await tx.registeredDevices.find(session.tenantId, formerDeviceId)
  if (former?.userId !== session.userId || former.surface !== description.surface) return undefined
  if (!former.entry.enabled) throw new IdentityRefusal('device_revoked', { detail: formerDeviceId })
  return former
}

interface NewDevice {
  readonly person: Person
  readonly deviceId: string
  readonly description: DeviceDescription
  readonly certificate: Certificate
}

async function insertDevice(tx: Shelves, deps: Deps, device: NewDevice): Promise<void> {
  const { person, deviceId, description, certificate } = device
  const { tenantId, userId } = person
  const held = await tx.registeredDevices.listOfPerson(tenantId, userId)
  if (held.length >= mostDevices)
    throw new IdentityRefusal('not_allowed_by_policy', { detail: 'too many devices' })
  const { surface, appVersion } = description
  const now = deps.now()
  const entry: Device = {
    tenantId,
    objectId: newId(deps),
    deviceId,
    ...toEntry(description),
    enabled: true,
    createdAt: now,
  }
  await tx.devices.insert(entry)
  const registered: RegisteredDevice = {
    tenantId,
    deviceId,
    objectId: entry.objectId,
    userId,
    surface,
    aaguid: ownModelOf(surface).aaguid,
    appVersion,
    ...certificate,
    registeredAt: now,
    lastSeenAt: now,
  }
  await tx.registeredDevices.insert(registered)
}

/** Of two that register the same device again at once one succeeds. */
async function registerAgain(
  tx: Shelves,
  deps: Deps,
  {
    former,
    description,
    certificate,
  }: {
    readonly former: KnownDevice
    readonly description: DeviceDescription
    readonly certificate: Certificate
  },
): Promise<void> {
  const { tenantId, deviceId, serialNumber } = former
  const entry = await tx.devices.find(tenantId, former.objectId)
  if (!entry?.enabled) throw new IdentityRefusal('device_revoked', { detail: deviceId })
  const anew = { ...certificate, registeredAt: deps.now() }
  if (!(await tx.registeredDevices.putCertificate(tenantId, deviceId, serialNumber, anew))) {
    throw new IdentityRefusal('already_exists', { detail: 'device' })
  }
  await tx.devices.put({ ...entry, ...toEntry(description) })
  const { appVersion } = description
  await tx.registeredDevices.putSeen(tenantId, deviceId, { at: deps.now(), appVersion })
}

function toEntry({ name, operatingSystem, operatingSystemVersion }: DeviceDescription) {
  return { displayName: name, operatingSystem, operatingSystemVersion }
}

function readDescription(description: DeviceDescription): DeviceDescription {
  return {
    surface: description.surface,
    name: readText(description.name, 'name', 60),
    operatingSystem: readText(description.operatingSystem, 'operatingSystem', 60),
    operatingSystemVersion: description.operatingSystemVersion.trim().slice(0, 60),
    appVersion: readAppVersion(description.appVersion),
  }
}
