import { type DeviceProofClaims, deviceProofType } from '@latchkey/api/authenticator'
import { toBase64url, toUtf8 } from '@latchkey/encoding'
import type { DeviceKey } from '../keys/device-key.ts'

/** What a device asks, and as whom. */
export interface ProofRequest {
  readonly tenantId: string
  readonly deviceId: string
  readonly key: DeviceKey
  /** Of the app that runs now: `1.2.3`. */
  readonly appVersion?: string
  readonly method: string
  /** The whole address; its query is left out of the proof. */
  readonly url: string
  /** As it is sent; absent without one. */
  readonly body?: Uint8Array
  /** By the server's clock. */
  readonly at: Date
}

/**
 * Write the proof that a request is this device's: the JWT of `Authorization: Device …`, ES256 by the device key. It is
 * about this method, this address and this very body, at this time, once.
 */
export async function writeDeviceProof(
  { subtle, random }: { readonly subtle: SubtleCrypto; readonly random: (length: number) => Uint8Array },
  { tenantId, deviceId, key, appVersion, method, url, body, at }: ProofRequest,
): Promise<string> {
  const { origin, pathname } = new URL(url)
  const claims: DeviceProofClaims = {
    tid: tenantId,
    htm: method,
    htu: origin + pathname,
    iat: Math.floor(at.getTime() / 1000),
    jti: toBase64url(random(16)),
    ...(body && { bh: toBase64url(new Uint8Array(await subtle.digest('SHA-256', Uint8Array.from(body)))) }),
    ...(appVersion !== undefined && { ver: appVersion }),
  }
  const header = { alg: 'ES256', typ: deviceProofType, kid: deviceId }
  const signed = `${toPart(header)}.${toPart(claims)}`
  return `${signed}.${toBase64url(await key.sign(toUtf8(signed)))}`
}

const toPart = (value: unknown) => toBase64url(toUtf8(JSON.stringify(value)))
