import type { plan as pattern } from '../en/plan.ts'

/** The guide, about what is possible where: the table, the ways, what a device can do. */
export const plan: typeof pattern = {
  devices: {
    iphone: 'iPhone',
    ipad: 'iPad',
    samsung: 'Samsung Galaxy',
    pixel: 'Google Pixel',
    android: 'Anderes Android-Telefon',
    windows: 'Windows',
    mac: 'Mac',
    linux: 'Linux',
    chromebook: 'Chromebook',
    unknown: 'Ein unbekanntes Gerät',
  },
  accounts: {
    existing: {
      label: 'Ich melde mich heute schon an',
      about: 'Mit Kennwort oder Code, und möchte einen Passkey.',
    },
    firstDay: { label: 'Es ist mein erster Tag', about: 'Ich habe einen Temporary Access Pass.' },
    newPhone: { label: 'Ich habe ein neues Telefon', about: 'Der Passkey war auf dem alten.' },
  },
  columns: { iOS: 'iPhone oder iPad', android: 'Android', desktop: 'Computer' },
  places: {
    app: {
      label: 'In einer App',
      about: 'Eine App, die Ihre Organisation gewählt hat, bewahrt den Passkey auf.',
    },
    thisDevice: { label: 'Auf diesem Gerät', about: 'Das Gerät selbst oder sein Konto bewahrt ihn auf.' },
    otherDevice: {
      label: 'Auf einem anderen Gerät',
      about: 'Sie beginnen hier, und ein Telefon bewahrt ihn auf, über einen QR-Code.',
    },
    securityKey: {
      label: 'Auf einem Sicherheitsschlüssel',
      about: 'Sie stecken ihn ein oder halten ihn an das Gerät.',
    },
  },
  table: {
    title: 'Wo Ihr Passkey liegen kann',
    yes: 'Ja',
    no: 'Nein',
    here: 'Ihr Gerät',
    nearest: ({ place, column }) => `Am nächsten: ${place} (${column})`,
  },
  reasons: {
    notOpen: 'Ihre Organisation bietet Ihnen das derzeit nicht an.',
    notSynced: 'Ihre Organisation will Passkeys, die nicht zwischen Geräten kopiert werden.',
    notThisKind: 'Ihre Organisation will andere Arten von Passkeys.',
    notProven: 'Es kann nicht nachweisen, was Ihre Organisation verlangt.',
    helpDeskOnly: 'Ihr Helpdesk fügt Passkeys für Sie hinzu.',
    noApp: 'Ihre Organisation hat dafür keine App gewählt.',
    notForDevice: 'Es ist nicht für diese Art von Gerät gemacht.',
    tooOld: 'Das System dieses Geräts ist dafür zu alt.',
    noHybrid: 'Dieser Browser kann kein Telefon fragen. Chrome und Edge können es.',
    keepsNone: 'Nichts auf diesem Gerät bewahrt einen solchen Passkey auf.',
  },
  ways: {
    phoneApp: { title: ({ name }) => name, about: 'Richtet das Telefon in einem Zug ein, samt Passkey' },
    extension: { title: ({ name }) => name, about: 'Liegt in diesem Browser, unter einem eigenen Schloss' },
    agent: { title: ({ name }) => name, about: 'Liegt auf Ihrem Linux-Telefon, über einen QR-Code' },
    app: { title: ({ name }) => name, about: 'Liegt in der App, nur auf Ihrem Telefon' },
    appleKeychain: {
      title: ({ name }) => name,
      about: 'Liegt in Ihrem Apple Account, auf allen Ihren Apple-Geräten',
    },
    googlePasswordManager: {
      title: ({ name }) => name,
      about: 'Liegt in Ihrem Google-Konto, überall wo Sie damit angemeldet sind',
    },
    samsungPass: {
      title: ({ name }) => name,
      about: 'Liegt in Ihrem Samsung-Konto, auf Ihren Galaxy-Geräten',
    },
    windowsHello: { title: ({ name }) => name, about: 'Liegt auf diesem Computer, und nur dort' },
    phone: {
      title: 'Ein Telefon oder Tablet',
      about: 'Liegt auf dem Telefon; dieser Computer fragt es über einen QR-Code',
    },
    securityKey: { title: 'Ein Sicherheitsschlüssel', about: 'Liegt auf dem Schlüssel, und nur dort' },
  },
  recommended: 'Empfohlen',
  verdict: {
    tooOld: ({ version, least }) =>
      `Dieses Gerät hat Version ${version}. Um selbst einen Passkey aufzubewahren, braucht es ${least}.`,
    unknown: 'Ihr Browser sagt nicht, welches Gerät das ist. Wählen Sie es:',
  },
  instead: 'Ich sehe etwas anderes',
  reviewed: ({ date }) => `Zuletzt überprüft: ${date}`,
  reviewedOn: ({ date, system, browser }) => `Zuletzt überprüft: ${date}, ${system}, ${browser}`,
  getFrom: { iOS: 'App Store öffnen', android: 'Google Play öffnen', any: 'Adresse öffnen' },
}
