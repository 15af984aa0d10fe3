/** The Authenticator, about one-time codes. */
export const codes = {
  title: 'One-time code',
  code: (values: { readonly account: string }) => `Code for ${values.account}`,
  left: (values: { readonly seconds: number }) =>
    values.seconds === 1 ? '1 second left' : `${values.seconds} seconds left`,
  none: 'No one-time codes on this phone',
  byHandTitle: 'Add another service',
  byHandLead: 'The service shows you a key, usually below its QR code.',
  issuer: 'Name of the service',
  issuerRequired: 'Say which service it is.',
  account: 'Your name there',
  key: 'Key',
  keyHint: 'Letters and the digits 2 to 7. Spaces do not matter.',
  keyWrong: 'This is not a key for one-time codes.',
  add: 'Add',
  added: 'The codes were added.',
  confirmTitle: 'Add one-time codes?',
  confirmLead: (values: { readonly issuer: string }) =>
    `From “${values.issuer}”. Add them only if you asked that service for this code just now.`,
  unnamed: 'Unnamed service',
  removeTitle: (values: { readonly name: string }) => `Delete the codes for ${values.name}?`,
  removeLead:
    'They cannot be brought back. Make sure that you can sign in there another way, or turn codes off there first.',
  remove: 'Delete codes',
  removed: 'The codes were deleted.',
}
