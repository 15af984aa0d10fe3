import type { Words } from '../../words.ts'

/** The sign-in pages. */
export const signInWords: Words['signIn'] = {
  title: 'Anmelden',
  to: ({ app }) => `um mit ${app} fortzufahren`,
  name: {
    label: 'Geschäftliche E-Mail-Adresse oder Benutzername',
    placeholder: 'name@example.com',
    options: 'Anmeldeoptionen',
    required: 'Geben Sie den Namen ein, mit dem Sie sich anmelden.',
  },
  as: 'Sie melden sich an als',
  notYou: 'Anderes Konto verwenden',
  passkey: {
    title: 'Verwenden Sie Ihren Passkey',
    ready: 'Ihr Gerät fragt nach Fingerabdruck, Gesicht, PIN oder Sicherheitsschlüssel.',
    retry: 'Erneut versuchen',
    signingIn: 'Sie werden angemeldet …',
    withoutName: 'Wählen Sie den Passkey, den Ihr Gerät anbietet. Einen Namen brauchen Sie nicht einzugeben.',
    proveAgain: 'Bestätigen Sie, dass Sie es sind',
    proveAgainReason: 'Einmal den Passkey bestätigen, und es geht weiter.',
  },
  help: {
    title: 'Es geschieht nichts?',
    intro: 'Wenn Ihr Passkey auf einem Telefon oder einem anderen Gerät liegt:',
    bluetooth:
      'Bluetooth ist auf beiden Geräten eingeschaltet, und sie liegen nah beieinander. Gekoppelt wird nichts.',
    camera:
      'Scannen Sie den Code mit der Kamera-App des Telefons, nicht mit dem QR-Scanner einer anderen App.',
    system: ({ iOS, android }) =>
      `Das Telefon hat iOS ${iOS} oder Android ${android} oder neuer, und beide Geräte sind online.`,
    provider:
      'In den Einstellungen des Telefons ist die App mit Ihrem Passkey als Anbieter für Passwörter und Passkeys eingeschaltet.',
    thisDevice:
      'Wenn der Passkey auf diesem Gerät liegt, schließen Sie andere Passkey-Fenster und versuchen Sie es erneut.',
  },
  password: {
    title: 'Passwort eingeben',
    label: 'Passwort',
    submit: 'Anmelden',
    required: 'Geben Sie Ihr Passwort ein.',
  },
  pass: {
    title: 'Temporary Access Pass eingeben',
    label: 'Temporary Access Pass',
    hint: 'Sie bekommen ihn vom Helpdesk oder von der Administration. Er gilt nur kurze Zeit.',
    submit: 'Anmelden',
    required: 'Geben Sie den Temporary Access Pass ein, den Sie bekommen haben.',
    show: 'Anzeigen',
    hide: 'Verbergen',
  },
  code: {
    title: 'Code eingeben',
    label: 'Code aus Ihrer Authenticator-App',
    hint: 'Sechs Ziffern, alle halbe Minute neue.',
    submit: 'Prüfen',
    required: 'Geben Sie die sechs Ziffern ein, die Ihre App zeigt.',
  },
  options: {
    title: 'Anmeldeoptionen',
    passkey: 'Gesicht, Fingerabdruck, PIN oder Sicherheitsschlüssel',
    passkeyHint: 'Mit einem Passkey. Einen Namen brauchen Sie nicht einzugeben.',
    otherDevice: 'Ein Passkey auf einem anderen Gerät',
    otherDeviceHint: 'Scannen Sie einen Code mit Ihrem Telefon.',
  },
  anotherWay: {
    link: 'Auf andere Weise anmelden',
    title: 'Wie möchten Sie sich anmelden?',
    passkey: 'Gesicht, Fingerabdruck, PIN oder Sicherheitsschlüssel',
    passkeyHint: 'Ein Passkey auf diesem Gerät oder ein Sicherheitsschlüssel',
    otherDevice: 'Ein Passkey auf einem anderen Gerät',
    otherDeviceHint: 'Code mit dem Telefon scannen',
    password: 'Passwort',
    passwordHint: 'Und ein Code, wenn Ihre Organisation ihn verlangt',
    pass: 'Temporary Access Pass',
    passHint: 'Ein Code, den Sie vom Helpdesk bekommen haben',
    code: 'Code aus einer Authenticator-App',
    codeHint: 'Sechs Ziffern aus der App auf Ihrem Telefon',
    none: 'Nichts davon geht? Ihr Helpdesk kann Ihnen einen Temporary Access Pass geben.',
    askForPass: 'Nichts davon geht? Einen Pass anfragen',
  },
  stronger: {
    title: 'Eine stärkere Anmeldung ist nötig',
    cannotTitle: 'So können Sie sich noch nicht anmelden',
    asked: ({ app, strength }) => `Für ${app} ist nötig: ${strength}.`,
    askedHere: ({ strength }) => `Für diese Seite ist nötig: ${strength}.`,
    have: ({ proven }) => `Bisher haben Sie verwendet: ${proven}.`,
    noWay:
      'In Ihrem Konto ist nichts eingerichtet, das dafür genügt. Ihr Helpdesk kann Ihnen einen Temporary Access Pass geben, mit dem Sie einen Passkey hinzufügen können.',
    ways: 'So kann es weitergehen:',
    another: 'Mit einem anderen Konto anmelden',
    otherPerson: 'Sie sind mit einem anderen Konto angemeldet als dem, für das diese Seite bestimmt war.',
  },
  blocked: {
    title: 'Hier geht es nicht weiter',
    rule: 'Eine Regel Ihrer Organisation erlaubt diese Anmeldung nicht. Das kann an der App liegen, an Ihrem Standort oder an Ihrem Gerät.',
    device:
      'Ihre Organisation verlangt ein Gerät, das sie selbst verwaltet. Von diesem ist das nicht bekannt.',
    terms:
      'Zugang hat in Ihrer Organisation nur, wer ihre Nutzungsbedingungen annimmt. Sie haben sie nicht angenommen.',
    next: 'Wenn Sie meinen, dass Sie Zugang haben sollten, nennen Sie Ihrem Helpdesk diese Nummer:',
    again: 'Erneut versuchen',
    another: 'Mit einem anderen Konto anmelden',
  },
  terms: {
    title: 'Nutzungsbedingungen',
    reason: ({ name }) => `Damit es weitergeht, lesen Sie bitte „${name}“ und nehmen Sie den Text an.`,
    read: 'Text lesen',
    accept: 'Annehmen',
    decline: 'Ablehnen',
  },
  strengths: {
    none: 'eine beliebige Anmeldung',
    singleFactor: 'eine Anmeldung mit einem Faktor',
    multiFactor: 'eine Anmeldung mit zwei Faktoren oder ein Passkey',
    passwordless: 'eine Anmeldung ohne Passwort',
    phishingResistant: 'ein Passkey',
  },
  methods: {
    passkey: 'Passkey',
    temporaryAccessPass: 'Temporary Access Pass',
    password: 'Passwort',
    totp: 'Einmalcode',
  },
  secure: {
    title: 'Schützen Sie Ihr Konto',
    reason:
      'Erstellen Sie jetzt einen Passkey. Nächstes Mal melden Sie sich mit Fingerabdruck, Gesicht oder PIN an, und es gibt nichts, was man sich merken müsste oder stehlen könnte.',
    pointFast: 'Schneller: eine Berührung statt Tippen',
    pointSafe: 'Sicherer: Er funktioniert nur auf der echten Seite',
    pointPrivate: 'Ihr Fingerabdruck oder Gesicht verlässt nie Ihr Gerät',
    create: 'Passkey erstellen',
    otherDevice: 'Auf Telefon oder Schlüssel erstellen',
    waiting: 'Ihr Gerät fragt, wo es den Passkey ablegen soll. Folgen Sie seinen Schritten.',
    needed: 'Ohne ihn geht es nicht weiter.',
  },
  second: {
    title: 'Fügen Sie einen zweiten Passkey hinzu',
    reason:
      'Ihr einziger Passkey ist auf einem Gerät. Geht es verloren, kommen Sie erst mit dem Helpdesk wieder hinein. Ein zweiter dauert eine Minute.',
    hereTitle: 'Passkey auf diesem Computer hinzufügen',
    hereReason:
      'Sie haben sich mit dem Telefon angemeldet. Mit einem Passkey auf diesem Computer brauchen Sie es nächstes Mal nicht und haben einen zweiten, falls das Telefon verloren geht.',
    here: 'Auf diesem Gerät hinzufügen',
  },
  nameIt: {
    title: 'Ihr Passkey ist fertig',
    reason: 'Geben Sie ihm einen Namen, damit Sie ihn später unter anderen wiederfinden.',
    label: 'Name',
    required: 'Geben Sie ihm einen Namen mit höchstens 60 Zeichen.',
    suggestion: ({ device }) => `Passkey (${device})`,
    suggestionUnknown: 'Mein Passkey',
    done: 'Fertig',
  },
  asDefault: {
    title: 'Künftig immer so anmelden?',
    reason:
      'Sie haben sich gerade mit einem Passkey angemeldet. Wir können von nun an zuerst danach fragen, wo immer er zur Hand ist.',
    yes: 'Ja, zuerst nach dem Passkey fragen',
  },
  stay: {
    title: 'Angemeldet bleiben?',
    reason:
      'Dann melden Sie sich in diesem Browser seltener an. Antworten Sie mit Nein, wenn auch andere diesen Computer benutzen.',
  },
  signedOut: {
    title: 'Sie sind abgemeldet',
    reason: 'Wenn auch andere diesen Computer benutzen, schließen Sie am besten die Browserfenster.',
    again: 'Wieder anmelden',
  },
  signOut: { title: 'Abmelden?', reason: 'Sie werden in diesem Browser abgemeldet.', submit: 'Abmelden' },
  inApp: {
    title: 'Öffnen Sie diese Seite im Browser',
    reason: ({ app }) =>
      `Sie haben diese Seite in ${app} geöffnet. Passkeys funktionieren dort nicht, in Ihrem Browser schon.`,
    someApp: 'einer anderen App',
    openSafari: 'In Safari öffnen',
    openChrome: 'In Chrome öffnen',
    copy: 'Link kopieren',
    copyHint: 'Fügen Sie ihn dann in die Adresszeile Ihres Browsers ein. Der Link gilt eine Stunde.',
    anyway: 'Hier ohne Passkey weitermachen',
  },
  announce: {
    prompt: 'Ihr Browser fragt nach Ihrem Passkey.',
  },
}
