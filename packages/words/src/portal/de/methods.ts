import type { PortalWords } from '../english.ts'

export const methods: PortalWords['methods'] = {
  rows: {
    title: 'Anmeldemethoden',
    add: 'Anmeldemethode hinzufügen',
    manage: 'Verwalten',
    manageNamed: ({ name }) => `${name} verwalten`,
    change: 'Ändern',
    set: 'Festlegen',
    remove: 'Entfernen',
    onThisDeviceOnly: 'Nur auf einem Gerät',
    synced: 'Synchronisiert',
    mayBeSynced: 'Synchronisierung möglich',
    dormant: 'Zurzeit nicht nutzbar',
    dormantKept: 'Er bleibt erhalten und funktioniert wieder, sobald die Regeln ihn erlauben.',
    notYetFull: 'Zählt als ein Faktor, bis Ihr Gerät damit bestätigt hat, dass Sie es sind',
    never: 'Noch nicht benutzt',
    added: 'Hinzugefügt',
    lastUsed: 'Zuletzt benutzt',
    from: ({ place }) => `von ${place}`,
    password: 'Passwort',
    changed: 'Geändert',
    codes: 'Einmalcodes',
    pass: 'Temporary Access Pass',
    passUntil: 'Gilt bis',
    passOnce: 'Gilt einmal',
    none: 'Sie haben noch keine Anmeldemethode eingerichtet.',
  },
  advice: {
    firstTitle: 'Fügen Sie einen Passkey hinzu, solange Sie können',
    first:
      'Bisher gibt Ihnen nichts hier dauerhaft Zugang. Mit einem Passkey melden Sie sich künftig mit Fingerabdruck, Gesicht oder PIN an.',
    secondTitle: 'Ein Passkey ist einer zu wenig',
    second:
      'Wenn Sie das Gerät verlieren, auf dem er liegt, kommen Sie nicht mehr herein. Fügen Sie einen zweiten hinzu, auf einem Telefon oder einem Sicherheitsschlüssel.',
    add: 'Passkey hinzufügen',
  },
  model: {
    unknown: 'Passkey',
    claimed: 'laut Gerät, nicht nachgewiesen',
    proven: 'vom Hersteller nachgewiesen',
  },
  approvals: {
    about: 'Bestätigt Anmeldungen mit einer Zahl',
    badge: 'Authenticator-App',
    removed: 'Entfernt',
    removeTitle: ({ name }) => `„${name}“ als Anmeldemethode entfernen?`,
    removeReason:
      'Das Gerät bleibt registriert und behält seine Passkeys. Es bestätigt keine Anmeldung mehr.',
    browsers: 'Gemerkte Browser',
    browsersLead:
      'In diesen Browsern, in denen Sie sich mit einem Passkey angemeldet haben, genügt eine Bestätigung im Authenticator, ohne Passwort.',
    browserUnknown: 'Ein Browser',
    forget: 'Vergessen',
    forgotten: 'Wird nicht mehr gemerkt',
  },
  preferred: {
    title: 'Bevorzugte Anmeldemethode',
    reason: 'Danach fragen wir zuerst. Sie können immer auch eine andere wählen.',
    label: 'Zuerst fragen nach',
    system:
      'Ihre Organisation lässt zuerst nach der besten Methode fragen, die Sie haben. Sie können immer auch eine andere wählen.',
    none: 'dem, was am besten passt',
    passkey: 'meinem Passkey',
    push: 'eine Bestätigung im Authenticator',
    password: 'meinem Passwort',
    save: 'Speichern',
    saved: 'Gespeichert.',
  },

  lead: 'Wie Sie sich anmelden, und was Ihre Organisation verlangt.',
  syncedBy: ({ name }) => `Synchronisiert von ${name}`,
  lastWay: 'Ihre einzige Möglichkeit, sich anzumelden: Fügen Sie erst eine weitere hinzu.',
  requirement: {
    title: 'Was Ihre Organisation verlangt',
    strengths: {
      singleFactor: 'Irgendeine Art, sich anzumelden',
      multiFactor: 'Zwei Faktoren: einen Passkey, oder ein Kennwort mit Einmalcode',
      passwordless: 'Eine Anmeldung ohne Kennwort, etwa mit einem Passkey',
      phishingResistant: 'Einen Passkey: nichts, wonach eine falsche Seite fragen könnte',
    },
    have: 'Haben Sie',
    missing: 'Noch nicht eingerichtet',
    missingHint: 'Fügen Sie jetzt einen Passkey hinzu, solange Sie angemeldet sind.',
  },
  unfinished: {
    title: 'Nicht abgeschlossen',
    lead: 'Hier wurde ein Passkey begonnen und kam nie an. Vielleicht hat Ihr Gerät ihn noch: Löschen Sie ihn dort, damit er nicht im Weg ist, und versuchen Sie es noch einmal.',
    kinds: {
      'this-device': 'Passkey auf diesem Gerät',
      'other-device': 'Passkey auf einem anderen Gerät',
      'security-key': 'Sicherheitsschlüssel',
      provider: 'Passkey in einer App',
    },
    cleanUp: {
      'this-device':
        'Wenn dieses Gerät ihn hat: Suchen Sie diese Website unter seinen Passwörtern und Passkeys und löschen Sie ihn dort.',
      'other-device':
        'Wenn das Telefon oder Tablet ihn hat: Suchen Sie diese Website unter seinen Passwörtern und Passkeys und löschen Sie ihn dort.',
      'security-key':
        'Wenn der Schlüssel ihn hat: Löschen Sie den Eintrag für diese Website in den Einstellungen des Browsers oder des Herstellers für Sicherheitsschlüssel.',
      provider:
        'Wenn die App ihn hat: Öffnen Sie sie, suchen Sie dieses Konto und löschen Sie den Passkey dort.',
    },
    retry: 'Noch einmal versuchen',
    dismiss: 'Weglegen',
    dismissNamed: ({ name }) => `Weglegen: ${name}`,
  },
  manageHint: 'Ansehen, umbenennen oder löschen',
}
