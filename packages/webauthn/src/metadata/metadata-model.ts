/** One status report about a model, as its publisher wrote it. */
export interface StatusReport {
  /** `FIDO_CERTIFIED_L1`, `REVOKED`, `USER_VERIFICATION_BYPASS` …; names we do not know are kept. */
  readonly status: string
  /** `2026-03-01`: from when it holds. Absent: from the beginning. */
  readonly effectiveDate?: string
}

/** What the metadata says about one model of authenticator. */
export interface MetadataModel {
  /** Lower-case UUID. */
  readonly aaguid: string
  /** The name of the product. */
  readonly description: string
  /** Certificates in DER that vouch for this model, and for no other. */
  readonly roots: readonly Uint8Array[]
  /** A small PNG as `data:image/png;base64,…`. Other kinds are dropped: an SVG may hold a program. */
  readonly icon?: string
  /** `hardware`, `tee`, `secure_element`, `software`, `remote_handle`. */
  readonly keyProtection: readonly string[]
  /** `internal`, `external`, `wired`, `wireless`, `nfc`, `bluetooth`, `ready` … */
  readonly attachmentHint: readonly string[]
  /** `fingerprint_internal`, `passcode_external`, `presence_internal` …: every method it has, once. */
  readonly userVerificationMethods: readonly string[]
  /** `FIDO_2_0`, `FIDO_2_1`, `U2F_V2` …, from what the authenticator says of itself. */
  readonly versions: readonly string[]
  /** `hmac-secret`, `credProtect` … */
  readonly extensions: readonly string[]
  /** `rk`, `clientPin`, `uv` …: those that are on. */
  readonly options: readonly string[]
  readonly statusReports: readonly StatusReport[]
}
