import { createPublicKey, hash, type JsonWebKey, type KeyObject, verify } from 'node:crypto'
import { concatBytes, equalBytes, toBase64url } from '@latchkey/encoding'
import { CeremonyRefusal } from '../refusal.ts'
import { GENERATED, nameOf, readStructure, refuseStructure, sameNumber } from './tpm.ts'
import {
  readCertifyInfo,
  readPublicArea,
  readSized,
  readTpmSignature,
  type TpmPublicArea,
  type TpmSignature,
} from './tpm-structures.ts'

/** A TPM's word that it made a key and keeps it. */
export interface TpmEvidence {
  /** TPM2B_PUBLIC of the attestation key, on P-256 or RSA. */
  readonly attestationKey: Uint8Array
  /** TPM2B_PUBLIC of the key of the device, on P-256. */
  readonly deviceKey: Uint8Array
  /** TPMS_ATTEST of TPM2_CertifyCreation over the key of the device. */
  readonly certifyInfo: Uint8Array
  /** TPMT_SIGNATURE of the attestation key over it, with SHA-256. */
  readonly signature: Uint8Array
}

/** What the evidence has to be about. */
export interface ExpectedTpmEvidence {
  /** The key the certificate is asked for: SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array
  /** The request for the certificate, as it came: SHA-256 of it is in the TPM's statement. */
  readonly request: Uint8Array
}

/** What was established. */
export interface TpmEvidenceFacts {
  /** The name of the attestation key, the TPM's own way of telling keys apart. */
  readonly attestationKeyName: Uint8Array
}

const ST_ATTEST_CREATION = 0x801a

/** TPMA_OBJECT (Part 2, 8.3). */
const attribute = {
  fixedTPM: 1 << 1,
  fixedParent: 1 << 4,
  sensitiveDataOrigin: 1 << 5,
  restricted: 1 << 16,
  decrypt: 1 << 17,
  sign: 1 << 18,
}

/**
 * Verify what a TPM says of the key of a device: an attestation key that signs only what the TPM itself made (`restricted`)
 * says, for this very request for a certificate, that the TPM created the key with this public part, and that the key
 * neither came from outside nor can leave.
 *
 * What it does **not** prove: that the attestation key is in a TPM, or has the attributes it says it has. For that its
 * maker's word is needed, the certificate of the endorsement key and a credential activated with it, and nobody here has
 * asked for one. A program that plays a TPM passes. So this tells an honest device that uses its TPM from an honest device
 * that cannot, and stops nobody who wrote the device's software: count it as the device's word, better than `software` and
 * less than attested hardware.
 *
 * @throws CeremonyRefusal `attestation_tpm_structure_unfit` (its detail names the field), `attestation_key_mismatch` if it
 *   is about another key, `attestation_challenge_mismatch` if it was made for another request,
 *   `attestation_signature_invalid`
 * @see Trusted Platform Module Library, Part 3: Commands, 18.3 TPM2_CertifyCreation
 */
export function verifyTpmEvidence(evidence: TpmEvidence, expected: ExpectedTpmEvidence): TpmEvidenceFacts {
  const attestation = readKey('attestationKey', evidence.attestationKey)
  const device = readKey('deviceKey', evidence.deviceKey)
  requireAttributes('attestationKey', attestation.area, ['restricted', 'sign'])
  requireAttributes('deviceKey', device.area, ['sign'])
  if (!isKeyOf(device.area, expected.publicKey)) throw new CeremonyRefusal('attestation_key_mismatch')

  const info = readStructure('certifyInfo', () => readCertifyInfo(evidence.certifyInfo))
  if (info.magic !== GENERATED) refuseStructure('magic')
  if (info.type !== ST_ATTEST_CREATION) refuseStructure('type')
  if (!equalBytes(info.extraData, hash('sha256', expected.request, 'buffer'))) {
    throw new CeremonyRefusal('attestation_challenge_mismatch')
  }
  if (!equalBytes(info.name, nameOf(device.area, device.bytes))) refuseStructure('attested name')

  const signature = readStructure('signature', () => readTpmSignature(evidence.signature))
  if (!isSignedBy(attestation.area, evidence.certifyInfo, signature)) {
    throw new CeremonyRefusal('attestation_signature_invalid')
  }
  return { attestationKeyName: nameOf(attestation.area, attestation.bytes) }
}

function readKey(name: string, sized: Uint8Array) {
  const bytes = readStructure(name, () => readSized(sized))
  return { bytes, area: readStructure(name, () => readPublicArea(bytes)) }
}

/** Made in this TPM, never to leave it, for signing alone; and what else is asked. */
function requireAttributes(
  key: string,
  { attributes }: TpmPublicArea,
  more: readonly (keyof typeof attribute)[],
): void {
  for (const name of ['fixedTPM', 'fixedParent', 'sensitiveDataOrigin', ...more] as const) {
    if ((attributes & attribute[name]) === 0) refuseStructure(`${key}: ${name}`)
  }
  if ((attributes & attribute.decrypt) !== 0) refuseStructure(`${key}: decrypt`)
}

const CURVE_P256 = 0x0003

function isKeyOf(area: TpmPublicArea, spki: Uint8Array): boolean {
  if (area.type !== 'ecc' || area.curve !== CURVE_P256) return false
  const { x = '', y = '' } = importSpki(spki).export({ format: 'jwk' })
  return sameNumber(area.x, Buffer.from(x, 'base64url')) && sameNumber(area.y, Buffer.from(y, 'base64url'))
}

function importSpki(spki: Uint8Array): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  } catch (cause) {
    throw new CeremonyRefusal('attestation_key_mismatch', { cause })
  }
}

function isSignedBy(area: TpmPublicArea, data: Uint8Array, signature: TpmSignature): boolean {
  if (area.type === 'ecc' && signature.scheme === 'ecdsa') {
    if (area.curve !== CURVE_P256) return false
    const [r, s] = [toWidth(signature.r), toWidth(signature.s)]
    if (r === undefined || s === undefined) return false
    const key = importJwk({ kty: 'EC', crv: 'P-256', x: toText(area.x), y: toText(area.y) })
    return verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, concatBytes(r, s))
  }
  if (area.type === 'rsa' && signature.scheme === 'rsassa') {
    if (area.keyBits < 2048) return false
    const exponent = Buffer.alloc(4)
    exponent.writeUInt32BE(area.exponent)
    const key = importJwk({ kty: 'RSA', n: toBase64url(area.modulus), e: toBase64url(exponent) })
    return verify('sha256', data, key, signature.bytes)
  }
  return false
}

function importJwk(key: JsonWebKey): KeyObject {
  try {
    return createPublicKey({ key, format: 'jwk' })
  } catch (cause) {
    throw new CeremonyRefusal('attestation_tpm_structure_unfit', { detail: 'attestationKey', cause })
  }
}

/** TPMs may leave leading zeros out, and JOSE may not. */
const toText = (coordinate: Uint8Array) => toBase64url(toWidth(coordinate) ?? coordinate)

function toWidth(number: Uint8Array): Uint8Array | undefined {
  if (number.length > 32) return undefined
  return concatBytes(new Uint8Array(32 - number.length), number)
}
