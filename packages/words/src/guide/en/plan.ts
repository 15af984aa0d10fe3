/** The guide, about what is possible where: the table, the ways, what a device can do. */
export const plan = {
  devices: {
    iphone: 'iPhone',
    ipad: 'iPad',
    samsung: 'Samsung Galaxy',
    pixel: 'Google Pixel',
    android: 'Another Android phone',
    windows: 'Windows',
    mac: 'Mac',
    linux: 'Linux',
    chromebook: 'Chromebook',
    unknown: 'An unknown device',
  },
  accounts: {
    existing: { label: 'I sign in today', about: 'With a password or a code, and want a passkey.' },
    firstDay: { label: 'It is my first day', about: 'I have a Temporary Access Pass.' },
    newPhone: { label: 'I have a new phone', about: 'The passkey was on the old one.' },
  },
  columns: { iOS: 'iPhone or iPad', android: 'Android', desktop: 'Computer' },
  places: {
    app: { label: 'In an app', about: 'An app that your organisation has chosen keeps the passkey.' },
    thisDevice: { label: 'On this device', about: 'The device itself or its account keeps it.' },
    otherDevice: {
      label: 'On another device',
      about: 'You begin here, and a phone keeps it, over a QR code.',
    },
    securityKey: { label: 'On a security key', about: 'You plug it in or hold it to the device.' },
  },
  table: {
    title: 'Where your passkey can be',
    yes: 'Yes',
    no: 'No',
    here: 'Your device',
    nearest: (values: { readonly place: string; readonly column: string }) =>
      `Nearest: ${values.place} (${values.column})`,
  },
  reasons: {
    notOpen: 'Your organisation does not offer it to you at the moment.',
    notSynced: 'Your organisation wants passkeys that are not copied between devices.',
    notThisKind: 'Your organisation wants other kinds of passkeys.',
    notProven: 'It cannot prove what your organisation asks for.',
    helpDeskOnly: 'Your help desk adds passkeys for you.',
    noApp: 'Your organisation has chosen no app for it.',
    notForDevice: 'It is not made for this kind of device.',
    tooOld: 'The system of this device is too old for it.',
    noHybrid: 'This browser cannot ask a phone. Chrome and Edge can.',
    keepsNone: 'Nothing on this device keeps such a passkey.',
  },
  ways: {
    phoneApp: { title: ({ name }: Named) => name, about: 'Sets up the phone in one go, passkey included' },
    extension: { title: ({ name }: Named) => name, about: 'Kept in this browser, under a lock of its own' },
    agent: { title: ({ name }: Named) => name, about: 'Kept on your Linux phone, over a QR code' },
    app: { title: ({ name }: Named) => name, about: 'Kept in the app, on your phone only' },
    appleKeychain: {
      title: ({ name }: Named) => name,
      about: 'Kept in your Apple Account, on all your Apple devices',
    },
    googlePasswordManager: {
      title: ({ name }: Named) => name,
      about: 'Kept in your Google Account, wherever you are signed in to it',
    },
    samsungPass: {
      title: ({ name }: Named) => name,
      about: 'Kept in your Samsung account, on your Galaxy devices',
    },
    windowsHello: { title: ({ name }: Named) => name, about: 'Kept on this computer, and only there' },
    phone: { title: 'A phone or tablet', about: 'Kept on the phone; this computer asks it over a QR code' },
    securityKey: { title: 'A security key', about: 'Kept on the key, and only there' },
  },
  recommended: 'Recommended',
  verdict: {
    tooOld: (values: { readonly version: string; readonly least: string }) =>
      `This device has version ${values.version}. To keep a passkey itself it needs ${values.least}.`,
    unknown: 'Your browser does not say which device this is. Choose it:',
  },
  instead: 'I see something else',
  reviewed: (values: { readonly date: string }) => `Last reviewed ${values.date}`,
  reviewedOn: (values: { readonly date: string; readonly system: string; readonly browser: string }) =>
    `Last reviewed ${values.date}: ${values.system}, ${values.browser}`,
  getFrom: { iOS: 'Open the App Store', android: 'Open Google Play', any: 'Open the address' },
}

interface Named {
  readonly name: string
}
