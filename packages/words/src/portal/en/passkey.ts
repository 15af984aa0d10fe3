/** Security info, about one passkey. */
export const passkey = {
  title: 'Passkey',
  model: 'Kind',
  keeping: 'Kept',
  keepingDevice: 'On one device only. If the device is lost, so is the passkey.',
  keepingSynced: 'Synced: it is on your other devices with the same account, too.',
  keepingEligible: 'It may be synced to your other devices with the same account; so far it was not.',
  rename: 'Name',
  renameHint: 'So that you recognise it. At most 60 characters.',
  renameRequired: 'Give it a name.',
  save: 'Save the name',
  removeTitle: 'Delete this passkey',
  removeReason: 'It stops working here at once. You cannot take this back.',
  remove: 'Delete this passkey',
  confirmTitle: (values: { readonly name: string }) => `Delete “${values.name}”?`,
  confirmReason:
    'You will not be able to sign in with it any more, on any device. Sessions that began with it go on.',
  confirm: 'Yes, delete it',
  keep: 'Keep it',
  last: 'This is your last way to sign in, so it cannot be deleted. Add another passkey first; then you can delete this one.',
  removedTitle: 'The passkey is deleted here',
  removedReason: 'It does not sign in any more. Your device may still offer it:',
  removedTold: 'Your browser was told. If it holds the passkey, it removes it there too.',
  places: {
    apple:
      'It also lives in Apple Passwords: open the Passwords app (or Settings → Passwords), find this site, and delete the passkey there. It goes from all devices with your Apple Account.',
    google:
      'It also lives in Google Password Manager: open passwords.google.com, find this site, and delete the passkey there. It goes from all devices with your Google Account.',
    windows:
      'It also lives in Windows Hello: open Settings → Accounts → Passkeys on that computer, find this site, and delete it.',
    chromeMac:
      'It also lives in the browser’s profile on that Mac: open the browser’s settings → Passwords → Passkeys, and delete it.',
    samsung:
      'It also lives in Samsung Pass: open Settings → Security and privacy → Samsung Pass on the phone, and delete it.',
    manager: (values: { readonly model: string }) =>
      `It also lives in ${values.model}: open it, find this site, and delete the passkey there.`,
    securityKey:
      'It also lives on the security key itself: open your browser’s or the maker’s settings for security keys, type the key’s PIN, and delete the entry for this site.',
    unknown:
      'It also lives where you made it: look for this site among the passwords and passkeys of that device, account or security key, and delete it there.',
  },

  notThere: 'This passkey is not there any more',
  notThereLead: 'It was deleted, or it never was yours.',
  proven: 'Proof',
  provenYes: 'Its maker has proven what it is',
  provenNo: 'It says itself what it is',
  savedName: 'The name is saved.',
}
