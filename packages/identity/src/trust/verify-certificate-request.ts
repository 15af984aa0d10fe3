import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { CertificateRefusal, readCertificateRequest } from '@latchkey/encoding/x509'
import { IdentityRefusal } from '../refusal.ts'

/**
 * Verify that whoever asks for a certificate has the key: the request is signed by it.
 *
 * @returns the key: SubjectPublicKeyInfo in DER, on P-256
 * @throws IdentityRefusal `invalid_input`, detail `csr`
 * @see https://www.rfc-editor.org/rfc/rfc2986#section-3
 */
export function verifyCertificateRequest(bytes: Uint8Array): Uint8Array {
  try {
    const { publicKey, signed, signature } = readCertificateRequest(bytes)
    const key = importP256(publicKey)
    if (verify('sha256', signed, key, signature)) return publicKey
  } catch (cause) {
    if (cause instanceof CertificateRefusal)
      throw new IdentityRefusal('invalid_input', { detail: 'csr', cause })
    throw cause
  }
  throw new IdentityRefusal('invalid_input', { detail: 'csr' })
}

/** A point that is not on the curve is no key. */
function importP256(spki: Uint8Array): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  } catch (cause) {
    throw new IdentityRefusal('invalid_input', { detail: 'csr', cause })
  }
}
