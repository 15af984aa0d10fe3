// Follows §8.3 of WebAuthn Level 3.
import { hash } from 'node:crypto'
import { type CborMap, type CoseKey, concatBytes, type EcCurve, equalBytes } from '@latchkey/encoding'
import type { Certificate } from '@latchkey/encoding/x509'
import { findStatementAlgorithm } from '../algorithm.ts'
import { CeremonyRefusal } from '../refusal.ts'
import {
  readAttestationCertificate,
  refuseCertificate,
  requireEndEntity,
  verifyCertificateAaguid,
  verifyStatementSignature,
} from './certificate.ts'
import {
  type AttestationFacts,
  type Attested,
  requireAlgorithm,
  requireBytes,
  requireCertificates,
  requireMembers,
} from './statement.ts'
import { readCertifyInfo, readPublicArea, type TpmCertifyInfo, type TpmPublicArea } from './tpm-structures.ts'

/** `TPM_GENERATED_VALUE`: a TPM signs this at the front only of what it made itself. */
export const GENERATED = 0xff544347
const ST_ATTEST_CERTIFY = 0x8017

/**
 * Verify the statement of a TPM: it certifies the credential key with its attestation identity key.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-tpm-attestation
 */
export function verifyTpm(statement: CborMap, attested: Attested): AttestationFacts {
  requireMembers(statement, 'ver', 'alg', 'x5c', 'sig', 'certInfo', 'pubArea')
  if (statement.get('ver') !== '2.0') throw new CeremonyRefusal('attestation_malformed', { detail: 'ver' })
  const alg = requireAlgorithm(statement)
  const signature = requireBytes(statement, 'sig')
  const certInfo = requireBytes(statement, 'certInfo')
  const pubArea = requireBytes(statement, 'pubArea')
  const trustPath = requireCertificates(statement)

  const publicArea = readStructure('pubArea', () => readPublicArea(pubArea))
  if (!isKeyOf(publicArea, attested.coseKey)) throw new CeremonyRefusal('attestation_key_mismatch')

  const info = readStructure('certInfo', () => readCertifyInfo(certInfo))
  const attToBeSigned = concatBytes(attested.authenticatorData, attested.clientDataHash)
  verifyCertifyInfo(info, alg, attToBeSigned)
  if (!equalBytes(info.name, nameOf(publicArea, pubArea))) refuseStructure('attested name')

  const attestation = readAttestationCertificate(trustPath[0])
  verifyStatementSignature(attestation, alg, certInfo, signature)
  verifyRequirements(attestation.certificate)
  verifyCertificateAaguid(attestation.certificate, attested)
  return { format: 'tpm', type: 'attca', trustPath, aaguidSigned: true }
}

function verifyCertifyInfo(
  { magic, type, extraData }: TpmCertifyInfo,
  alg: number,
  attToBeSigned: Uint8Array,
): void {
  if (magic !== GENERATED) refuseStructure('magic')
  if (type !== ST_ATTEST_CERTIFY) refuseStructure('type')
  const digest = findStatementAlgorithm(alg)?.digest
  if (digest === undefined || digest === null) throw new CeremonyRefusal('attestation_algorithm_mismatch')
  if (!equalBytes(extraData, hash(digest, attToBeSigned, 'buffer'))) {
    throw new CeremonyRefusal('attestation_challenge_mismatch')
  }
}

/** The digests names are made with (TPM_ALG_ID). SHA-1 is among the TPM's and not among ours. */
const nameDigests = new Map([
  [0x000b, 'sha256'],
  [0x000c, 'sha384'],
  [0x000d, 'sha512'],
])

/** Part 1, 16: a name is the algorithm's number and the digest of the public area. */
export function nameOf({ nameAlgorithm }: TpmPublicArea, pubArea: Uint8Array): Uint8Array {
  const digest = nameDigests.get(nameAlgorithm)
  if (digest === undefined) refuseStructure('nameAlg')
  return concatBytes(Uint8Array.of(nameAlgorithm >> 8, nameAlgorithm & 0xff), hash(digest, pubArea, 'buffer'))
}

const curveNumbers: Record<EcCurve, number> = { 'P-256': 0x0003, 'P-384': 0x0004, 'P-521': 0x0005 }

/** The key in the public area is the credential's: parameters and unique both. */
function isKeyOf(area: TpmPublicArea, key: CoseKey): boolean {
  if (area.type === 'rsa' && key.kty === 'RSA') {
    return sameNumber(area.modulus, key.n) && sameNumber(toNumberBytes(area.exponent), key.e)
  }
  if (area.type === 'ecc' && key.kty === 'EC2') {
    return area.curve === curveNumbers[key.curve] && sameNumber(area.x, key.x) && sameNumber(area.y, key.y)
  }
  return false
}

/** TPMs differ about leading zeros. */
export function sameNumber(a: Uint8Array, b: Uint8Array): boolean {
  return equalBytes(withoutLeadingZeros(a), withoutLeadingZeros(b))
}

function withoutLeadingZeros(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0)
  return first === -1 ? bytes.subarray(bytes.length) : bytes.subarray(first)
}

function toNumberBytes(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff)
}

const tcgKpAikCertificate = '2.23.133.8.3'
const tpmManufacturer = '2.23.133.2.1'
const tpmModel = '2.23.133.2.2'
const tpmVersion = '2.23.133.2.3'

/** @see https://www.w3.org/TR/webauthn-3/#sctn-tpm-cert-requirements */
function verifyRequirements(certificate: Certificate): void {
  requireEndEntity(certificate)
  if (certificate.subject.attributes.length > 0) refuseCertificate('subject not empty')
  if (certificate.extendedKeyUsage?.includes(tcgKpAikCertificate) !== true)
    refuseCertificate('extended key usage')

  // TPMv2-EK-Profile §3.2.9: the alternative name tells manufacturer, model and version.
  const [name] = certificate.subjectAltDirectoryNames
  const textOf = (wanted: string) => name?.attributes.find(({ type }) => type === wanted)?.value ?? ''
  if (!/^id:[0-9A-Fa-f]{8}$/.test(textOf(tpmManufacturer))) refuseCertificate('TPM manufacturer')
  if (textOf(tpmModel) === '') refuseCertificate('TPM model')
  if (!/^id:[0-9A-Fa-f]+$/.test(textOf(tpmVersion))) refuseCertificate('TPM version')
}

export function readStructure<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new CeremonyRefusal('attestation_tpm_structure_unfit', { detail: name, cause })
  }
}

export function refuseStructure(detail: string): never {
  throw new CeremonyRefusal('attestation_tpm_structure_unfit', { detail })
}
