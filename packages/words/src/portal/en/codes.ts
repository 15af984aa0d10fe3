/** Security info, about one-time codes. */
export const codes = {
  title: 'Add one-time codes',
  step1: 'Open an authenticator app on your phone and scan this picture.',
  qr: 'The key for your authenticator app, as a QR code',
  byHand: 'Or type this key into the app:',
  step2: 'Then type the six digits the app shows.',
  code: 'Code',
  codeRequired: 'Type the six digits your app shows.',
  name: 'Name of the app or phone',
  nameSuggestion: 'Authenticator app',
  nameRequired: 'Give it a name of at most 60 characters.',
  submit: 'Add',
  phishable:
    'Codes can be asked for by a false page, and people type them in. A passkey cannot be fooled that way.',
  removing: {
    removeTitle: (values: { readonly name: string }) => `Remove “${values.name}”?`,
    removeReason: 'Its codes stop working at once. Delete the entry in the app, too.',
    remove: 'Yes, remove it',
    keep: 'Keep it',
    removedTitle: 'The one-time codes are removed',
    removedReason: 'Delete the entry in the authenticator app as well: it shows codes that no longer work.',
  },
}
