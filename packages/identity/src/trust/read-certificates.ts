import { CertificateRefusal, readCertificate } from '@latchkey/encoding/x509'
import { IdentityRefusal } from '../refusal.ts'

const pem = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g

const mostCertificates = 64

/**
 * Read the certificates of a file: one in DER, or any number in PEM.
 *
 * @returns them in DER
 * @throws IdentityRefusal `invalid_input` if there is none, or one does not parse
 */
export function readCertificates(file: Uint8Array): readonly Uint8Array[] {
  const text = Buffer.from(file).toString('latin1')
  const blocks = [...text.matchAll(pem)].map(
    ([, body = '']) => new Uint8Array(Buffer.from(body.replace(/\s/g, ''), 'base64')),
  )
  const certificates = blocks.length > 0 ? blocks : [file]
  if (certificates.length > mostCertificates)
    throw new IdentityRefusal('invalid_input', { detail: 'certificate' })
  try {
    for (const certificate of certificates) readCertificate(certificate)
  } catch (cause) {
    if (!(cause instanceof CertificateRefusal)) throw cause
    throw new IdentityRefusal('invalid_input', { detail: 'certificate', cause })
  }
  return certificates
}
