/** Why something of the hybrid transport was refused. The names are stable. */
export type HybridRefusalCode =
  /** The text does not begin with `FIDO:/`. */
  | 'not_a_hybrid_code'
  /** What follows is not digits as they are written there. */
  | 'bad_digits'
  /** What is in the code is not the map it should be. */
  | 'malformed_code'
  /** The compressed point is not on P-256. */
  | 'bad_point'
  /** No host name belongs to this tunnel domain. */
  | 'unknown_tunnel_domain'
  /** The advert is not one for this code or link. */
  | 'foreign_advert'
  /** The other side does not know the pre-shared key, or sent what is no handshake. */
  | 'handshake_failed'
  /** A frame that was not made by the other side, came before, or came out of order. */
  | 'bad_frame'
  /** A frame or message is larger than we take, or there were too many. */
  | 'too_much'
  /** A message that parses and has no place here. */
  | 'unexpected_message'
  /** The other side left before it was done. */
  | 'disconnected'
  /** Linking data whose maker did not prove that its key is its own. */
  | 'link_not_proven'
  /** The link was not confirmed on both sides: nothing is signed over it. */
  | 'link_not_guarded'

/** Something of the hybrid transport that was refused: a code, an advert, a handshake or a frame. */
export class HybridRefusal extends Error {
  override readonly name = 'HybridRefusal'
  readonly code: HybridRefusalCode

  constructor(code: HybridRefusalCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
