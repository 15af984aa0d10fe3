/** Why bytes are not a certificate we can judge. */
export type CertificateRefusalCode =
  /** Not DER, or not the structure of RFC 5280. */
  | 'not_a_certificate'
  /** Larger than any certificate we have seen an authenticator send. */
  | 'too_large'
  /** The same extension twice. */
  | 'duplicate_extension'

/** Bytes that are not a certificate we can judge. */
export class CertificateRefusal extends Error {
  override readonly name = 'CertificateRefusal'
  readonly code: CertificateRefusalCode

  constructor(code: CertificateRefusalCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
