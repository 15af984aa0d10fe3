import type { AuthenticatorWords } from '../english.ts'

export const accounts: AuthenticatorWords['accounts'] = {
  title: 'Konten',
  welcome: 'Melden Sie sich mit diesem Telefon an',
  welcomeLead:
    'Fügen Sie Ihr Geschäfts- oder Schulkonto einmal hinzu. Von da an genügen Fingerabdruck, Gesicht oder Bildschirmsperre.',
  welcomePicture: 'Ein Telefon mit einem Schlüssel darauf',
  list: 'Ihre Konten',
  add: 'Konto hinzufügen',
  missing: 'Dieses Konto ist nicht auf diesem Telefon',
  missingLead: 'Vielleicht wurde es entfernt.',
  otherMethods: 'Andere Wege, sich anzumelden',
  otherMethodsLead: 'Sie ändern sie in den Sicherheitsinformationen.',
  securityInfo: 'Sicherheitsinformationen öffnen',
  method: {
    password: 'Passwort',
    code: 'Einmalcodes',
    temporaryAccessPass: 'Temporary Access Pass',
    push: 'Genehmigungen auf einem Telefon',
  },
  device: 'Dieses Telefon',
  deviceName: 'Heißt',
  deviceUntil: 'Registriert bis',
  deviceEvidence: 'Wie sein Schlüssel aufbewahrt wird',
  evidence: { software: 'Von diesem Browser', tpm: 'Im Sicherheitschip des Geräts' },
  asOf: (values) => `Stand: ${values.when}`,
  remove: 'Konto entfernen',
  removeTitle: (values) => `${values.name} von diesem Telefon entfernen?`,
  removeLead:
    'Wird hier und bei Ihrer Organisation entfernt, beides auf einmal: die Registrierung dieses Telefons, seine Codes und seine Genehmigungen. Ein Passkey, den Ihr Telefon aufbewahrt, bleibt.',
  removeDone: 'Das Konto wurde entfernt.',
  removeHere: 'Nur von diesem Telefon entfernen',
  removeHereLead:
    'Ihrer Organisation konnte es nicht gesagt werden. Der Helpdesk kann das Telefon von Ihrem Konto nehmen.',
  keep: 'Behalten',
  stateShort: {
    revoked: 'Nicht registriert',
    expired: 'Abgelaufen',
    tooOld: 'App zu alt',
    clockWrong: 'Uhr falsch',
  },
  state: {
    revokedTitle: 'Dieses Telefon wurde von Ihrem Konto genommen',
    revokedLead: 'Es kann wieder registriert werden, wenn das nicht für immer gemeint war.',
    expiredTitle: 'Die Registrierung dieses Telefons ist abgelaufen',
    expiredLead: 'Melden Sie sich noch einmal an, um sie zu erneuern. Nichts geht verloren.',
    tooOldTitle: 'Diese App ist zu alt',
    tooOldLead: 'Ihre Organisation verlangt eine neuere. Laden Sie sie, dann geht es weiter.',
    clockWrongTitle: 'Die Uhr dieses Telefons geht falsch',
    clockWrongLead:
      'Stellen Sie Datum und Uhrzeit in den Einstellungen Ihres Telefons auf automatisch und versuchen Sie es noch einmal.',
    unreachableTitle: 'Wir konnten dieses Telefon nicht mit Ihrer Organisation vergleichen',
    unreachableLead: 'Was Sie sehen, ist vom letzten Mal. Es wird von selbst wieder versucht.',
    registerAgain: 'Dieses Telefon wieder registrieren',
    update: 'Aktualisieren',
  },
  cleanedTitle: 'Wir haben aufgeräumt',
  cleaned: {
    passkey: (values) => `Den Passkey „${values.name}“ gibt es bei Ihrer Organisation nicht mehr.`,
    codes: (values) => `Die Einmalcodes von ${values.account} gelten nicht mehr und wurden entfernt.`,
    device: (values) => `Dieses Telefon gehört nicht mehr zu ${values.account}.`,
  },
}
