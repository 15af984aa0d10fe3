/**
 * The status bytes of CTAP2 that this authenticator answers with, by name.
 *
 * @see https://fidoalliance.org/specs/fido-v2.2-ps-20250714/fido-client-to-authenticator-protocol-v2.2-ps-20250714.html#error-responses
 */
export const ctapStatus = {
  ok: 0x00,
  /** The command byte means nothing here. */
  invalid_command: 0x01,
  /** A parameter has the right type and an impossible value. */
  invalid_parameter: 0x02,
  /** The message, or bytes in it, are too long or too short. */
  invalid_length: 0x03,
  /** A piece that does not follow the one before. */
  invalid_sequence: 0x04,
  /** A parameter is of another CBOR type. */
  cbor_unexpected_type: 0x11,
  /** The parameters are not canonical CBOR. */
  invalid_cbor: 0x12,
  missing_parameter: 0x14,
  /** A list has more members than `getInfo` allows. */
  limit_exceeded: 0x15,
  /** The large-blob array is larger than there is room for. */
  large_blob_storage_full: 0x18,
  /** A credential of the exclude list lives here; said only after consent. */
  credential_excluded: 0x19,
  unsupported_algorithm: 0x26,
  /** The person said no. */
  operation_denied: 0x27,
  key_store_full: 0x28,
  unsupported_option: 0x2b,
  invalid_option: 0x2c,
  /** The platform took the command back. */
  keepalive_cancel: 0x2d,
  no_credentials: 0x2e,
  /** The person did nothing for too long. */
  user_action_timeout: 0x2f,
  /** Not now: nothing to continue, or too late. */
  not_allowed: 0x30,
  pin_invalid: 0x31,
  /** No tries are left until a reset. */
  pin_blocked: 0x32,
  /** The `pinUvAuthParam` is not by the token or secret, or the token may not do this. */
  pin_auth_invalid: 0x33,
  /** Three wrong PINs in a row: only a power cycle helps. */
  pin_auth_blocked: 0x34,
  pin_not_set: 0x35,
  /** A `pinUvAuthParam` is needed. */
  puat_required: 0x36,
  pin_policy_violation: 0x37,
  request_too_large: 0x39,
  /** Built-in user verification has no tries left. */
  uv_blocked: 0x3c,
  /** What was read does not match its own hash. */
  integrity_failure: 0x3d,
  invalid_subcommand: 0x3e,
  /** Built-in user verification failed. */
  uv_invalid: 0x3f,
  unauthorized_permission: 0x40,
} as const

/** A status other than success, by name. */
export type CtapRefusalCode = Exclude<keyof typeof ctapStatus, 'ok'>

/** A command that was refused. It never leaves this room: the engine answers with its status byte. */
export class CtapRefusal extends Error {
  override readonly name = 'CtapRefusal'
  readonly code: CtapRefusalCode

  constructor(code: CtapRefusalCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
