import { CertificateRefusal } from './certificate-refusal.ts'
import {
  type DerElement,
  DerTag,
  readDer,
  readDerBitString,
  readDerChildren,
  readDerInteger,
  readDerObjectId,
  requireDer,
} from './der.ts'
import { DerRefusal } from './der-refusal.ts'

/** A request for a certificate, read. Whoever relies on the key verifies the signature first. */
export interface CertificateRequest {
  /** SubjectPublicKeyInfo in DER, on P-256, the point not compressed. Whether it is on the curve is not looked at. */
  readonly publicKey: Uint8Array
  /** What was signed: CertificationRequestInfo in DER. */
  readonly signed: Uint8Array
  /** ECDSA with SHA-256 by that very key: Ecdsa-Sig-Value in DER. */
  readonly signature: Uint8Array
}

const ids = {
  ecPublicKey: '1.2.840.10045.2.1',
  p256: '1.2.840.10045.3.1.7',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
}

const largest = 4096

/**
 * Read a PKCS #10 request for a certificate: version 1, a key on P-256, ECDSA with SHA-256, and nothing after it. The
 * name and the attributes are there and mean nothing: what a certificate says, its issuer knows of itself.
 *
 * @throws CertificateRefusal `not_a_certificate`, `too_large`
 * @see https://www.rfc-editor.org/rfc/rfc2986#section-4
 */
export function readCertificateRequest(bytes: Uint8Array): CertificateRequest {
  if (bytes.length > largest) throw new CertificateRefusal('too_large')
  try {
    return readFields(bytes)
  } catch (cause) {
    if (cause instanceof DerRefusal) throw new CertificateRefusal('not_a_certificate', { cause })
    throw cause
  }
}

function readFields(bytes: Uint8Array): CertificateRequest {
  const [info, algorithm, signature] = readExactly(readDer(bytes), 3)
  const [version, subject, publicKey, attributes] = readExactly(info, 4)
  if (readDerInteger(requireDer(version, DerTag.integer)) !== 0) throw new DerRefusal('unexpected_element')
  for (const part of readDerChildren(requireDer(subject, DerTag.sequence))) requireDer(part, DerTag.set)
  requireP256(publicKey)
  if (attributes?.tagClass !== 'context' || attributes.tag !== 0) throw new DerRefusal('unexpected_element')
  for (const attribute of readDerChildren(attributes)) requireDer(attribute, DerTag.sequence)

  // RFC 5758 §3.2: no parameters, not even NULL.
  const [algorithmId] = readExactly(algorithm, 1)
  requireId(algorithmId, ids.ecdsaWithSha256)
  return {
    publicKey: requireDer(publicKey, DerTag.sequence).bytes,
    signed: requireDer(info, DerTag.sequence).bytes,
    signature: readWholeBytes(signature),
  }
}

/** RFC 5480 §2: an elliptic curve by name, and a point of 0x04, x and y. */
function requireP256(element: DerElement | undefined): void {
  const [algorithm, key] = readExactly(element, 2)
  const [kind, curve] = readExactly(algorithm, 2)
  requireId(kind, ids.ecPublicKey)
  requireId(curve, ids.p256)
  const point = readWholeBytes(key)
  if (point.length !== 65 || point[0] !== 0x04) throw new DerRefusal('unexpected_element')
}

function requireId(element: DerElement | undefined, id: string): void {
  if (readDerObjectId(requireDer(element, DerTag.objectId)) !== id) throw new DerRefusal('unexpected_element')
}

function readWholeBytes(element: DerElement | undefined): Uint8Array {
  const { unusedBits, bytes } = readDerBitString(requireDer(element, DerTag.bitString))
  if (unusedBits !== 0) throw new DerRefusal('unexpected_element')
  return bytes
}

function readExactly(element: DerElement | undefined, count: number): DerElement[] {
  const parts = readDerChildren(requireDer(element, DerTag.sequence))
  if (parts.length !== count) throw new DerRefusal('unexpected_element')
  return parts
}
