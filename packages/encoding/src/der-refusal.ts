/** Why bytes are not DER. */
export type DerRefusalCode =
  /** The bytes end before the element does. */
  | 'truncated'
  /** The element is over, and bytes follow. */
  | 'trailing_bytes'
  /** An indefinite length, or a length or tag that could be shorter. */
  | 'not_shortest'
  /** Another type of element than what belongs here, or content its type cannot have. */
  | 'unexpected_element'

/** Bytes that are not DER. */
export class DerRefusal extends Error {
  override readonly name = 'DerRefusal'
  readonly code: DerRefusalCode

  constructor(code: DerRefusalCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
