import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { Deps } from '../deps.ts'
import { openSealed } from '../keys/open-sealed.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import { deviceCaBound, deviceCaPurpose } from './device-ca-seal.ts'
import type { DeviceCa } from './trust-store.ts'
import { publicKeyOf, shortName, writeCertificate, writeName } from './write-certificate.ts'

/** A device CA whose key is open. */
export interface OpenDeviceCa {
  readonly certificate: Uint8Array
  readonly privateKey: KeyObject
}

/** As long as the passkeys that hang on it may live; a new one would have to reach every device. */
const caYears = 25

/** A clock somewhere that is a little behind must not refuse a certificate of this minute. */
const backdatedMilliseconds = 5 * 60_000

const generate = promisify(generateKeyPair)

/**
 * Get the certificate of a tenant's device CA; make it on first need. Of two nodes that need it at once one makes it.
 *
 * It vouches for our own models and for nothing else (`listAnchors`).
 */
export async function getDeviceCa(deps: Deps, tenantId: string): Promise<DeviceCa> {
  const kept = await deps.stores.trust.findDeviceCa(tenantId)
  if (kept !== undefined) return kept
  const made = await makeDeviceCa(deps, tenantId)
  await deps.stores.trust.insertFirstDeviceCa(made)
  const first = await deps.stores.trust.findDeviceCa(tenantId)
  if (first === undefined) throw new Error('the device CA could not be kept')
  return first
}

/** The same, with its key, to sign with. @throws IdentityRefusal `sealed_unreadable` */
export async function openDeviceCa(deps: Deps, tenantId: string): Promise<OpenDeviceCa> {
  const { certificate, sealedPrivateKey } = await getDeviceCa(deps, tenantId)
  const pkcs8 = await openSealed(deps, deviceCaPurpose, sealedPrivateKey, deviceCaBound(tenantId))
  return {
    certificate,
    privateKey: createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }),
  }
}

async function makeDeviceCa(deps: Deps, tenantId: string): Promise<DeviceCa> {
  const { displayName } = await getTenant(deps.stores, tenantId)
  const { privateKey } = await generate('ec', { namedCurve: 'P-256' })
  const publicKey = publicKeyOf(privateKey)
  const subject = writeName(deviceCaName(displayName))
  const certificate = writeCertificate(
    {
      serialNumber: newSerialNumber(deps),
      issuer: subject,
      subject,
      ...validity(deps.now(), caYears * 365),
      publicKey,
      issuerPublicKey: publicKey,
      kind: 'authority',
    },
    privateKey,
  )
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' })
  return {
    tenantId,
    certificate,
    sealedPrivateKey: deps.keyring.seal(deviceCaPurpose, pkcs8, deviceCaBound(tenantId)),
    createdAt: deps.now(),
  }
}

/** `ZZ` is nobody's country: we do not know the organisation's, and packed attestation wants one. */
function deviceCaName(displayName: string) {
  return {
    country: 'ZZ',
    organisation: shortName(displayName),
    unit: 'Device CA',
    commonName: shortName(`${displayName} devices`),
  }
}

/** 127 random bits, never zero and never negative (RFC 5280 §4.1.2.2). */
export function newSerialNumber(deps: Pick<Deps, 'random'>): Uint8Array {
  const bytes = deps.random(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes
}

/** From a little before now, for so many days, in whole seconds. */
export function validity(now: Date, days: number): { readonly notBefore: Date; readonly notAfter: Date } {
  const from = Math.floor((now.getTime() - backdatedMilliseconds) / 1000) * 1000
  return { notBefore: new Date(from), notAfter: new Date(from + days * 86_400_000) }
}
