/** Why bytes are not the CBOR we accept. */
export type CborRefusalCode =
  /** The bytes end before the item does. */
  | 'truncated'
  /** The item is over, and bytes follow. */
  | 'trailing_bytes'
  /** Longer than the caller allows. */
  | 'too_large'
  /** Arrays and maps nested deeper than the caller allows. */
  | 'too_deep'
  /** More data items than the caller allows. */
  | 'too_many_items'
  /** An indefinite or reserved length. */
  | 'indefinite'
  /** A tag. */
  | 'tag'
  /** Text that is not UTF-8. */
  | 'not_utf8'
  /** A map key that is neither an integer nor text. */
  | 'unsupported_key'
  /** A duplicate key, an integer that could be shorter, `undefined`, NaN or an unknown simple value. */
  | 'not_strict'

/** Bytes that are not the CBOR we accept. */
export class CborRefusal extends Error {
  override readonly name = 'CborRefusal'
  readonly code: CborRefusalCode

  constructor(code: CborRefusalCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
