import type { AuthenticatorWords } from '../english.ts'

export const shell: AuthenticatorWords['shell'] = {
  appName: 'Authenticator',
  settings: 'Einstellungen',
  back: 'Zurück',
  offlineTitle: 'Keine Verbindung',
  offlineLead: 'Einmalcodes gehen trotzdem. Alles andere kommt mit dem Netz zurück.',
  installTitle: 'Auf den Startbildschirm legen',
  installLead:
    'Dann öffnet sie sich wie jede andere App, behält, was Sie hinzufügen, und kann Sie benachrichtigen.',
  install: 'Installieren',
  appLock: 'App-Sperre',
  lock: {
    choose: 'Was die App öffnet',
    none: 'Nichts',
    noneAbout: 'Wer dieses Telefon entsperrt in der Hand hat, kann sie öffnen.',
    passkey: 'Fingerabdruck, Gesicht oder Bildschirmsperre',
    passkeyAbout: 'Ein Passkey dieses Telefons öffnet die App. Er meldet nirgends an.',
    passkeyName: 'App-Sperre von Authenticator',
    pin: 'Eine PIN',
    pinAbout: 'Nach zehn falschen hintereinander wird gelöscht, was die App aufbewahrt.',
    newPin: 'Neue PIN',
    newPinHint: 'Mindestens sechs Zeichen, und keine Reihe wie 123456.',
    pinAgain: 'Dieselbe PIN noch einmal',
    pinsDiffer: 'Die beiden sind nicht gleich.',
    turnOn: 'Einschalten',
    turnOff: 'Ausschalten',
    auto: 'Sperrt sich selbst, wenn sie fünf Minuten lang niemand berührt hat und wenn Sie sie schließen.',
    title: 'Die App ist gesperrt',
    lead: 'Zeigen Sie, dass Sie es sind.',
    unlock: 'Entsperren',
    waiting: 'Einen Augenblick …',
    notUnlocked: 'Das hat die App nicht entsperrt. Versuchen Sie es noch einmal.',
    wrongPin: (values) =>
      values.count === 1
        ? 'Falsche PIN. Nach einer weiteren falschen wird gelöscht, was die App aufbewahrt.'
        : `Falsche PIN. Sie können es noch ${values.count}-mal versuchen.`,
    waits: (values) =>
      values.seconds === 1
        ? 'Warten Sie 1 Sekunde und versuchen Sie es dann noch einmal.'
        : `Warten Sie ${values.seconds} Sekunden und versuchen Sie es dann noch einmal.`,
    tooShort: 'Eine PIN hat mindestens sechs Zeichen.',
    tooSimple: 'Das ist eine der PINs, die alle zuerst versuchen. Wählen Sie eine andere.',
    needed:
      'Trennen Sie zuerst die Browser und löschen Sie die Schlüssel dieser App. Ohne die Sperre gingen sie verloren.',
    cannotTitle: 'Ihr Telefon gab nicht, was die Sperre braucht',
    cannot:
      'Vielleicht wurde abgebrochen, oder die Passkeys dieses Telefons können es nicht. Eine PIN geht immer.',
    wipedTitle: 'Zu viele falsche PINs',
    wipedLead:
      'Was die App versiegelt aufbewahrte, wurde gelöscht: Einmalcodes und die Schlüssel dieses Telefons. Ihre Konten können neu registriert werden.',
  },
  about: 'Was diese App kann und was nicht',
  aboutDoes: 'Was sie kann',
  aboutDoesList: {
    adds: 'Sie fügt Ihr Geschäfts- oder Schulkonto hinzu und richtet auf einmal alles ein, was Ihre Organisation erlaubt.',
    codes: 'Sie macht Einmalcodes, auch ohne Netz.',
    passkeys:
      'Sie lässt auf diesem Telefon einen Passkey entstehen und nimmt ihn wieder weg, hier und bei Ihrer Organisation.',
    checks:
      'Sie vergleicht sich bei jedem Öffnen mit Ihrer Organisation und sagt Ihnen, was sie aufgeräumt hat.',
  },
  aboutCannot: 'Was sie nicht kann',
  aboutCannotList: {
    provider:
      'Sie ist eine Web-App: Sie kann die Passkeys Ihres Telefons nicht selbst aufbewahren. Das tut der Passwortmanager des Telefons.',
    qr: 'Sie kann den QR-Code einer Anmeldung nicht beantworten. Die Kamera-App Ihres Telefons kann es.',
    apps: 'Sie kann Sie nicht bei anderen Apps auf diesem Telefon anmelden und keine Einstellungen des Telefons öffnen.',
  },
  version: (values) => `Fassung ${values.version}`,
  clearTitle: 'Alles entfernen',
  clearLead:
    'Vergisst jedes Konto und jeden Code auf diesem Telefon. Schlüssel dieser App werden gelöscht; Passkeys bleiben, wo Ihr Telefon sie aufbewahrt.',
  clear: 'Alles von diesem Telefon entfernen',
  clearConfirmTitle: 'Alles von diesem Telefon entfernen?',
  clearConfirmLead:
    'Einmalcodes anderer Dienste lassen sich nicht zurückholen. Ihre Geschäfts- und Schulkonten können Sie wieder hinzufügen.',
}
