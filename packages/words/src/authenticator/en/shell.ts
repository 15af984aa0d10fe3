/** The Authenticator, about what stands around its pages. */
export const shell = {
  appName: 'Authenticator',
  settings: 'Settings',
  back: 'Back',
  offlineTitle: 'No connection',
  offlineLead: 'One-time codes work all the same. Everything else comes back with the network.',
  installTitle: 'Put it on your home screen',
  installLead: 'Then it opens like any other app, keeps what you add to it, and can notify you.',
  install: 'Install',
  appLock: 'App lock',
  lock: {
    choose: 'What opens the app',
    none: 'Nothing',
    noneAbout: 'Whoever holds this phone unlocked can open it.',
    passkey: 'Fingerprint, face or screen lock',
    passkeyAbout: 'A passkey of this phone opens the app. It signs in nowhere.',
    passkeyName: 'App lock of Authenticator',
    pin: 'A PIN',
    pinAbout: 'Ten wrong ones in a row, and what the app keeps is deleted.',
    newPin: 'New PIN',
    newPinHint: 'At least six characters, and not a row such as 123456.',
    pinAgain: 'The same PIN again',
    pinsDiffer: 'The two are not the same.',
    turnOn: 'Turn on',
    turnOff: 'Turn off',
    auto: 'Locks by itself when nobody has touched it for five minutes, and when you close it.',
    title: 'The app is locked',
    lead: 'Show that it is you.',
    unlock: 'Unlock',
    waiting: 'One moment …',
    notUnlocked: 'That did not unlock the app. Try again.',
    wrongPin: (values: { readonly count: number }) =>
      values.count === 1
        ? 'Wrong PIN. One more wrong one, and what the app keeps is deleted.'
        : `Wrong PIN. You can try ${values.count} more times.`,
    waits: (values: { readonly seconds: number }) =>
      values.seconds === 1
        ? 'Wait 1 second, then try again.'
        : `Wait ${values.seconds} seconds, then try again.`,
    tooShort: 'A PIN has at least six characters.',
    tooSimple: 'This is one of the PINs that everybody tries first. Choose another one.',
    needed: 'Unlink the browsers and delete the keys of this app first. Without the lock they would be lost.',
    cannotTitle: 'Your phone did not give what the lock needs',
    cannot: 'It may have been stopped, or this phone’s passkeys cannot do it. A PIN always works.',
    wipedTitle: 'Too many wrong PINs',
    wipedLead:
      'What the app kept sealed was deleted: one-time codes and the keys of this phone. Your accounts can be registered again.',
  },
  about: 'What this app does, and what it cannot do',
  aboutDoes: 'What it does',
  aboutDoesList: {
    adds: 'It adds your work or school account and sets up everything your organisation allows, at once.',
    codes: 'It makes one-time codes, without a network too.',
    passkeys:
      'It starts making a passkey on this phone, and takes it away again, here and at your organisation.',
    checks: 'It compares itself with your organisation whenever it opens, and tells you what it cleaned up.',
  },
  aboutCannot: 'What it cannot do',
  aboutCannotList: {
    provider:
      'It is a web app: it cannot keep your phone’s passkeys itself. Your phone’s own password manager keeps them.',
    qr: 'It cannot answer the QR code of a sign-in. Your phone’s camera app can.',
    apps: 'It cannot sign you in to other apps on this phone, nor open the settings of the phone.',
  },
  version: (values: { readonly version: string }) => `Version ${values.version}`,
  clearTitle: 'Remove everything',
  clearLead:
    'Forgets every account and every code on this phone. Keys of this app are deleted; passkeys stay where your phone keeps them.',
  clear: 'Remove everything from this phone',
  clearConfirmTitle: 'Remove everything from this phone?',
  clearConfirmLead:
    'One-time codes for other services cannot be brought back. Your work and school accounts can be added again.',
}
