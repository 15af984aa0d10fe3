/** What a token may be used for. @see CTAP 2.2 §6.5.5.7, the table of permissions */
export const Permission = {
  makeCredential: 0x01,
  getAssertion: 0x02,
  credentialManagement: 0x04,
  largeBlobWrite: 0x10,
} as const
