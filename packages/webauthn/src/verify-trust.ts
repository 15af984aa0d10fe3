import { createPublicKey, X509Certificate } from 'node:crypto'
import { equalBytes } from '@latchkey/encoding'
import { type Certificate, CertificateRefusal, readCertificate } from '@latchkey/encoding/x509'
import type { AttestationFacts } from './attestation/statement.ts'

/** What an attestation is held against. */
export interface TrustAnchors {
  /**
   * Certificates in DER that are trusted *for this AAGUID*: roots, intermediates, or attestation certificates
   * themselves. A vendor's root says nothing about another vendor's models.
   */
  readonly anchors: readonly Uint8Array[]
  /** The time the certificates must be valid at. */
  readonly at: Date
}

/** Whether an attestation leads to something trusted; and if not, the first thing in the way. */
export type TrustVerdict =
  | { readonly trusted: true; readonly anchor: Uint8Array }
  | { readonly trusted: false; readonly because: TrustObstacle }

export type TrustObstacle =
  /** Nobody but the key itself vouches for it. */
  | 'no_trust_path'
  /** A certificate of the path does not parse. */
  | 'certificate_malformed'
  /** A certificate of the path is not valid yet, or no more. */
  | 'outside_validity'
  /** A certificate demands the understanding of something we do not. */
  | 'critical_extension_unknown'
  /** A certificate is not signed by the next, or names another issuer. */
  | 'not_issued_by_next'
  /** A certificate signed another and is no authority. */
  | 'issuer_not_an_authority'
  /** An authority stands higher above the end than it may. */
  | 'path_too_long'
  /** A signature with MD5, SHA-1 or something unknown. */
  | 'signature_algorithm_weak'
  /** The path ends, and nothing trusted was met. */
  | 'no_anchor'

/**
 * Decide whether the certificates of a verified attestation lead to an anchor. Pure: no network, no clock, and no
 * revocation: that is told by the metadata's status reports.
 *
 * A certificate that came with the answer is never trusted for being self-signed: anybody can make one. Of a compound
 * statement, one trusted part is enough, for each was verified to be about this credential.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-6
 */
export function verifyTrust(attestation: AttestationFacts, expected: TrustAnchors): TrustVerdict {
  if (attestation.parts === undefined) return verifyPath(attestation.trustPath, expected)

  const verdicts = attestation.parts.map((part) => verifyTrust(part, expected))
  return verdicts.find((verdict) => verdict.trusted) ?? verdicts[0] ?? obstacle('no_trust_path')
}

/**
 * Decide whether certificates, the end first, lead to an anchor: what `verifyTrust` does for one statement.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-6
 */
export function verifyPath(trustPath: readonly Uint8Array[], { anchors, at }: TrustAnchors): TrustVerdict {
  if (trustPath.length === 0) return obstacle('no_trust_path')
  const path = readAll(trustPath)
  if (path === undefined) return obstacle('certificate_malformed')
  // An anchor we cannot read is one we do not have.
  const usable = anchors
    .flatMap((anchor) => readAll([anchor]) ?? [])
    .filter((anchor) => isValidAt(anchor, at))

  for (const [height, certificate] of path.entries()) {
    if (!isValidAt(certificate, at)) return obstacle('outside_validity')
    if (demandsTheUnknown(certificate)) return obstacle('critical_extension_unknown')

    const anchor = usable.find(
      (candidate) =>
        equalBytes(candidate.bytes, certificate.bytes) ||
        whyNotIssued(certificate, candidate, height) === undefined,
    )
    if (anchor !== undefined) return { trusted: true, anchor: anchor.bytes }

    const issuer = path[height + 1]
    if (issuer === undefined) return obstacle('no_anchor')
    const because = whyNotIssued(certificate, issuer, height)
    if (because !== undefined) return obstacle(because)
  }
  return obstacle('no_anchor')
}

/**
 * Say what keeps one certificate from being issued by another, if anything does.
 *
 * @param height how many authorities are between the issuer and the end of the path
 */
function whyNotIssued(
  certificate: Certificate,
  issuer: Certificate,
  height: number,
): TrustObstacle | undefined {
  const { authorityKeyId } = certificate
  const { subjectKeyId, basicConstraints, keyUsage } = issuer
  if (!equalBytes(certificate.issuer.bytes, issuer.subject.bytes)) return 'not_issued_by_next'
  if (authorityKeyId && subjectKeyId && !equalBytes(authorityKeyId, subjectKeyId)) return 'not_issued_by_next'
  const maySign = keyUsage === undefined || keyUsage[keyCertSign] === true
  if (basicConstraints?.ca !== true || !maySign) return 'issuer_not_an_authority'
  if (basicConstraints.pathLength !== undefined && height > basicConstraints.pathLength)
    return 'path_too_long'
  if (!soundSignatures.has(certificate.signatureAlgorithm)) return 'signature_algorithm_weak'
  if (!isSignedBy(certificate, issuer)) return 'not_issued_by_next'
  return undefined
}

/** Bit 5 of key usage (RFC 5280 §4.2.1.3). */
const keyCertSign = 5

const soundSignatures = new Set([
  '1.2.840.10045.4.3.2', // ECDSA with SHA-256
  '1.2.840.10045.4.3.3', // … SHA-384
  '1.2.840.10045.4.3.4', // … SHA-512
  '1.2.840.113549.1.1.10', // RSASSA-PSS
  '1.2.840.113549.1.1.11', // RSA with SHA-256
  '1.2.840.113549.1.1.12', // … SHA-384
  '1.2.840.113549.1.1.13', // … SHA-512
  '1.3.101.112', // Ed25519
  '1.3.101.113', // Ed448
  '2.16.840.1.101.3.4.3.17', // ML-DSA-44
  '2.16.840.1.101.3.4.3.18', // ML-DSA-65
  '2.16.840.1.101.3.4.3.19', // ML-DSA-87
])

/** Extensions that are understood, or mean nothing to an attestation: usage, constraints, names, policies, revocation. */
const understood = new Set(['2.5.29.15', '2.5.29.17', '2.5.29.19', '2.5.29.31', '2.5.29.32', '2.5.29.37'])

function demandsTheUnknown({ extensions }: Certificate): boolean {
  return [...extensions].some(([id, { critical }]) => critical && !understood.has(id))
}

function isValidAt({ notBefore, notAfter }: Certificate, at: Date): boolean {
  return notBefore <= at && at <= notAfter
}

function isSignedBy(certificate: Certificate, issuer: Certificate): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(issuer.publicKey), format: 'der', type: 'spki' })
    return new X509Certificate(certificate.bytes).verify(key)
  } catch {
    return false
  }
}

function readAll(ders: readonly Uint8Array[]): Certificate[] | undefined {
  try {
    return ders.map(readCertificate)
  } catch (cause) {
    if (cause instanceof CertificateRefusal) return undefined
    throw cause
  }
}

function obstacle(because: TrustObstacle): TrustVerdict {
  return { trusted: false, because }
}
