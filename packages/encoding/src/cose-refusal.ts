/** Why bytes are not a COSE public key we accept. */
export type CoseKeyRefusalCode =
  /** Not CBOR, or not a map. */
  | 'not_a_key'
  /** No `kty` or no `alg`, or one we do not know. */
  | 'unsupported_key_type'
  | 'unsupported_algorithm'
  /** The algorithm does not go with the key type or the curve. */
  | 'algorithm_key_mismatch'
  /** A coordinate, modulus or key of a length the algorithm does not have, or a compressed point. */
  | 'bad_length'
  /** A public member is missing or is not bytes. */
  | 'missing_member'
  /** Somebody sent the private key. */
  | 'private_member'
  /** A member that has no place in a credential public key. */
  | 'unexpected_member'

/** Bytes that are not a COSE public key we accept. */
export class CoseKeyRefusal extends Error {
  override readonly name = 'CoseKeyRefusal'
  readonly code: CoseKeyRefusalCode

  constructor(code: CoseKeyRefusalCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
