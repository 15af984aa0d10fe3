import { createPublicKey, type KeyObject } from 'node:crypto'
import { equalBytes } from '@latchkey/encoding'
import {
  type Certificate,
  CertificateRefusal,
  DerRefusal,
  DerTag,
  readCertificate,
  readDer,
  requireDer,
} from '@latchkey/encoding/x509'
import { findStatementAlgorithm, isSignature, takesKey } from '../algorithm.ts'
import { CeremonyRefusal } from '../refusal.ts'
import type { Attested } from './statement.ts'

/** An attestation certificate, and its key, ready to verify with. */
export interface AttestationCertificate {
  readonly certificate: Certificate
  readonly key: KeyObject
}

/** Read an attestation certificate, in the words of the ceremony. */
export function readAttestationCertificate(der: Uint8Array): AttestationCertificate {
  const certificate = readAttestationFields(der)
  try {
    return {
      certificate,
      key: createPublicKey({ key: Buffer.from(certificate.publicKey), format: 'der', type: 'spki' }),
    }
  } catch (cause) {
    throw new CeremonyRefusal('attestation_certificate_malformed', { detail: 'public key', cause })
  }
}

function readAttestationFields(der: Uint8Array): Certificate {
  try {
    return readCertificate(der)
  } catch (cause) {
    if (!(cause instanceof CertificateRefusal)) throw cause
    throw new CeremonyRefusal('attestation_certificate_malformed', { detail: cause.code, cause })
  }
}

/** Verify `sig`: made by the key of this certificate, with the algorithm the statement says. */
export function verifyStatementSignature(
  { key }: AttestationCertificate,
  alg: number,
  signed: Uint8Array,
  signature: Uint8Array,
): void {
  const algorithm = findStatementAlgorithm(alg)
  if (algorithm === undefined || !takesKey(algorithm, key)) {
    throw new CeremonyRefusal('attestation_algorithm_mismatch')
  }
  if (!isSignature(algorithm, key, signed, signature))
    throw new CeremonyRefusal('attestation_signature_invalid')
}

/** Establish that the certificate's key is the credential's. Equal keys have equal SubjectPublicKeyInfo. */
export function verifyCredentialKey({ key }: AttestationCertificate, { key: credentialKey }: Attested): void {
  if (!key.equals(credentialKey.key)) throw new CeremonyRefusal('attestation_key_mismatch')
}

const idFidoGenCeAaguid = '1.3.6.1.4.1.45724.1.1.4'

/** §8.2.1: if the certificate names a model, it is this one; and the extension is not critical. */
export function verifyCertificateAaguid({ extensions }: Certificate, { credential }: Attested): void {
  const extension = extensions.get(idFidoGenCeAaguid)
  if (extension === undefined) return
  if (extension.critical) refuseCertificate('AAGUID extension is critical')
  if (!equalBytes(readOctets(extension.value), credential.aaguidBytes)) {
    throw new CeremonyRefusal('attestation_aaguid_mismatch')
  }
}

/** The AAGUID is an octet string wrapped in the extension's. */
function readOctets(value: Uint8Array): Uint8Array {
  try {
    return requireDer(readDer(value), DerTag.octetString).content
  } catch (cause) {
    if (cause instanceof DerRefusal) refuseCertificate('AAGUID extension', cause)
    throw cause
  }
}

/** §8.2.1, §8.3.1: version 3, and an end entity. */
export function requireEndEntity({ version, basicConstraints }: Certificate): void {
  if (version !== 3) refuseCertificate('version')
  if (basicConstraints === undefined || basicConstraints.ca) refuseCertificate('basic constraints')
}

export function refuseCertificate(detail: string, cause?: Error): never {
  throw new CeremonyRefusal('attestation_certificate_unfit', { detail, cause })
}
