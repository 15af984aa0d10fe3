/** Security info, about the list of ways to sign in. */
export const methods = {
  rows: {
    title: 'Ways to sign in',
    add: 'Add a way to sign in',
    manage: 'Manage',
    manageNamed: (values: { readonly name: string }) => `Manage ${values.name}`,
    change: 'Change',
    set: 'Set',
    remove: 'Remove',
    onThisDeviceOnly: 'On one device only',
    synced: 'Synced',
    mayBeSynced: 'May be synced',
    dormant: 'Not usable at the moment',
    dormantKept: 'It is kept, and works again when the rules allow it.',
    notYetFull: 'Counts as one factor until your device has confirmed you with it',
    never: 'Not used yet',
    added: 'Added',
    lastUsed: 'Last used',
    from: (values: { readonly place: string }) => `from ${values.place}`,
    password: 'Password',
    changed: 'Changed',
    codes: 'One-time codes',
    pass: 'Temporary Access Pass',
    passUntil: 'Works until',
    passOnce: 'Works once',
    none: 'You have no way to sign in set up yet.',
  },
  advice: {
    firstTitle: 'Add a passkey while you can',
    first:
      'Nothing here lets you in for good yet. With a passkey you sign in with your fingerprint, face or PIN from now on.',
    secondTitle: 'One passkey is one too few',
    second:
      'If you lose the device it is on, you are locked out. Add a second one, on a phone or on a security key.',
    add: 'Add a passkey',
  },
  model: {
    unknown: 'Passkey',
    claimed: 'as the device says; not proven',
    proven: 'proven by its maker',
  },
  preferred: {
    title: 'Default way to sign in',
    reason: 'What we ask for first. You can always choose another way.',
    label: 'Ask me first for',
    system: 'Your organisation asks you first for the best way you have. You can always choose another way.',
    none: 'Whatever fits best',
    passkey: 'A passkey',
    password: 'My password',
    save: 'Save',
    saved: 'Saved.',
  },

  lead: 'How you sign in, and what your organisation asks for.',
  syncedBy: (values: { readonly name: string }) => `Synced by ${values.name}`,
  lastWay: 'Your only way in: add another one before you delete it.',
  requirement: {
    title: 'What your organisation asks for',
    strengths: {
      singleFactor: 'Any way to sign in',
      multiFactor: 'Two factors: a passkey, or a password with a one-time code',
      passwordless: 'A sign-in without a password, such as a passkey',
      phishingResistant: 'A passkey: nothing that a false page could ask you for',
    },
    have: 'You have it',
    missing: 'Not set up yet',
    missingHint: 'Add a passkey now, while you are signed in.',
  },
  unfinished: {
    title: 'Not finished',
    lead: 'A passkey was begun here and never arrived. Your device may still hold it: delete it there, so that it does not get in the way, then try again.',
    kinds: {
      'this-device': 'Passkey on this device',
      'other-device': 'Passkey on another device',
      'security-key': 'Security key',
      provider: 'Passkey in an app',
    },
    cleanUp: {
      'this-device':
        'If this device holds it: look for this site among its passwords and passkeys, and delete it there.',
      'other-device':
        'If the phone or tablet holds it: look for this site among its passwords and passkeys, and delete it there.',
      'security-key':
        'If the key holds it: delete the entry for this site in your browser’s or the maker’s settings for security keys.',
      provider: 'If the app holds it: open it, look for this account, and delete the passkey there.',
    },
    retry: 'Try again',
    dismiss: 'Put away',
    dismissNamed: (values: { readonly name: string }) => `Put away: ${values.name}`,
  },
  manageHint: 'See it, rename it or delete it',
}
