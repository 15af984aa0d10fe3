import { createPublicKey, type KeyObject } from 'node:crypto'
import { toHex } from '@latchkey/encoding'
import { readCertificate } from '@latchkey/encoding/x509'
import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { newSerialNumber, openDeviceCa, validity } from './device-ca.ts'
import { isOwnModel } from './own-models.ts'
import type { DeviceCertificate } from './trust-store.ts'
import { publicKeyOf, shortName, writeCertificate, writeName } from './write-certificate.ts'

/** What a device asks to be vouched for. */
export interface DeviceCertificateAsk extends Attribution {
  readonly tenantId: string
  readonly deviceId: string
  /** One of `ownModels`. */
  readonly aaguid: string
  /** The device's attestation key: SubjectPublicKeyInfo in DER, P-256. */
  readonly publicKey: Uint8Array
  /** Where the device proved to keep its keys. Without proof: `software`. */
  readonly evidence?: DeviceCertificate['evidence']
}

/** A device's certificate and the chain it goes with. */
export interface IssuedDeviceCertificate {
  /** For `x5c`: the device's certificate, then the device CA's. In DER. */
  readonly x5c: readonly [Uint8Array, Uint8Array]
  readonly record: DeviceCertificate
}

const organizationName = '2.5.4.10'

/** A device that is not heard of for so long registers again. */
const certificateDays = 180

/**
 * Issue the certificate with which a device of ours attests the passkeys it makes, in a unit of its own: `makeDeviceCertificate`
 * and `keepDeviceCertificate` in one.
 *
 * @throws IdentityRefusal `invalid_input` if the model is not ours, or the key is not one on P-256
 */
export async function issueDeviceCertificate(
  deps: Deps,
  ask: DeviceCertificateAsk,
): Promise<IssuedDeviceCertificate> {
  const issued = await makeDeviceCertificate(deps, ask)
  await deps.stores.atomically((tx) => keepDeviceCertificate(tx, deps, ask, issued.record))
  return issued
}

/**
 * Make the certificate with which a device of ours attests the passkeys it makes. It counts once it is kept. Whoever calls
 * this has established that the device belongs to whom it says.
 *
 * The certificate identifies the device: the device sends it to this organisation's own RP ID and to nobody else.
 *
 * @throws IdentityRefusal `invalid_input` if the model is not ours, or the key is not one on P-256
 */
export async function makeDeviceCertificate(
  deps: Deps,
  ask: DeviceCertificateAsk,
): Promise<IssuedDeviceCertificate> {
  const { tenantId, aaguid } = ask
  const deviceId = readText(ask.deviceId, 'deviceId', 64)
  if (!isOwnModel(aaguid)) throw new IdentityRefusal('invalid_input', { detail: 'aaguid' })
  const publicKey = readP256Key(ask.publicKey)
  const ca = await openDeviceCa(deps, tenantId)
  const serialNumber = newSerialNumber(deps)
  const { notBefore, notAfter } = validity(deps.now(), certificateDays)
  const issuer = readCertificate(ca.certificate).subject
  const certificate = writeCertificate(
    {
      serialNumber,
      issuer: issuer.bytes,
      subject: writeName({
        country: 'ZZ',
        organisation: issuer.attributes.find(({ type }) => type === organizationName)?.value ?? 'Latchkey',
        // WebAuthn §8.2.1 wants this unit, word for word.
        unit: 'Authenticator Attestation',
        commonName: shortName(deviceId),
      }),
      notBefore,
      notAfter,
      publicKey,
      issuerPublicKey: publicKeyOf(ca.privateKey),
      kind: 'end entity',
      aaguid,
    },
    ca.privateKey,
  )
  const record: DeviceCertificate = {
    tenantId,
    serialNumber: toHex(serialNumber),
    deviceId,
    aaguid,
    evidence: ask.evidence ?? 'software',
    createdAt: deps.now(),
    expiresAt: notAfter,
  }
  return { x5c: [certificate, ca.certificate], record }
}

/** Keep a certificate in the unit that keeps its device: from now on it vouches. */
export async function keepDeviceCertificate(
  tx: Pick<Shelves, 'trust' | 'audit'>,
  deps: Pick<Deps, 'now' | 'random'>,
  by: Attribution & { readonly tenantId: string },
  record: DeviceCertificate,
): Promise<void> {
  const { deviceId, aaguid, serialNumber, evidence } = record
  await tx.trust.insertDeviceCertificate(record)
  await appendAudit(tx, deps, by, {
    activity: 'device_certificate_issued',
    target: { kind: 'device', id: deviceId },
    detail: { aaguid, serialNumber, evidence },
  })
}

/** Take back a device's certificates: what it attests from now on proves nothing. @returns how many there were */
export async function revokeDeviceCertificates(
  deps: Deps,
  ask: Attribution & { readonly tenantId: string; readonly deviceId: string },
): Promise<number> {
  return deps.stores.atomically(async (tx) => {
    const revoked = await tx.trust.revokeDeviceCertificates(ask.tenantId, ask.deviceId, deps.now())
    if (revoked > 0) {
      await appendAudit(tx, deps, ask, {
        activity: 'device_certificates_revoked',
        target: { kind: 'device', id: ask.deviceId },
        detail: { revoked },
      })
    }
    return revoked
  })
}

/** Read a key and write it again, so that nothing a device sent stands in a certificate as it came. */
function readP256Key(spki: Uint8Array): Uint8Array {
  let key: KeyObject
  try {
    key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  } catch (cause) {
    throw new IdentityRefusal('invalid_input', { detail: 'publicKey', cause })
  }
  if (key.asymmetricKeyType !== 'ec' || key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
    throw new IdentityRefusal('invalid_input', { detail: 'publicKey' })
  }
  return new Uint8Array(key.export({ format: 'der', type: 'spki' }))
}
