/**
 * Why a ceremony failed. The names are stable: they are in the logs, in metrics, and mapped to words for the person.
 * Rename one only with a migration.
 */
export const ceremonyRefusalCodes = [
  // What came is not an answer at all.
  /** The JSON is not what a browser makes of a credential: a member is missing, or of the wrong kind. */
  'malformed',
  /** A member is larger than any authenticator makes it. */
  'too_large',
  /** `type` is not `public-key`. */
  'credential_type_unknown',
  /** `id` and `rawId`, or either and the authenticator's own credential ID, are not the same. */
  'credential_id_mismatch',

  // What the browser signed about.
  /** The client data is not UTF-8, not JSON, or lacks what it must have. */
  'client_data_malformed',
  /** A registration was answered with an authentication, or the reverse. */
  'wrong_ceremony',
  /** The client answered another challenge. */
  'challenge_mismatch',
  /** The page's origin is not one of the relying party's. */
  'origin_mismatch',
  /** The ceremony ran in a frame of another origin, and that is not allowed. */
  'cross_origin_not_allowed',
  /** It ran in a frame, and the page around it is not one of those allowed. */
  'top_origin_mismatch',

  // What the authenticator signed.
  /** The authenticator data ends early, goes on too long, or its parts do not parse. */
  'authenticator_data_malformed',
  /** The authenticator answered for another RP ID. */
  'rp_id_mismatch',
  /** Nobody was there: the UP flag is clear. */
  'user_not_present',
  /** User verification was required and the UV flag is clear. */
  'user_not_verified',
  /** BS without BE: a key that may not be copied claims to be. */
  'backup_flags_impossible',
  /** A registration without a credential in it. */
  'attested_credential_missing',
  /** An authentication with a new credential in it. */
  'attested_credential_unexpected',

  // The key.
  /** The credential public key is not a COSE key we accept: wrong lengths, wrong curve, a private member, off the curve. */
  'public_key_malformed',
  /** The key's algorithm was not asked for. */
  'algorithm_not_allowed',
  /** The algorithm was asked for, and this runtime cannot verify it. */
  'algorithm_unsupported',

  // The attestation object and its statement.
  /** The attestation object is not a map of `fmt`, `attStmt` and `authData`. */
  'attestation_object_malformed',
  /** A format we do not verify. */
  'attestation_format_unknown',
  /** The statement lacks what its format demands, or has what it forbids. */
  'attestation_malformed',
  /** The statement's algorithm is not the key's, or one we do not know. */
  'attestation_algorithm_mismatch',
  /** The signature over this ceremony is not the attestation key's. */
  'attestation_signature_invalid',
  /** An attestation certificate does not parse. */
  'attestation_certificate_malformed',
  /** An attestation certificate is not as its format demands; `detail` names the demand. */
  'attestation_certificate_unfit',
  /** The certificate was issued for another model of authenticator. */
  'attestation_aaguid_mismatch',
  /** The statement is about another key than the credential's. */
  'attestation_key_mismatch',
  /** The statement was made for another ceremony. */
  'attestation_challenge_mismatch',
  /** The TPM's structures do not say what they must; `detail` names the field. */
  'attestation_tpm_structure_unfit',
  /** Android's key description allows the key more than a passkey may; `detail` names the field. */
  'attestation_key_description_unfit',

  // The authentication, against what we keep.
  /** The answer is by none of the credentials that were asked for. */
  'credential_not_allowed',
  /** The answer is by another credential than the record it is held against. */
  'credential_mismatch',
  /** The person was not named before, and the authenticator does not say whose key it is. */
  'user_handle_missing',
  /** The authenticator says the key is somebody else's. */
  'user_handle_mismatch',
  /** The key may be copied now and could not before, or the reverse. That never changes. */
  'backup_eligibility_changed',
  /** The signature is not this key's over these bytes. */
  'signature_invalid',
  /** The signature counter did not grow, and the caller said to refuse that. */
  'signature_counter_regressed',
] as const

export type CeremonyRefusalCode = (typeof ceremonyRefusalCodes)[number]

/** What a refusal may carry besides its name. */
export interface CeremonyRefusalOptions extends ErrorOptions {
  /** For the log: which member, field or demand. Made by us, never copied from the answer. */
  readonly detail?: string
}

/**
 * A ceremony that failed, for a reason the caller may be told.
 *
 * Refusals are expected: the edge logs them and answers 4xx. Anything else that is thrown is a fault.
 */
export class CeremonyRefusal extends Error {
  override readonly name = 'CeremonyRefusal'
  readonly code: CeremonyRefusalCode
  readonly detail: string | undefined

  constructor(code: CeremonyRefusalCode, options: CeremonyRefusalOptions = {}) {
    super(options.detail === undefined ? code : `${code}: ${options.detail}`, options)
    this.code = code
    this.detail = options.detail
  }
}
