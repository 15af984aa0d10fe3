/**
 * Terms of use: a text that people accept before they are let in, in one or more languages.
 *
 * @see https://learn.microsoft.com/graph/api/resources/agreement
 */
export interface TermsDocument {
  readonly id: string
  /** ISO 8601. */
  readonly createdDateTime: string
  readonly modifiedDateTime: string | null
  readonly displayName: string
  /** Nothing is accepted per device here: this is always false. */
  readonly isPerDeviceAcceptanceRequired: boolean
  /** Whether the text stands open on the page, instead of being a line to be opened. */
  readonly isViewingBeforeAcceptanceRequired: boolean
  /** After how many days it has to be accepted anew, as `P90D`; `null` for never. */
  readonly userReacceptRequiredFrequency: string | null
  /** Which edition of the text has to be accepted: it grows when a file says that it is a major change. From 1. */
  readonly latchkey_version: number
  readonly files: readonly TermsFileDocument[]
}

/** The text in one language. */
export interface TermsFileDocument {
  readonly fileName: string
  readonly displayName: string
  /** BCP 47: `en`, `de-CH`. */
  readonly language: string
  readonly isDefault: boolean
  /** In a change: whether everybody must accept anew. */
  readonly isMajorVersion: boolean
  /** Plain text, UTF-8, in base64. */
  readonly fileData: { readonly data: string }
}
