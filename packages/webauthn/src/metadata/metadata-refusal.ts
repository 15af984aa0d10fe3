/** Why a metadata BLOB is not taken. The names are stable: they are in the log and on the command line. */
export const metadataRefusalCodes = [
  /** Larger than any BLOB there has been. */
  'metadata_too_large',
  /** Not a JSON Web Signature in its compact form, or its header is not what the specification says. */
  'metadata_malformed',
  /** Signed with an algorithm that is not on the list. */
  'metadata_algorithm_not_allowed',
  /** A certificate of its signer does not parse. */
  'metadata_certificate_malformed',
  /** A certificate of its signer is not valid at this time. */
  'metadata_certificate_expired',
  /** The certificates do not lead to a root that was given; `detail` says where they end. */
  'metadata_chain_untrusted',
  /** The chain is trusted, and the signer is somebody else than the metadata service. */
  'metadata_signer_unexpected',
  /** The signature is not the signer's over these bytes. */
  'metadata_signature_invalid',
  /** Signed, and yet not the structure of the specification; `detail` names the member. */
  'metadata_payload_malformed',
  /** Older than the one that is held already. */
  'metadata_number_older',
] as const

export type MetadataRefusalCode = (typeof metadataRefusalCodes)[number]

/** What a refusal may carry besides its name. */
export interface MetadataRefusalOptions extends ErrorOptions {
  /** For the log: which member or step. Made by us, never copied from the BLOB. */
  readonly detail?: string
}

/** A metadata BLOB that is not taken, for a reason that has a name. What was held before is still held. */
export class MetadataRefusal extends Error {
  override readonly name = 'MetadataRefusal'
  readonly code: MetadataRefusalCode
  readonly detail: string | undefined

  constructor(code: MetadataRefusalCode, options: MetadataRefusalOptions = {}) {
    super(options.detail === undefined ? code : `${code}: ${options.detail}`, options)
    this.code = code
    this.detail = options.detail
  }
}
